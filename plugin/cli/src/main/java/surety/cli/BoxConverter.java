package surety.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;

/**
 * A box of inputs: {@code [0,1] x [-0.5,2]}, or {@code [0,1]^4} for equal sides. Decimals are exact
 * rationals; the ends are rounded outward to doubles.
 */
final class BoxConverter implements ITypeConverter<Box> {
  private static final int MOST_SIDES = 100_000;
  private static final Pattern SEPARATOR =
      Pattern.compile("(?<=[\\]0-9])\\s*+[x\\u00d7]\\s*+(?=\\[)");
  private static final Pattern SIDE =
      Pattern.compile(
          "\\[\\s*+([^\\[\\],;\\s]++)\\s*+,\\s*+([^\\[\\],;\\s]++)\\s*+\\](?:\\s*+\\^\\s*+([0-9]{1,6}))?");

  @Override
  public Box convert(String text) {
    List<Interval> sides = new ArrayList<>();
    for (String part : SEPARATOR.split(text.strip(), -1)) {
      Matcher side = SIDE.matcher(part);
      if (!side.matches()) {
        throw new TypeConversionException(
            "'" + text + "' is not a box; write one interval for each input: [0,1] x [-0.5,2]");
      }
      int count = side.group(3) == null ? 1 : Integer.parseInt(side.group(3));
      if (count < 1 || count > MOST_SIDES - sides.size()) {
        throw new TypeConversionException("'" + text + "' has no sides or more than " + MOST_SIDES);
      }
      Interval interval = interval(part, side.group(1), side.group(2));
      for (int i = 0; i < count; i++) {
        sides.add(interval);
      }
    }
    return new Box(sides);
  }

  private static Interval interval(String side, String lower, String upper) {
    Rational from = end(side, lower);
    Rational to = end(side, upper);
    if (from.compareTo(to) > 0) {
      throw new TypeConversionException(
          side + " is empty: its lower end must not exceed its upper end");
    }
    Interval interval = Interval.of(from.doubleFloor(), to.doubleCeiling());
    if (!interval.isBounded()) {
      throw new TypeConversionException(side + " is too large; its ends must be below 1e308");
    }
    return interval;
  }

  private static Rational end(String side, String text) {
    if (text.matches("(?i)[+-]?(?:inf|infinity|oo|∞)")) {
      throw new TypeConversionException(
          side + " is unbounded; bounding networks need a bounded interval for each input");
    }
    try {
      return Rational.parse(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("in " + side + ", " + e.getMessage());
    }
  }
}
