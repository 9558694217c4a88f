package surety.language.validation;

import java.util.Optional;
import org.eclipse.xtext.validation.Check;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Comparison;
import surety.language.problems.IssueCodes;
import surety.language.sure.Property;
import surety.language.sure.SurePackage;
import surety.language.translation.Numbers;
import surety.language.translation.Quantities;
import surety.language.translation.Text;

/** The limit of a property is a probability that can be kept, and can be missed. */
public class LimitValidator extends ConcernValidator {
  private static final Rational ZERO = Rational.of(0);
  private static final Rational ONE = Rational.of(1);

  /** Checks one limit. */
  @Check
  public void isProbability(Property property) {
    Optional<Rational> limit = Numbers.parse(property.getLimit());
    if (limit.isEmpty() || property.getComparison() == null || !isOfProbability(property)) {
      return;
    }
    if (limit.get().compareTo(ZERO) < 0 || limit.get().compareTo(ONE) > 0) {
      error(
          "the limit "
              + property.getLimit()
              + " is not a probability; choose one from 0 to 1"
              + (limit.get().signum() > 0 ? ", such as 0.01 for 1 %" : ""),
          property,
          SurePackage.Literals.PROPERTY__LIMIT,
          IssueCodes.LIMIT_RANGE);
    } else {
      Comparison.ofSymbol(property.getComparison())
          .ifPresent(comparison -> canBeKeptAndMissed(property, comparison, limit.get()));
    }
  }

  /** Checks an interval. */
  @Check
  public void isInterval(Property property) {
    if (property.getRange() == null) {
      return;
    }
    Optional<Rational> lower = Numbers.parse(property.getRange().getLower());
    Optional<Rational> upper = Numbers.parse(property.getRange().getUpper());
    if (lower.isEmpty() || upper.isEmpty()) {
      return;
    }
    if (lower.get().compareTo(upper.get()) > 0) {
      error(
          "the interval "
              + Text.of(property.getRange())
              + " is empty; put the smaller number first",
          property,
          SurePackage.Literals.PROPERTY__RANGE,
          IssueCodes.INTERVAL_EMPTY);
    } else if (isOfProbability(property)
        && (lower.get().compareTo(ZERO) < 0 || upper.get().compareTo(ONE) > 0)) {
      error(
          "the interval "
              + Text.of(property.getRange())
              + " is not one of probabilities; choose both ends from 0 to 1",
          property,
          SurePackage.Literals.PROPERTY__RANGE,
          IssueCodes.LIMIT_RANGE);
    }
  }

  /** Whether it limits a probability, and no sum or other quantity. */
  private static boolean isOfProbability(Property property) {
    return Quantities.isProbability(property.getQuantity());
  }

  private void canBeKeptAndMissed(Property property, Comparison comparison, Rational limit) {
    boolean atBest = comparison.holds((comparison.isBelow() ? ZERO : ONE).compareTo(limit));
    boolean atWorst = comparison.holds((comparison.isBelow() ? ONE : ZERO).compareTo(limit));
    if (atBest == atWorst) {
      warning(
          (atBest ? "every" : "no")
              + " probability is "
              + comparison.symbol()
              + " "
              + property.getLimit()
              + ", so this property "
              + (atBest ? "always" : "never")
              + " holds; check the comparison",
          property,
          SurePackage.Literals.PROPERTY__LIMIT,
          IssueCodes.LIMIT_IDLE);
    }
  }
}
