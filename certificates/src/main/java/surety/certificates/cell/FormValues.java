package surety.certificates.cell;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.Rounding;

/**
 * What is known of a form's values on a set of inputs.
 *
 * @param range contains all of them; an end is infinite where nothing is known
 * @param constant the only one, if there is but one and it is known
 */
record FormValues(Interval range, Optional<Rational> constant) {

  /** What is known of a form on several sets together, at least one. */
  static FormValues either(List<FormValues> parts) {
    FormValues first = parts.get(0);
    Interval range = first.range;
    Optional<Rational> constant = first.constant;
    for (FormValues part : parts) {
      range = range.hull(part.range);
      constant = constant.equals(part.constant) ? constant : Optional.empty();
    }
    return new FormValues(range, constant);
  }

  /** What is known of what is at most that far away; nothing if that is infinite. */
  FormValues widened(double deviation) {
    return deviation == 0
        ? this
        : new FormValues(
            new Interval(
                Rounding.subtractDown(range.lower(), deviation),
                Rounding.addUp(range.upper(), deviation)),
            Optional.empty());
  }

  /** Whether an event holds for all of them, or for none; nothing if neither is known. */
  Optional<Boolean> decided(Threshold threshold) {
    if (constant.isPresent()) {
      return constant.map(threshold::holds);
    }
    if (threshold.includes(range.upper())) {
      return Optional.of(true);
    }
    return threshold.excludes(range.lower()) ? Optional.of(false) : Optional.empty();
  }
}
