package surety.language.quickfix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.certificates.arithmetic.Rational;
import surety.language.sure.DistributionTerm;
import surety.language.sure.Item;
import surety.language.sure.ListValue;
import surety.language.translation.Numbers;

/** Divides the weights of a histogram by their sum, exactly, so that they sum to 1. */
final class HistogramFixer implements Fixer {
  @Override
  public List<QuickFix> fixes(Place place) {
    Optional<ListValue> weights =
        place
            .part(DistributionTerm.class)
            .filter(term -> term.getArguments().size() == 2)
            .map(term -> term.getArguments().get(1).getValue())
            .filter(ListValue.class::isInstance)
            .map(ListValue.class::cast);
    if (weights.isEmpty()) {
      return List.of();
    }
    List<Rational> values = new ArrayList<>();
    Rational sum = Rational.ZERO;
    for (Item item : weights.get().getItems()) {
      Optional<Rational> value = Numbers.parse(Values.text(NodeModelUtils.getNode(item)));
      values.add(value.orElse(Rational.ZERO));
      sum = sum.plus(value.orElse(Rational.ZERO));
    }
    if (sum.signum() <= 0 || !canBeRead(values, sum)) {
      return List.of();
    }
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).isZero()) {
        edits.add(
            Place.replace(
                NodeModelUtils.getNode(weights.get().getItems().get(i)),
                values.get(i).dividedBy(sum).toString()));
      }
    }
    return List.of(new QuickFix("Divide the weights by their sum", edits));
  }

  /** Whether the quotients and their sums are small enough to work with. */
  private static boolean canBeRead(List<Rational> values, Rational sum) {
    Rational partial = Rational.ZERO;
    for (Rational value : values) {
      Rational quotient = value.dividedBy(sum);
      partial = partial.plus(quotient);
      if (!Numbers.isBounded(quotient) || !Numbers.isBounded(partial)) {
        return false;
      }
    }
    return true;
  }
}
