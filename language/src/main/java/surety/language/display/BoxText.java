package surety.language.display;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import surety.solver.HeavyCell;

/** Boxes of inputs in words, to be looked at: each is rounded outward to a few digits. */
public final class BoxText {
  private static final int DIGITS = 4;

  private BoxText() {}

  /**
   * For instance {@code a in [0.1, 0.3], b in [2, 4]}.
   *
   * @param names of all inputs of the network
   */
  public static String of(List<HeavyCell.Side> sides, List<String> names) {
    return sides.stream()
        .map(side -> names.get(side.input()) + " in " + of(side))
        .collect(Collectors.joining(", "));
  }

  /** For instance {@code [0.1, 0.3]}. */
  public static String of(HeavyCell.Side side) {
    String lower = end(side.lower(), RoundingMode.FLOOR);
    return "[" + lower + ", " + end(side.upper(), RoundingMode.CEILING) + "]";
  }

  private static String end(double value, RoundingMode rounding) {
    return Double.isFinite(value)
        ? Decimals.text(BigDecimal.valueOf(value).round(new MathContext(DIGITS, rounding)))
        : value < 0 ? "-infinity" : "infinity";
  }
}
