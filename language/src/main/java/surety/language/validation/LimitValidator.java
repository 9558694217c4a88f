package surety.language.validation;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Comparison;
import surety.language.problems.IssueCodes;
import surety.language.sure.Property;
import surety.language.sure.SurePackage;
import surety.language.translation.Numbers;
import surety.language.translation.Quantities;
import surety.language.translation.Requirements;
import surety.language.translation.Text;

/** The limits of a property can be kept, and can be missed. */
public class LimitValidator extends ConcernValidator {
  private static final Rational ZERO = Rational.of(0);

  /** Checks the limits beside a quantity. */
  @Check
  public void areLimits(Property property) {
    List<Requirements.Side> sides = Requirements.sides(property);
    if (Requirements.isChain(property) && (sides.size() < 2 || !isRange(property, sides))) {
      return;
    }
    sides.forEach(side -> isLimit(property, side));
  }

  /** Two limits are a range, which contains both of them. */
  private boolean isRange(Property property, List<Requirements.Side> sides) {
    Requirements.Side first = sides.get(0);
    Requirements.Side last = sides.get(1);
    if (first.comparison().isBelow() == last.comparison().isBelow()) {
      reportChain(
          "both limits are on the same side; write them in one order, as in 0.1 <= P(...) <= 0.5",
          property,
          last.sign());
      return false;
    }
    for (Requirements.Side side : sides) {
      if (!side.comparison().includesEqual()) {
        String sign =
            (side.equals(first) ? side.comparison().mirrored() : side.comparison()).symbol();
        reportChain(
            "'"
                + sign
                + "' leaves the limit out, and a range contains both; write "
                + sign
                + "=, or two properties",
            property,
            side.sign());
        return false;
      }
    }
    Rational lower = (last.comparison().isBelow() ? first : last).limit();
    Rational upper = (last.comparison().isBelow() ? last : first).limit();
    if (lower.compareTo(upper) > 0) {
      error(
          "no number lies between these limits; exchange them",
          property,
          last.feature(),
          IssueCodes.INTERVAL_EMPTY);
      return false;
    }
    return true;
  }

  private void reportChain(String message, Property property, EStructuralFeature feature) {
    error(message, property, feature, IssueCodes.LIMIT_CHAIN);
  }

  private void isLimit(Property property, Requirements.Side side) {
    Optional<Quantities.Values> values = Quantities.values(property.getQuantity());
    boolean isOutside =
        Quantities.isProbability(property.getQuantity())
            && (side.limit().compareTo(ZERO) < 0 || side.limit().compareTo(Rational.ONE) > 0);
    if (isOutside) {
      error(
          "the limit "
              + side.text()
              + " is not a probability; choose one from 0 to 1"
              + (side.limit().signum() > 0 ? ", such as 0.01 for 1 %" : ""),
          property,
          side.feature(),
          IssueCodes.LIMIT_RANGE);
    } else if (values.isPresent()) {
      Comparison comparison = side.comparison();
      reportIdle(
          values.get(),
          comparison.symbol() + " " + side.text(),
          keeps(values.get(), comparison, side.limit()),
          misses(values.get(), comparison, side.limit()),
          property,
          side.feature());
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
    Optional<Quantities.Values> values = Quantities.values(property.getQuantity());
    String interval = Text.of(property.getRange());
    EStructuralFeature feature = SurePackage.Literals.PROPERTY__RANGE;
    if (lower.get().compareTo(upper.get()) > 0) {
      error(
          "the interval " + interval + " is empty; put the smaller number first",
          property,
          feature,
          IssueCodes.INTERVAL_EMPTY);
    } else if (Quantities.isProbability(property.getQuantity())
        && (lower.get().compareTo(ZERO) < 0 || upper.get().compareTo(Rational.ONE) > 0)) {
      error(
          "the interval " + interval + " is not one of probabilities; choose both ends from 0 to 1",
          property,
          feature,
          IssueCodes.LIMIT_RANGE);
    } else if (values.isPresent()) {
      Comparison atLeast = Comparison.GREATER_OR_EQUAL;
      Comparison atMost = Comparison.LESS_OR_EQUAL;
      reportIdle(
          values.get(),
          "in " + interval,
          keeps(values.get(), atLeast, lower.get()) && keeps(values.get(), atMost, upper.get()),
          misses(values.get(), atLeast, lower.get()) || misses(values.get(), atMost, upper.get()),
          property,
          feature);
    }
  }

  /** Whether all values keep a limit. */
  private static boolean keeps(Quantities.Values values, Comparison comparison, Rational limit) {
    return (comparison.isBelow() ? values.upper() : values.lower())
        .filter(worst -> comparison.holds(worst.compareTo(limit)))
        .isPresent();
  }

  /** Whether all values miss a limit. */
  private static boolean misses(Quantities.Values values, Comparison comparison, Rational limit) {
    return (comparison.isBelow() ? values.lower() : values.upper())
        .filter(best -> !comparison.holds(best.compareTo(limit)))
        .isPresent();
  }

  private void reportIdle(
      Quantities.Values values,
      String requirement,
      boolean always,
      boolean never,
      Property property,
      EStructuralFeature feature) {
    if (always || never) {
      warning(
          (always ? "every " : "no ")
              + values.name()
              + " is "
              + requirement
              + ", so this property "
              + (always ? "always" : "never")
              + " holds"
              + (always && values.isPartial() ? ", if there is a value at all" : "")
              + "; check the "
              + (requirement.startsWith("in") ? "interval" : "comparison"),
          property,
          feature,
          IssueCodes.LIMIT_IDLE);
    }
  }
}
