package surety.language.display;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
  private static final int MOST = 3 * ABOUT;

  /** Where a value goes; halves, because the range of doubles may have no length as a double. */
  public double place(double value) {
    return from + (value / 2 - least / 2) / (greatest / 2 - least / 2) * (to - from);
  }

  /** About five round numbers; fewer where doubles are too far apart for them. */
  public List<Double> ticks() {
    double step = step();
    double first = Math.ceil(least / step);
    List<Double> ticks = new ArrayList<>();
    double last = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < MOST; k++) {
      double tick = (first + k) * step;
      if (tick > last && tick <= greatest) {
        ticks.add(tick);
        last = tick;
      }
    }
    return ticks;
  }

  private double step() {
    double range = greatest - least;
    double rough = Double.isFinite(range) ? range / ABOUT : greatest / ABOUT - least / ABOUT;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = power;
    for (int factor : new int[] {2, 5, 10}) {
      step = step < rough ? factor * power : step;
    }
    return step;
  }

  /** A tick in words: as many digits as tell it from its neighbours. */
  public String label(double tick) {
    int places = 1 - (int) Math.floor(Math.log10(step()));
    return Decimals.text(new BigDecimal(tick).setScale(places, RoundingMode.HALF_EVEN));
  }
}
