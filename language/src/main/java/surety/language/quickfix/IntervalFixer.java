package surety.language.quickfix;

import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.certificates.arithmetic.Rational;
import surety.language.model.Expressions;
import surety.language.sure.Argument;
import surety.language.sure.Assignment;
import surety.language.sure.DistributionTerm;
import surety.language.sure.Interval;
import surety.language.sure.SurePackage;
import surety.language.translation.Family;
import surety.language.translation.Numbers;
import surety.language.translation.Text;

/** Puts the smaller end of an interval first; makes an interval of one point a fixed value. */
final class IntervalFixer implements Fixer {
  @Override
  public List<QuickFix> fixes(Place place) {
    return place
        .part(DistributionTerm.class)
        .map(
            term ->
                isTruncation(place, term)
                    ? swapped(term, end(term.getInterval(), true), end(term.getInterval(), false))
                    : ofArguments(place, term))
        .orElse(List.of());
  }

  private static boolean isTruncation(Place place, DistributionTerm term) {
    Interval interval = term.getInterval();
    return interval != null && NodeModelUtils.getNode(interval).getOffset() == place.offset();
  }

  private static INode end(Interval interval, boolean lower) {
    return Place.nodes(
            interval,
            lower ? SurePackage.Literals.INTERVAL__LOWER : SurePackage.Literals.INTERVAL__UPPER)
        .get(0);
  }

  private static List<QuickFix> ofArguments(Place place, DistributionTerm term) {
    List<Argument> arguments = term.getArguments();
    if (Family.TRIANGULAR.word().equals(term.getFamily())) {
      INode first = NodeModelUtils.getNode(arguments.get(0));
      INode last = NodeModelUtils.getNode(arguments.get(2));
      return isPoint(first, last) ? swapped(term, first, last) : new OrderFixer().fixes(place);
    }
    int lower = Family.TRUNCATED_NORMAL.word().equals(term.getFamily()) ? 2 : 0;
    return swapped(
        term,
        NodeModelUtils.getNode(arguments.get(lower)),
        NodeModelUtils.getNode(arguments.get(lower + 1)));
  }

  private static boolean isPoint(INode lower, INode upper) {
    Optional<Rational> value = Numbers.parse(Values.text(lower));
    return value.isPresent() && value.equals(Numbers.parse(Values.text(upper)));
  }

  private static List<QuickFix> swapped(DistributionTerm term, INode lower, INode upper) {
    String smaller = Values.text(upper);
    String larger = Values.text(lower);
    if (isPoint(lower, upper)) {
      return fixed(term, larger);
    }
    return List.of(
        new QuickFix(
            "Write [" + smaller + ", " + larger + "]",
            Place.replace(lower, smaller),
            Place.replace(upper, larger)));
  }

  /** From the distribution's sign on; nothing if there are comments, which would be lost. */
  private static List<QuickFix> fixed(DistributionTerm term, String value) {
    Optional<Assignment> assignment = Expressions.line(term);
    if (assignment.isEmpty()) {
      return List.of();
    }
    INode line = NodeModelUtils.getNode(assignment.get());
    INode distribution = NodeModelUtils.getNode(term);
    for (Words.Word word : Words.of(line).all()) {
      if (word.is("~") && Values.hasNoComment(distribution)) {
        return List.of(
            new QuickFix(
                "Fix " + Text.of(assignment.get().getVariables().get(0)) + " at " + value,
                word.replace("="),
                Place.replace(distribution, value)));
      }
    }
    return List.of();
  }
}
