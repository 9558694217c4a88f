package surety.cli.report;

import java.util.Locale;

/**
 * Colours for probabilities on a logarithmic scale, from the largest one down by some decades; what
 * is less has the darkest colour.
 */
final class ProbabilityColours {
  static final int DECADES = 4;

  /** From dark to light, evenly perceived, also without colour vision. */
  private static final int[][] RAMP = {
    {68, 1, 84}, {72, 40, 120}, {62, 74, 137}, {49, 104, 142}, {38, 130, 142},
    {31, 158, 137}, {53, 183, 121}, {109, 205, 89}, {180, 222, 44}, {253, 231, 37}
  };

  private final double greatest;

  ProbabilityColours(double greatest) {
    this.greatest = greatest > 0 ? greatest : 1;
  }

  String of(double probability) {
    double decades = probability > 0 ? Math.log10(greatest / probability) : DECADES;
    return at(1 - Math.max(0, Math.min(DECADES, decades)) / DECADES);
  }

  /** The colour at a place of the scale, from 0 to 1. */
  String at(double place) {
    double position = place * (RAMP.length - 1);
    int low = (int) Math.min(Math.floor(position), RAMP.length - 2);
    double part = position - low;
    int[] colour = new int[3];
    for (int c = 0; c < 3; c++) {
      colour[c] = (int) Math.round((1 - part) * RAMP[low][c] + part * RAMP[low + 1][c]);
    }
    return String.format(Locale.ROOT, "#%02x%02x%02x", colour[0], colour[1], colour[2]);
  }

  /** What stands beside the scale, so many decades below its top. */
  String label(int decade) {
    String value = String.format(Locale.ROOT, "%.1e", greatest * Math.pow(10, -decade));
    return (decade == DECADES ? "&#8804; " : "") + value.replace("e-0", "e-").replace("e+0", "e");
  }
}
