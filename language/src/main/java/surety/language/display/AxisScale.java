package surety.language.display;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the values of an axis go in a picture.
 *
 * @param least value, at the place {@code from}
 * @param greatest value, at the place {@code to}
 */
public record AxisScale(double least, double greatest, double from, double to) {
  private static final int ABOUT = 5;

  /** Where a value goes. */
  public double place(double value) {
    return from + (value - least) / (greatest - least) * (to - from);
  }

  /** About five round numbers. */
  public List<Double> ticks() {
    double rough = (greatest - least) / ABOUT;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = power;
    for (int factor : new int[] {2, 5, 10}) {
      step = step < rough ? factor * power : step;
    }
    List<Double> ticks = new ArrayList<>();
    for (double k = Math.ceil(least / step); k * step <= greatest; k++) {
      ticks.add(k * step);
    }
    return ticks;
  }

  /** A tick in words. */
  public static String label(double tick) {
    return Decimals.text(new BigDecimal(tick).round(new MathContext(6)));
  }
}
