package surety.report.difference;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * Bounds as they were recorded, rounded outward.
 *
 * @param at the thresholds of a cdf that they are about; empty of a quantity
 * @param lower empty for minus infinity
 * @param upper empty for infinity
 */
record Ends(String at, Optional<BigDecimal> lower, Optional<BigDecimal> upper) {
  Ends {
    Objects.requireNonNull(at);
    Objects.requireNonNull(lower);
    Objects.requireNonNull(upper);
  }

  /** Whether no number is between both of these and both of those. */
  boolean isDisjointFrom(Ends other) {
    return isBelow(other) || other.isBelow(this);
  }

  private boolean isBelow(Ends other) {
    return upper.isPresent()
        && other.lower.isPresent()
        && upper.get().compareTo(other.lower.get()) < 0;
  }

  /** Whether all between those is between these. */
  boolean contains(Ends other) {
    boolean below =
        lower.isEmpty()
            || (other.lower.isPresent() && lower.get().compareTo(other.lower.get()) <= 0);
    boolean above =
        upper.isEmpty()
            || (other.upper.isPresent() && upper.get().compareTo(other.upper.get()) >= 0);
    return below && above;
  }

  /** The distance of the ends; empty if it is infinite. */
  Optional<BigDecimal> gap() {
    return lower.flatMap(low -> upper.map(high -> high.subtract(low)));
  }
}
