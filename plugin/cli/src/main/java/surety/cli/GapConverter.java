package surety.cli;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import surety.certificates.arithmetic.Rational;
import surety.language.WantedGap;

/** A wanted gap: how far apart the upper and the lower bound of a probability may stay. */
final class GapConverter implements ITypeConverter<WantedGap> {
  private static final Pattern DECIMAL =
      Pattern.compile("(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,4})?");

  @Override
  public WantedGap convert(String text) {
    if (DECIMAL.matcher(text).matches()) {
      WantedGap gap = new WantedGap(text, Rational.parse(new BigDecimal(text).toString()));
      if (gap.value().signum() > 0 && gap.value().compareTo(Rational.ONE) < 0) {
        return gap;
      }
    }
    throw new TypeConversionException(
        "'"
            + text
            + "' is not a gap; write a number more than 0 and less than 1, for instance 1e-6");
  }
}
