package surety.language.ide.hover;

import com.google.inject.Inject;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.hover.IHoverService;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import surety.language.model.Variables;
import surety.language.sure.Call;
import surety.language.sure.Cdf;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.DistributionTerm;
import surety.language.sure.EventDeclaration;
import surety.language.sure.JointMoments;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Option;
import surety.language.sure.Points;
import surety.language.sure.SemanticsDeclaration;
import surety.language.sure.Variable;

/** Finds what is under the pointer. */
public final class SureHoverService implements IHoverService {
  @Inject private EObjectAtOffsetHelper elements;
  @Inject private HoverTexts texts;

  @Override
  public Hover hover(
      Document document, XtextResource resource, HoverParams params, CancelIndicator cancel) {
    int offset = document.getOffSet(params.getPosition());
    ILeafNode leaf =
        NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), offset);
    if (leaf == null || leaf.isHidden()) {
      return null;
    }
    EObject place = NodeModelUtils.findActualSemanticObjectFor(leaf);
    DistributionTerm term = EcoreUtil2.getContainerOfType(place, DistributionTerm.class);
    if (term != null) {
      return texts
          .of(term)
          .map(text -> hover(document, NodeModelUtils.getNode(term), text))
          .orElse(null);
    }
    if (place instanceof Call call && leaf.getText().equals(call.getFunction())) {
      return texts.of(call).map(text -> hover(document, leaf, text)).orElse(null);
    }
    if (place instanceof Option option && leaf.getGrammarElement() instanceof Keyword) {
      return texts.of(option).map(text -> hover(document, leaf, text)).orElse(null);
    }
    if ((place instanceof Cdf || place instanceof Points)
        && leaf.getGrammarElement() instanceof Keyword
        && Character.isLetter(leaf.getText().charAt(0))) {
      return hover(document, leaf, texts.ofCdf());
    }
    if (place instanceof JointMoments && leaf.getGrammarElement() instanceof Keyword) {
      return hover(document, leaf, texts.ofMoments());
    }
    if (place instanceof SemanticsDeclaration semantics) {
      return texts.of(semantics).map(text -> hover(document, leaf, text)).orElse(null);
    }
    EObject target = elements.resolveElementAt(resource, offset);
    return text(target, place).map(text -> hover(document, leaf, text)).orElse(null);
  }

  private Optional<String> text(EObject target, EObject place) {
    if (target instanceof NetworkDeclaration network && !network.eIsProxy()) {
      return texts.of(network);
    }
    if (target instanceof DistributionDeclaration distribution && !distribution.eIsProxy()) {
      return texts.of(distribution);
    }
    if (target instanceof EventDeclaration event && !event.eIsProxy()) {
      return texts.of(event);
    }
    return target instanceof Variable variable && !variable.eIsProxy()
        ? texts.of(variable, Variables.distributionAround(place))
        : Optional.empty();
  }

  private static Hover hover(Document document, INode node, String text) {
    Range range =
        new Range(
            document.getPosition(node.getOffset()), document.getPosition(node.getTotalEndOffset()));
    return new Hover(new MarkupContent("markdown", text), range);
  }
}
