package surety.solver.search;

import java.util.Arrays;
import java.util.List;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Curvature;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Interval;
import surety.certificates.bounds.Envelope;

/**
 * A hidden neuron whose activation is neither ReLU nor the identity.
 *
 * @param index among the neurons of its layer
 * @param above bounds the activation from above, as the kernel does
 * @param below bounds its negative from above
 * @param kinks where cells are cut for it, ascending: where its slope jumps, unless other points
 *     were asked for
 * @param isSmooth whether cells are also halved for it, because it does not bend at kinks only
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CurvedNeuron(
    int index,
    Activation activation,
    Envelope above,
    Envelope below,
    double[] kinks,
    boolean isSmooth) {

  /** Overlaps beyond an end of a section that are this small against the range are rounding. */
  private static final double NEGLIGIBLE = 1e-13;

  /**
   * Stands for everything larger, and for infinity where nothing is known: its square is finite.
   */
  static final double HUGE = 0x1p500;

  static CurvedNeuron of(int index, Activation activation) {
    return new CurvedNeuron(
        index,
        activation,
        new Envelope(activation, false),
        new Envelope(activation, true),
        kinks(activation),
        activation.sections().stream().anyMatch(s -> s.curvature() != Curvature.LINEAR));
  }

  /** The same neuron, for which cells are cut at these points and nowhere else. */
  CurvedNeuron cutAt(double[] points) {
    return new CurvedNeuron(index, activation, above, below, points, false);
  }

  private static double[] kinks(Activation activation) {
    List<Section> sections = activation.sections();
    double[] kinks = new double[sections.size()];
    int count = 0;
    for (int k = 0; k + 1 < sections.size(); k++) {
      double at = sections.get(k).to();
      Interval before = activation.encloseSlope(sections.get(k), at);
      Interval after = activation.encloseSlope(sections.get(k + 1), at);
      if (before.upper() < after.lower() || after.upper() < before.lower()) {
        kinks[count++] = at;
      }
    }
    return Arrays.copyOf(kinks, count);
  }

  /** The activation's value, at most {@link #HUGE} in size; 0 where it has none. */
  double apply(double x) {
    double value = activation.apply(x);
    return Double.isNaN(value) ? 0 : Math.max(-HUGE, Math.min(HUGE, value));
  }

  /** A bound from above that may be infinite or no number, as a large one. */
  static double known(double upper) {
    return upper <= HUGE ? Math.max(-HUGE, upper) : HUGE;
  }

  /** Whether the activation is constant just beyond a point. */
  boolean isFlatAbove(double at) {
    return activation.slope(Math.nextUp(at)) == 0;
  }

  /** Whether the activation is linear over a range, but for rounding. */
  boolean isLinear(double least, double greatest) {
    double margin = NEGLIGIBLE * (greatest - least);
    for (Section section : activation.sections()) {
      if (section.from() <= least + margin && greatest - margin <= section.to()) {
        return section.curvature() == Curvature.LINEAR;
      }
    }
    return false;
  }
}
