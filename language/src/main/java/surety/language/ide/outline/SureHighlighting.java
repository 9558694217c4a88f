package surety.language.ide.outline;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.xtext.ide.editor.syntaxcoloring.DefaultSemanticHighlightingCalculator;
import org.eclipse.xtext.ide.editor.syntaxcoloring.IHighlightedPositionAcceptor;
import org.eclipse.xtext.util.CancelIndicator;
import surety.language.model.Variables;
import surety.language.sure.Call;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.Component;
import surety.language.sure.ConstantDeclaration;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.DistributionTerm;
import surety.language.sure.EventDeclaration;
import surety.language.sure.NamedReference;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Referable;
import surety.language.sure.SurePackage;
import surety.language.sure.Variable;
import surety.language.sure.VariableReference;

/** What a colour by words cannot tell: inputs from outputs, networks from distributions. */
public final class SureHighlighting extends DefaultSemanticHighlightingCalculator {
  private static final String DECLARATION = SemanticTokenModifiers.Declaration;

  @Override
  protected boolean highlightElement(
      EObject object, IHighlightedPositionAcceptor acceptor, CancelIndicator cancel) {
    if (object instanceof NetworkDeclaration) {
      mark(
          acceptor,
          object,
          SurePackage.Literals.REFERABLE__NAME,
          SemanticTokenTypes.Class,
          DECLARATION);
    } else if (object instanceof DistributionDeclaration) {
      mark(
          acceptor,
          object,
          SurePackage.Literals.DISTRIBUTION_DECLARATION__NAME,
          SemanticTokenTypes.Struct,
          DECLARATION);
      mark(
          acceptor,
          object,
          SurePackage.Literals.DISTRIBUTION_DECLARATION__NETWORK,
          SemanticTokenTypes.Class);
      mark(
          acceptor,
          object,
          SurePackage.Literals.DISTRIBUTION_DECLARATION__OTHERS,
          SemanticTokenTypes.Class);
    } else if (object instanceof ClaimDeclaration) {
      mark(
          acceptor,
          object,
          SurePackage.Literals.CLAIM_DECLARATION__NAME,
          SemanticTokenTypes.Property,
          DECLARATION);
      mark(
          acceptor,
          object,
          SurePackage.Literals.CLAIM_DECLARATION__DISTRIBUTION,
          SemanticTokenTypes.Struct);
    } else if (object instanceof EventDeclaration) {
      mark(
          acceptor,
          object,
          SurePackage.Literals.REFERABLE__NAME,
          SemanticTokenTypes.Event,
          DECLARATION);
    } else if (object instanceof ConstantDeclaration) {
      mark(
          acceptor,
          object,
          SurePackage.Literals.REFERABLE__NAME,
          SemanticTokenTypes.EnumMember,
          DECLARATION);
    } else if (object instanceof Component) {
      mark(
          acceptor,
          object,
          SurePackage.Literals.COMPONENT__DISTRIBUTION,
          SemanticTokenTypes.Struct);
    } else if (object instanceof Call) {
      mark(acceptor, object, SurePackage.Literals.CALL__FUNCTION, SemanticTokenTypes.Function);
    } else if (object instanceof DistributionTerm) {
      mark(
          acceptor,
          object,
          SurePackage.Literals.DISTRIBUTION_TERM__FAMILY,
          SemanticTokenTypes.Function);
    } else if (object instanceof Variable variable) {
      mark(acceptor, object, SurePackage.Literals.REFERABLE__NAME, type(variable), DECLARATION);
    } else if (object instanceof VariableReference reference) {
      mark(
          acceptor,
          object,
          SurePackage.Literals.VARIABLE_REFERENCE__NETWORK,
          SemanticTokenTypes.Class);
      named(reference, acceptor);
    }
    return false;
  }

  private void named(VariableReference object, IHighlightedPositionAcceptor acceptor) {
    if (object instanceof NamedReference reference) {
      Variables.resolved(reference.getVariable())
          .ifPresent(
              variable ->
                  mark(
                      acceptor,
                      object,
                      SurePackage.Literals.NAMED_REFERENCE__VARIABLE,
                      type(variable)));
    }
  }

  private static String type(Referable target) {
    if (target instanceof NetworkDeclaration) {
      return SemanticTokenTypes.Class;
    }
    if (target instanceof ConstantDeclaration) {
      return SemanticTokenTypes.EnumMember;
    }
    return target instanceof Variable variable
        ? Variables.isInput(variable) ? SemanticTokenTypes.Parameter : SemanticTokenTypes.Variable
        : SemanticTokenTypes.Event;
  }

  private void mark(
      IHighlightedPositionAcceptor acceptor,
      EObject object,
      EStructuralFeature feature,
      String... styles) {
    highlightFeature(acceptor, object, feature, styles);
  }
}
