package surety.language.formatting2;

import java.util.List;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.formatting2.AbstractJavaFormatter;
import org.eclipse.xtext.formatting2.IFormattableDocument;
import org.eclipse.xtext.formatting2.IHiddenRegionFormatter;
import org.eclipse.xtext.formatting2.IHiddenRegionFormatting;
import org.eclipse.xtext.formatting2.ITextReplacer;
import org.eclipse.xtext.formatting2.regionaccess.IComment;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegion;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.language.sure.Argument;
import surety.language.sure.Assignment;
import surety.language.sure.Call;
import surety.language.sure.Cdf;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.Component;
import surety.language.sure.Constant;
import surety.language.sure.ConstantDeclaration;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.DistributionTerm;
import surety.language.sure.Element;
import surety.language.sure.EventDeclaration;
import surety.language.sure.Factor;
import surety.language.sure.IndexedReference;
import surety.language.sure.InputGroup;
import surety.language.sure.JointMoments;
import surety.language.sure.LoopArgument;
import surety.language.sure.LoopAssignment;
import surety.language.sure.LoopBranch;
import surety.language.sure.LoopConditional;
import surety.language.sure.LoopConstants;
import surety.language.sure.LoopDeclaration;
import surety.language.sure.LoopLaw;
import surety.language.sure.LoopStatement;
import surety.language.sure.Membership;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.OutputGroup;
import surety.language.sure.RangeReference;
import surety.language.sure.SemanticsDeclaration;
import surety.language.sure.SettingsDeclaration;
import surety.language.sure.SumValue;
import surety.language.sure.SureFile;
import surety.language.sure.SurePackage;
import surety.language.sure.Term;
import surety.language.sure.VariableGroup;
import surety.language.sure.VariableReference;

/**
 * The layout: two blanks of indentation, one declaration in a line, aligned names in distributions,
 * one blank around operators. What is claimed stands in a line of its own below a title. How long
 * something is, is measured without the blanks, so that formatting twice changes nothing.
 */
public class SureFormatter extends AbstractJavaFormatter {
  /** Without a title, a claim with more characters than this goes into a line of its own. */
  private static final int LONGEST_LINE = 80;

