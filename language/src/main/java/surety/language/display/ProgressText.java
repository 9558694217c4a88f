package surety.language.display;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import surety.solver.BandPoint;
import surety.solver.Progress;

/** How far a search has come, in one line that is the same wherever it is shown. */
public final class ProgressText {
  private static final MathContext FEW_DOWN = new MathContext(2, RoundingMode.DOWN);
  private static final MathContext FEW_UP = new MathContext(2, RoundingMode.UP);

  private ProgressText() {}

  /**
   * For instance {@code searching: 12 s of 60 s, 1,234 cells, between 0 and 1}. What is not proven
   * is said to be so.
   *
   * @param timeout how long it may take, if that is known
   */
  public static String of(Progress progress, Optional<Duration> timeout) {
    return progress.task()
        + ": "
        + (long) progress.seconds()
        + " s"
        + timeout.map(limit -> " of " + seconds(limit)).orElse("")
        + String.format(Locale.ROOT, ", %,d cells, ", progress.cells())
        + bounds(progress);
  }

  private static String seconds(Duration limit) {
    BigDecimal exact = BigDecimal.valueOf(limit.toNanos(), 9);
    return Decimals.text(exact) + " s";
  }

  private static String bounds(Progress progress) {
    if (!progress.band().isEmpty()) {
      return "largest gap " + BoundsText.gap(BandPoint.largestGap(progress.band()), 2);
    }
    double lower = progress.lower() >= 0 ? Math.min(1, progress.lower()) : 0;
    double upper = progress.upper() <= 1 ? Math.max(lower, progress.upper()) : 1;
    if (lower > 0 || upper < 1) {
      return "between about "
          + Decimals.text(new BigDecimal(lower).round(FEW_DOWN))
          + " and "
          + Decimals.text(new BigDecimal(upper).round(FEW_UP))
          + " (not yet proven)";
    }
    return progress.gap() >= 0 && progress.gap() < 1
        ? "gap about "
            + Decimals.text(new BigDecimal(progress.gap()).round(FEW_UP))
            + " (not yet proven)"
        : "between 0 and 1";
  }
}
