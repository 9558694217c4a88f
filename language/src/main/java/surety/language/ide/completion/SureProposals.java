package surety.language.ide.completion;

import com.google.common.base.Predicate;
import com.google.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistContext;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.editor.contentassist.IdeContentProposalProvider;
import org.eclipse.xtext.resource.IEObjectDescription;
import surety.language.model.Variables;
import surety.language.services.SureGrammarAccess;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.NamedReference;
import surety.language.sure.Property;
import surety.language.sure.Referable;
import surety.language.translation.CdfForms;
import surety.language.translation.Durations;
import surety.language.translation.MomentsForm;
import surety.language.translation.SemanticsReader;

/**
 * Proposes words where they fit, names that mean something there, and distributions with places for
 * their parameters. Signs and names that are still to be invented are not proposed.
 */
public final class SureProposals extends IdeContentProposalProvider {
  @Inject private SureGrammarAccess grammar;
  @Inject private VariableNames variables;
  @Inject private NetworkPaths networks;

  @Override
  protected boolean filterKeyword(Keyword keyword, ContentAssistContext context) {
    return Character.isLetter(keyword.getValue().charAt(0))
        && GrammarUtil.containingRule(keyword) != grammar.getNameRule()
        && !(keyword.getValue().equals("under") && isWithoutQuantity(context));
  }

  /** The parser goes on behind a quantity that is missing. */
  private static boolean isWithoutQuantity(ContentAssistContext context) {
    return context.getCurrentModel() instanceof Property property && property.getQuantity() == null;
  }

  @Override
  protected void _createProposals(
      Assignment assignment, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
    if (assignment.getTerminal() instanceof CrossReference) {
      super._createProposals(assignment, context, acceptor);
    } else if (assignment == grammar.getDistributionTermAccess().getFamilyAssignment_0()) {
      families(context, acceptor);
    } else if (assignment == grammar.getOperandAccess().getFunctionAssignment_1_1()) {
      functions(context, acceptor);
    } else if (assignment == grammar.getSemanticsDeclarationAccess().getLevelAssignment_1()) {
      propose(SemanticsReader.words(), ContentAssistEntry.KIND_VALUE, context, acceptor);
    } else if (assignment == grammar.getSemanticsDeclarationAccess().getClauseAssignment_2_0()) {
      propose(List.of(SemanticsReader.ACCURACY), ContentAssistEntry.KIND_VALUE, context, acceptor);
    } else if (assignment == grammar.getSemanticsDeclarationAccess().getUnitAssignment_2_2()) {
      propose(List.of(SemanticsReader.UNIT), ContentAssistEntry.KIND_UNIT, context, acceptor);
    } else if (assignment == grammar.getOptionAccess().getUnitAssignment_1_3()) {
      propose(Durations.UNITS, ContentAssistEntry.KIND_UNIT, context, acceptor);
    } else if (assignment == grammar.getIndexedReferenceAccess().getVectorAssignment_0()) {
      List<String> texts =
          hasVariables(context) ? variables.indexed(context.getCurrentModel()) : List.of();
      propose(texts, ContentAssistEntry.KIND_VARIABLE, context, acceptor);
    } else if (assignment == grammar.getNetworkDeclarationAccess().getFileAssignment_3()) {
      propose(
          networks.near(context.getResource()), ContentAssistEntry.KIND_FILE, context, acceptor);
    }
  }

  /**
   * A cdf, and likewise moments, are proposed with places to fill in; a word alone would say
   * nothing of them.
   */
  @Override
  protected void _createProposals(
      Keyword keyword, ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
    if (keyword == grammar.getJointMomentsAccess().getMomentsKeyword_1()) {
      accept(
          getProposalCreator().createSnippet(MomentsForm.SNIPPET, MomentsForm.USAGE, context),
          acceptor);
      return;
    }
    if (keyword != grammar.getCdfAccess().getCdfKeyword_0()) {
      super._createProposals(keyword, context, acceptor);
      return;
    }
    CdfForms.all().stream()
        .filter(form -> !form.hasCondition())
        .map(form -> getProposalCreator().createSnippet(form.snippet(), form.usage(), context))
        .forEach(entry -> accept(entry, acceptor));
  }

  private void families(ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
    Snippets.all()
        .forEach(
            (usage, snippet) ->
                accept(getProposalCreator().createSnippet(snippet, usage, context), acceptor));
  }

  private void functions(ContentAssistContext context, IIdeContentProposalAcceptor acceptor) {
    Snippets.functions(isInside(context))
        .forEach(
            (usage, snippet) ->
                accept(getProposalCreator().createSnippet(snippet, usage, context), acceptor));
  }

  private static boolean isInside(ContentAssistContext context) {
    String text = context.getRootNode().getText();
    return QuantityPlace.isInside(text.substring(0, Math.min(text.length(), context.getOffset())));
  }

  /** Of a quantity there are no variables but inside of its functions. */
  private static boolean hasVariables(ContentAssistContext context) {
    boolean isClaim =
        EcoreUtil2.getContainerOfType(context.getCurrentModel(), DistributionDeclaration.class)
            == null;
    return !isClaim || isInside(context);
  }

  private void propose(
      List<String> texts,
      String kind,
      ContentAssistContext context,
      IIdeContentProposalAcceptor acceptor) {
    for (String text : texts) {
      accept(getProposalCreator().createProposal(text, context, kind, null), acceptor);
    }
  }

  private void accept(ContentAssistEntry entry, IIdeContentProposalAcceptor acceptor) {
    acceptor.accept(entry, getProposalPriorities().getDefaultPriority(entry));
  }

  @Override
  protected void _createProposals(
      CrossReference reference,
      ContentAssistContext context,
      IIdeContentProposalAcceptor acceptor) {
    EObject place = context.getCurrentModel();
    boolean isVariable =
        reference == grammar.getNamedReferenceAccess().getVariableReferableCrossReference_0();
    boolean isOfRange =
        reference
            == grammar.getRangeReferenceAccess().getNetworkNetworkDeclarationCrossReference_0_0_0();
    if (isOfRange || (isVariable && !hasVariables(context))) {
      return;
    }
    if (isVariable && Variables.networkAround(place).isEmpty()) {
      propose(variables.ofAll(place), ContentAssistEntry.KIND_VARIABLE, context, acceptor);
    } else {
      super._createProposals(reference, context, acceptor);
    }
  }

  /** In a distribution the inputs that it lacks, in an event everything. */
  @Override
  protected Predicate<IEObjectDescription> getCrossrefFilter(
      CrossReference reference, ContentAssistContext context) {
    DistributionDeclaration distribution =
        EcoreUtil2.getContainerOfType(context.getCurrentModel(), DistributionDeclaration.class);
    boolean isInFront =
        context.getCurrentModel() instanceof surety.language.sure.Assignment
            || context.getCurrentModel() instanceof DistributionDeclaration
            || context.getCurrentModel() instanceof NamedReference;
    if (distribution == null || !isInFront) {
      return found -> true;
    }
    Set<Referable> given =
        distribution.getAssignments().stream()
            .filter(
                assignment -> assignment.getDistribution() != null || assignment.getValue() != null)
            .flatMap(assignment -> assignment.getVariables().stream())
            .filter(NamedReference.class::isInstance)
            .map(named -> ((NamedReference) named).getVariable())
            .collect(Collectors.toSet());
    return found -> !given.contains(found.getEObjectOrProxy());
  }
}
