package surety.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A span of time as people write it: {@code 60}, {@code 60s}, {@code 1.5 min}, {@code 250ms}. */
final class DurationConverter implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?) *([a-z]*)");
  private static final Map<String, Long> NANOSECONDS =
      Map.of(
          "ms", 1_000_000L,
          "", 1_000_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "min", 60_000_000_000L,
          "h", 3_600_000_000_000L);
  private static final Duration LONGEST = Duration.ofDays(365);

  @Override
  public Duration convert(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches() || !NANOSECONDS.containsKey(matcher.group(2))) {
      throw new TypeConversionException(
          "'"
              + text
              + "' is not a time; write a number and ms, s, min (also m) or h, for instance 60s; a"
              + " number alone is seconds");
    }
    BigDecimal nanoseconds =
        new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit(matcher.group(2))));
    if (nanoseconds.compareTo(BigDecimal.ONE) < 0
        || nanoseconds.compareTo(BigDecimal.valueOf(LONGEST.toNanos())) > 0) {
      throw new TypeConversionException(
          "'" + text + "' is out of range; a time is more than 0 and at most 365 days (8760h)");
    }
    return Duration.ofNanos(nanoseconds.longValue());
  }

  private static long unit(String name) {
    return NANOSECONDS.get(name);
  }
}
