package surety.language.quickfix;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.language.Diagnostic;
import surety.language.ParsedSpecification;
import surety.language.Specification;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.SureFile;
import surety.language.translation.NetworkFile;
import surety.language.translation.NetworkFiles;

/** Where a message is: the text, and what the parser made of it. */
final class Place {
  private final Specification specification;
  private final Diagnostic diagnostic;
  private final ParsedSpecification parsed;

  Place(Specification specification, Diagnostic diagnostic) {
    this.specification = specification;
    this.diagnostic = diagnostic;
    this.parsed = new ParsedSpecification(specification.file(), specification.text());
  }

  Specification specification() {
    return specification;
  }

  String code() {
    return diagnostic.code();
  }

  String message() {
    return diagnostic.message();
  }

  int offset() {
    return diagnostic.offset();
  }

  Lines lines() {
    return new Lines(specification.text());
  }

  Words words() {
    return Words.of(root());
  }

  Optional<SureFile> file() {
    return parsed.model();
  }

  ICompositeNode root() {
    return parsed.resource().getParseResult().getRootNode();
  }

  /** The text that the message points at. */
  String marked() {
    return specification.text().substring(offset(), offset() + diagnostic.length());
  }

  /** Writes something else where the message points at. */
  Edit replaceMarked(String text) {
    return new Edit(offset(), diagnostic.length(), text);
  }

  /** The smallest part of this kind around the beginning of the message. */
  <T extends EObject> Optional<T> part(Class<T> kind) {
    ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(root(), offset());
    EObject object = leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
    return Optional.ofNullable(EcoreUtil2.getContainerOfType(object, kind));
  }

  /** What the network file of a network has, if it can be read. */
  Optional<NetworkFile> networkFile(NetworkDeclaration network) {
    return parsed.resource().getResourceServiceProvider().get(NetworkFiles.class).file(network);
  }

  /** All parts of a kind, in the order of the text. */
  <T extends EObject> List<T> all(Class<T> kind) {
    return file().map(file -> EcoreUtil2.getAllContentsOfType(file, kind)).orElse(List.of());
  }

  /** Writes something else where a part stands. */
  static Edit replace(INode node, String text) {
    return new Edit(node.getOffset(), node.getLength(), text);
  }

  /** The fix that writes something else where an element stands. */
  static QuickFix written(EObject element, String text) {
    return new QuickFix("Write '" + text + "'", replace(NodeModelUtils.getNode(element), text));
  }

  /** Where the values of a feature are written. */
  static List<INode> nodes(EObject object, EStructuralFeature feature) {
    return NodeModelUtils.findNodesForFeature(object, feature);
  }
}
