package surety.language.translation;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.language.sure.Timeout;

/** The times behind {@code timeout}. */
public final class Durations {
  /** The units, from the smallest. */
  public static final List<String> UNITS = List.of("ms", "s", "min", "h");

  /** The longest time limit; a longer one is as good as none, and could not be waited for. */
  public static final Duration LONGEST = Duration.ofHours(10_000);

  private static final Map<String, Duration> LENGTHS =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "min", Duration.ofMinutes(1),
          "h", Duration.ofHours(1));

  private Durations() {}

  /**
   * The time of an option, rounded down to nanoseconds but at least one. Nothing, if it is not
   * positive, too long, or of no known unit.
   */
  public static Optional<Duration> of(Timeout timeout) {
    Optional<Rational> value = Numbers.parse(timeout.getValue());
    Duration unit = timeout.getUnit() == null ? null : LENGTHS.get(timeout.getUnit());
    if (value.isEmpty() || unit == null || value.get().signum() <= 0) {
      return Optional.empty();
    }
    Rational nanos = value.get().times(Rational.of(unit.toNanos()));
    if (nanos.compareTo(Rational.of(LONGEST.toNanos())) > 0) {
      return Optional.empty();
    }
    BigInteger whole = nanos.numerator().divide(nanos.denominator()).max(BigInteger.ONE);
    return Optional.of(Duration.ofNanos(whole.longValueExact()));
  }
}
