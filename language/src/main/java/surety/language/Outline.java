package surety.language;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.LineAndColumn;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.Element;
import surety.language.sure.EventDeclaration;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Property;
import surety.language.sure.SureFile;
import surety.language.sure.SurePackage;
import surety.language.translation.Mixed;

/** What a specification declares, and which files it names, whether it has errors or not. */
final class Outline {
  private Outline() {}

  /** What has a name, in the order of the text. */
  static List<Declaration> declarations(SureFile model) {
    List<Declaration> declarations = new ArrayList<>();
    for (Element element : model.getElements()) {
      declaration(element).ifPresent(declarations::add);
    }
    return declarations;
  }

  private static Optional<Declaration> declaration(Element element) {
    if (element instanceof NetworkDeclaration) {
      return declaration(
          DeclarationKind.NETWORK, element, SurePackage.Literals.REFERABLE__NAME, Optional.empty());
    }
    if (element instanceof DistributionDeclaration) {
      return declaration(
          DeclarationKind.DISTRIBUTION,
          element,
          SurePackage.Literals.DISTRIBUTION_DECLARATION__NAME,
          node(element, SurePackage.Literals.DISTRIBUTION_DECLARATION__NETWORK));
    }
    if (element instanceof EventDeclaration) {
      return declaration(
          DeclarationKind.EVENT, element, SurePackage.Literals.REFERABLE__NAME, Optional.empty());
    }
    return element instanceof ClaimDeclaration
        ? declaration(
            element instanceof Property ? DeclarationKind.PROPERTY : DeclarationKind.QUERY,
            element,
            SurePackage.Literals.CLAIM_DECLARATION__NAME,
            node(element, SurePackage.Literals.CLAIM_DECLARATION__DISTRIBUTION))
        : Optional.empty();
  }

  private static Optional<Declaration> declaration(
      DeclarationKind kind, EObject object, EStructuralFeature name, Optional<INode> container) {
    return node(object, name)
        .filter(node -> NodeModelUtils.getTokenText(node).equals(object.eGet(name)))
        .map(
            node ->
                new Declaration(
                    kind,
                    NodeModelUtils.getTokenText(node),
                    container.map(NodeModelUtils::getTokenText).orElse(""),
                    region(node)));
  }

  private static Optional<INode> node(EObject object, EStructuralFeature feature) {
    return NodeModelUtils.findNodesForFeature(object, feature).stream().findFirst();
  }

  /** Where a part is that stands in one line. */
  static Region region(INode node) {
    LineAndColumn start = NodeModelUtils.getLineAndColumn(node, node.getOffset());
    return new Region(start.getLine(), start.getColumn(), node.getLength());
  }

  /**
   * The files of networks and histograms that a specification names, whether they are there or not:
   * a change of one of them may change what the specification says.
   *
   * @param file of the specification; the others are as relative or absolute as it is
   */
  static List<Path> files(SureFile model, Path file) {
    Set<Path> files = new LinkedHashSet<>();
    for (NetworkDeclaration network :
        EcoreUtil2.typeSelect(model.getElements(), NetworkDeclaration.class)) {
      path(file, network.getFile()).ifPresent(files::add);
    }
    for (DistributionDeclaration distribution :
        EcoreUtil2.typeSelect(model.getElements(), DistributionDeclaration.class)) {
      Mixed.files(distribution).forEach(name -> path(file, name).ifPresent(files::add));
    }
    return List.copyOf(files);
  }

  private static Optional<Path> path(Path file, String name) {
    try {
      return Optional.ofNullable(name).map(file::resolveSibling);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
