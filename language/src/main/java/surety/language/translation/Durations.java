package surety.language.translation;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern FORM = Pattern.compile("([0-9.]{1,20}) *([a-z]*)");

  private Durations() {}

  /**
   * The time of an option, rounded down to nanoseconds but at least one. Nothing, if it is not
   * positive, too long, or of no known unit.
   */
  public static Optional<Duration> of(Timeout timeout) {
    return of(timeout.getValue(), Optional.ofNullable(timeout.getUnit()).orElse(""));
  }

  /** A time such as {@code 60 s} in one text; a number alone means seconds. Else as above. */
  public static Optional<Duration> parse(String text) {
    Matcher parts = FORM.matcher(text.strip());
    return parts.matches()
        ? of(parts.group(1), parts.group(2).isEmpty() ? "s" : parts.group(2))
        : Optional.empty();
  }

  private static Optional<Duration> of(String number, String name) {
    Optional<Rational> value = Numbers.parse(number);
    Duration unit = LENGTHS.get(name);
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
