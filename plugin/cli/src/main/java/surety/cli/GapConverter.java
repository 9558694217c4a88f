package surety.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A wanted gap: how far apart the upper and the lower bound of a probability may stay. */
final class GapConverter implements ITypeConverter<Double> {
  private static final Pattern DECIMAL =
      Pattern.compile("(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,4})?");

  @Override
  public Double convert(String text) {
    if (DECIMAL.matcher(text).matches()) {
      double gap = Double.parseDouble(text);
      if (gap < 1) {
        return gap;
      }
    }
    throw new TypeConversionException(
        "'" + text + "' is not a gap; write a number from 0 to below 1, for instance 1e-6");
  }
}