  /** A file: its declarations, and the blank lines between them. */
  protected void format(SureFile file, IFormattableDocument document) {
    List<Element> elements = file.getElements();
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      document.format(element);
      if (i == 0) {
        document.prepend(element, it -> it.setNewLines(0, 0, 2));
      } else {
        int least = isBlock(elements.get(i - 1)) || isBlock(element) ? 2 : 1;
        document.prepend(element, it -> it.setNewLines(least, least, 2));
      }
    }
    if (!elements.isEmpty()) {
      document.append(elements.get(elements.size() - 1), it -> it.setNewLines(1, 1, 2));
    }
  }

  private static boolean isBlock(Element element) {
    return element instanceof NetworkDeclaration
        || element instanceof DistributionDeclaration
        || element instanceof SettingsDeclaration
        || element instanceof LoopDeclaration
        || element instanceof SemanticsDeclaration;
  }

  @Override
  public ITextReplacer createHiddenRegionReplacer(
      IHiddenRegion region, IHiddenRegionFormatting formatting) {
    return new CommentKeeper(region, formatting);
  }

  @Override
  public ITextReplacer createCommentReplacer(IComment comment) {
    return new KeptComment(comment);
  }

  /** A semantics line. */
  protected void format(SemanticsDeclaration semantics, IFormattableDocument document) {
    spaceAfter(semantics, document, "semantics");
    for (EAttribute word : SurePackage.Literals.SEMANTICS_DECLARATION.getEAttributes()) {
      document.prepend(regionFor(semantics).feature(word), IHiddenRegionFormatter::oneSpace);
    }
    punctuation(semantics, document);
  }

  /** A network. */
  protected void format(NetworkDeclaration network, IFormattableDocument document) {
    spaceAfter(network, document, "network");
    spaceAround(network, document, "=");
    braces(network, document);
    punctuation(network, document);
    boolean both =
        network.getGroups().stream().anyMatch(InputGroup.class::isInstance)
            && network.getGroups().stream().anyMatch(OutputGroup.class::isInstance);
    separateLines(network.getGroups(), document);
    for (VariableGroup group : network.getGroups()) {
      String gap = both && group instanceof InputGroup ? "  " : " ";
      document.append(regionFor(group).keyword("input"), it -> it.setSpace(gap));
      document.append(regionFor(group).keyword("output"), it -> it.setSpace(gap));
    }
  }

  /** A distribution, with its inputs aligned. */
  protected void format(DistributionDeclaration distribution, IFormattableDocument document) {
    spaceAfter(distribution, document, "distribution");
    spaceAround(distribution, document, "for");
    braces(distribution, document);
    punctuation(distribution, document);
    mixture(distribution, document);
    int width =
        distribution.getAssignments().stream().mapToInt(SureFormatter::front).max().orElse(0);
    separateLines(distribution.getAssignments(), document);
    for (Assignment assignment : distribution.getAssignments()) {
      String gap = " ".repeat(1 + width - front(assignment));
      for (String sign : List.of("~", "=")) {
        document.prepend(regionFor(assignment).keyword(sign), it -> it.setSpace(gap));
        document.append(regionFor(assignment).keyword(sign), IHiddenRegionFormatter::oneSpace);
      }
      document.surround(regionFor(assignment).keyword("given"), IHiddenRegionFormatter::oneSpace);
      inside(assignment, document);
    }
  }

  private void mixture(DistributionDeclaration distribution, IFormattableDocument document) {
    document.prepend(regionFor(distribution).keyword("mixture"), IHiddenRegionFormatter::oneSpace);
    separateLines(distribution.getComponents(), document);
    for (Component component : distribution.getComponents()) {
      document.prepend(regionFor(component).keyword(":"), IHiddenRegionFormatter::noSpace);
      document.append(regionFor(component).keyword(":"), IHiddenRegionFormatter::oneSpace);
    }
  }

  /** How many characters stand in front of the sign. */
  private static int front(Assignment assignment) {
    if (assignment.getWhole() != null) {
      return assignment.getWhole().length();
    }
    List<VariableReference> variables = assignment.getVariables();
    int names = variables.stream().mapToInt(SureFormatter::length).sum();
    int commas = 2 * Math.max(0, variables.size() - 1);
    return names + commas + (assignment.isJoint() ? 2 : 0);
  }

  /** A named number. */
  protected void format(ConstantDeclaration constant, IFormattableDocument document) {
    spaceAfter(constant, document, "constant");
    spaceAround(constant, document, "=");
    punctuation(constant, document);
  }

  /** A named event. */
  protected void format(EventDeclaration event, IFormattableDocument document) {
    spaceAfter(event, document, "event");
    spaceAround(event, document, "=");
    document.interior(
        regionFor(event).keyword("="),
        regionFor(event).keyword(";"),
        IHiddenRegionFormatter::indent);
    inside(event, document);
    punctuation(event, document);
  }

  /** Defaults. */
  protected void format(SettingsDeclaration settings, IFormattableDocument document) {
    braces(settings, document);
    separateLines(settings.getOptions(), document);
    options(settings, document);
    punctuation(settings, document);
  }

  private void options(EObject part, IFormattableDocument document) {
    allRegionsFor(part)
        .keywords("within", "timeout", "threads")
        .forEach(keyword -> document.append(keyword, IHiddenRegionFormatter::oneSpace));
    allRegionsFor(part)
        .features(SurePackage.Literals.TIMEOUT__UNIT)
        .forEach(unit -> document.prepend(unit, IHiddenRegionFormatter::oneSpace));
  }

  /** A loop: its constants, and two blocks of statements. */
  protected void format(LoopDeclaration loop, IFormattableDocument document) {
    spaceAfter(loop, document, "loop");
    blocks(loop, document);
    for (LoopConstants constants : loop.getConstants()) {
      spaceAfter(constants, document, "constant");
      document.append(constants, it -> it.setNewLines(1, 1, 2));
      constants.getConstants().forEach(constant -> spaceAround(constant, document, "="));
    }
    document.prepend(regionFor(loop).keyword("step"), it -> it.setNewLines(1, 1, 2));
    statements(loop.getStart(), document);
    statements(loop.getStep(), document);
    inside(loop, document);
    punctuation(loop, document);
  }

  private void statements(List<LoopStatement> block, IFormattableDocument document) {
    separateLines(block, document);
    block.forEach(document::format);
  }

  /** A draw, an assignment or a choice. */
  protected void format(LoopAssignment assignment, IFormattableDocument document) {
    spaceAround(assignment, document, "~", ":=");
    document.append(regionFor(assignment).keyword("{"), IHiddenRegionFormatter::noSpace);
    document.prepend(regionFor(assignment).keyword("}"), IHiddenRegionFormatter::noSpace);
    List<LoopBranch> branches = assignment.getBranches();
    branches.forEach(branch -> spaceAfter(branch, document, ":"));
    branches.forEach(branch -> noSpaceBefore(branch, document, ":"));
    branches.stream()
        .skip(1)
        .forEach(branch -> document.prepend(branch, IHiddenRegionFormatter::oneSpace));
  }

  /** One of two blocks. */
  protected void format(LoopConditional conditional, IFormattableDocument document) {
    spaceAfter(conditional, document, "if");
    blocks(conditional, document);
    spaceAround(conditional, document, "else");
    statements(conditional.getThen(), document);
    statements(conditional.getOtherwise(), document);
  }

  private void blocks(EObject part, IFormattableDocument document) {
    regionFor(part)
        .keywordPairs("{", "}")
        .forEach(pair -> braces(pair.getKey(), pair.getValue(), document));
  }

  /** A property or query. */
  protected void format(ClaimDeclaration claim, IFormattableDocument document) {
    spaceAfter(claim, document, "property", "query");
    document.prepend(
        regionFor(claim).feature(SurePackage.Literals.CLAIM_DECLARATION__TITLE),
        IHiddenRegionFormatter::oneSpace);
    ISemanticRegion colon = regionFor(claim).keyword(":");
    boolean ownLine = claim.getTitle() != null || length(claim) > LONGEST_LINE;
    document.prepend(colon, IHiddenRegionFormatter::noSpace);
    document.append(
        colon, ownLine ? IHiddenRegionFormatter::newLine : IHiddenRegionFormatter::oneSpace);
    document.interior(colon, regionFor(claim).keyword(";"), IHiddenRegionFormatter::indent);
    spaceAround(claim, document, "<", "<=", ">", ">=", "=", "under", "of");
    claim
        .getOptions()
        .forEach(option -> document.prepend(option, IHiddenRegionFormatter::oneSpace));
    options(claim, document);
    inside(claim, document);
    punctuation(claim, document);
  }

  /** Sums, distributions, lists: all that stands in one line. */
  private void inside(EObject part, IFormattableDocument document) {
    for (EObject inner : EcoreUtil2.eAllContentsAsList(part)) {
      if (isCall(inner)) {
        noSpaceBefore(inner, document, "(");
      } else if (inner instanceof IndexedReference || inner instanceof RangeReference) {
        noSpaceBefore(inner, document, "[");
      } else if (inner instanceof Argument || inner instanceof LoopArgument) {
        spaceAround(inner, document, "=");
      }
      if (inner instanceof SumValue || inner instanceof LoopArgument) {
        noSpaceBefore(inner, document, ":");
        spaceAfter(inner, document, ":");
      } else if (inner instanceof Term term) {
        format(term, document);
      }
    }
    for (String keyword : List.of("<", "<=", ">", ">=", "==", "!=", "|", "in", "on", "at")) {
      allRegionsFor(part)
          .keywords(keyword)
          .forEach(region -> document.surround(region, IHiddenRegionFormatter::oneSpace));
    }
    words(part, document);
    allRegionsFor(part)
        .keywords("points")
        .forEach(region -> document.prepend(region, IHiddenRegionFormatter::oneSpace));
    allRegionsFor(part)
        .features(
            SurePackage.Literals.POINTS__CROSSES, SurePackage.Literals.DISTRIBUTION_TERM__CROSSES)
        .forEach(region -> document.surround(region, IHiddenRegionFormatter::oneSpace));
  }

  /** Between events; a line that is too long is broken before them. */
  private void words(EObject part, IFormattableDocument document) {
    allRegionsFor(part)
        .keywords("and", "or")
        .forEach(
            word -> {
              document.prepend(
                  word,
                  it -> {
                    it.oneSpace();
                    it.autowrap();
                  });
              document.append(word, IHiddenRegionFormatter::oneSpace);
            });
    allRegionsFor(part)
        .keywords("not")
        .forEach(word -> document.append(word, IHiddenRegionFormatter::oneSpace));
    allRegionsFor(part)
        .keywords(".")
        .forEach(point -> document.surround(point, IHiddenRegionFormatter::noSpace));
    for (Membership set : EcoreUtil2.eAllOfType(part, Membership.class)) {
      document.append(regionFor(set).keyword("{"), IHiddenRegionFormatter::noSpace);
      document.prepend(regionFor(set).keyword("}"), IHiddenRegionFormatter::noSpace);
    }
  }

  private static boolean isCall(EObject part) {
    return part instanceof DistributionTerm
        || part instanceof LoopLaw
        || part instanceof Call
        || part instanceof Cdf
        || part instanceof JointMoments;
  }

  /** A term; its sign is an operator, unless it is the first. */
  private void format(Term term, IFormattableDocument document) {
    ISemanticRegion sign = regionFor(term).feature(SurePackage.Literals.TERM__SIGN);
    boolean first = term.eContainer().eContents().get(0) == term;
    if (sign != null && first) {
      document.append(sign, IHiddenRegionFormatter::noSpace);
    } else if (sign != null) {
      document.surround(sign, IHiddenRegionFormatter::oneSpace);
    }
    for (Factor factor : term.getFactors()) {
      document.surround(
          regionFor(factor).feature(SurePackage.Literals.FACTOR__OPERATOR),
          isFraction(term) ? IHiddenRegionFormatter::noSpace : IHiddenRegionFormatter::oneSpace);
      document.append(
          regionFor(factor).feature(SurePackage.Literals.FACTOR__SIGN),
          IHiddenRegionFormatter::noSpace);
      document.surround(regionFor(factor).keyword("^"), IHiddenRegionFormatter::noSpace);
    }
  }

  /** A number such as 1/3, which is written in one piece in a distribution and in a loop. */
  private static boolean isFraction(Term term) {
    return term.getFactors().size() == 2
        && term.getFactors().stream().allMatch(f -> f.getOperand() instanceof Constant)
        && "/".equals(term.getFactors().get(1).getOperator())
        && term.getFactors().get(1).getSign() == null
        && (EcoreUtil2.getContainerOfType(term, DistributionDeclaration.class) != null
            || EcoreUtil2.getContainerOfType(term, LoopDeclaration.class) != null);
  }

  /** Braces around lines of their own. */
  private void braces(EObject part, IFormattableDocument document) {
    braces(regionFor(part).keyword("{"), regionFor(part).keyword("}"), document);
  }

  private static void braces(
      ISemanticRegion open, ISemanticRegion close, IFormattableDocument document) {
    document.prepend(open, IHiddenRegionFormatter::oneSpace);
    document.append(open, it -> it.setNewLines(1, 1, 1));
    document.prepend(close, it -> it.setNewLines(1, 1, 1));
    document.interior(open, close, IHiddenRegionFormatter::indent);
  }

  /** Each but the first in a line of its own; the first has one behind the brace already. */
  private void separateLines(List<? extends EObject> parts, IFormattableDocument document) {
    parts.stream().skip(1).forEach(part -> document.prepend(part, it -> it.setNewLines(1, 1, 2)));
  }

  /** Brackets, commas and semicolons, as everywhere. */
  private void punctuation(EObject part, IFormattableDocument document) {
    allRegionsFor(part)
        .keywords(",")
        .forEach(
            comma -> {
              document.prepend(comma, IHiddenRegionFormatter::noSpace);
              document.append(
                  comma,
                  it -> {
                    it.oneSpace();
                    it.autowrap();
                  });
            });
    allRegionsFor(part)
        .keywords(";", ")", "]")
        .forEach(region -> document.prepend(region, IHiddenRegionFormatter::noSpace));
    allRegionsFor(part)
        .keywords("(", "[")
        .forEach(region -> document.append(region, IHiddenRegionFormatter::noSpace));
  }

  private void spaceAfter(EObject part, IFormattableDocument document, String... keywords) {
    regionFor(part)
        .keywords(keywords)
        .forEach(region -> document.append(region, IHiddenRegionFormatter::oneSpace));
  }

  private void noSpaceBefore(EObject part, IFormattableDocument document, String keyword) {
    document.prepend(regionFor(part).keyword(keyword), IHiddenRegionFormatter::noSpace);
  }

  private void spaceAround(EObject part, IFormattableDocument document, String... keywords) {
    regionFor(part)
        .keywords(keywords)
        .forEach(region -> document.surround(region, IHiddenRegionFormatter::oneSpace));
  }

  /** How many characters a part has, without blanks and comments. */
  private static int length(EObject part) {
    int length = 0;
    for (ILeafNode leaf : NodeModelUtils.getNode(part).getLeafNodes()) {
      length += leaf.isHidden() ? 0 : leaf.getLength();
    }
    return length;
  }
}
