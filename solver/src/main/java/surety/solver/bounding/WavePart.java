package surety.solver.bounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.activation.Curvature;
import surety.certificates.activation.Section;
import surety.certificates.activation.Wave;
import surety.certificates.arithmetic.Interval;

/**
 * Where a sine or cosine f rises, or as a function of -x where it falls; in between it is constant.
 *
 * <p>Let t_k be the turning points, {@code (k + 1/2) pi} of a sine and {@code k pi} of a cosine; f
 * is 1 at those with an even k and -1 at the others, so that it rises from t_(k-1) to t_k if k is
 * even and falls if it is odd. The rising part is {@code k + f(x)} for an even k and k for an odd
 * one, the falling part -k and {@code f(x) - k}: each is continuous, and their sum is f. Turning
 * points are no doubles. Where it is not known between which of them a number lies, both values are
 * enclosed.
 *
 * <p>Sections end at multiples of half of pi, where f turns or has its inflection points; as these
 * are no doubles, there are gaps between sections, in which slopes are from 0 to 1.
 */
final class WavePart implements MonotoneFunction {
  /** Farther away there is a wave for a few points of the grid only. */
  private static final double FARTHEST = 1024;

  /** So many more sections on either side, as knots go a little beyond the range. */
  private static final int MORE = 2;

  private static final Interval PI = new Interval(Math.PI, Math.nextUp(Math.PI));

  private final Wave wave;
  private final boolean isMirrored;
  private final List<Section> sections = new ArrayList<>();

  private WavePart(Wave wave, boolean isMirrored, Interval range) throws BoundingException {
    this.wave = wave;
    this.isMirrored = isMirrored;
    if (!(range.magnitude() <= FARTHEST)) {
      throw new BoundingException(
          "the argument of %s is in %s, which is farther from 0 than %s; take a smaller box"
              .formatted(wave.name(), range, (int) FARTHEST));
    }
    int first = (int) Math.floor(range.lower() / (0.5 * Math.PI)) - MORE;
    int last = (int) Math.floor(range.upper() / (0.5 * Math.PI)) + MORE;
    for (int j = first; j <= last; j++) {
      double from = PI.times(0.5 * j).upper();
      double to = PI.times(0.5 * (j + 1)).lower();
      int at = isMirrored ? 0 : sections.size();
      sections.add(
          at,
          isMirrored ? new Section(-to, -from, curvature(j)) : new Section(from, to, curvature(j)));
    }
  }

  static WavePart rising(Wave wave, Interval range) throws BoundingException {
    return new WavePart(wave, false, range);
  }

  static WavePart falling(Wave wave, Interval range) throws BoundingException {
    return new WavePart(wave, true, range);
  }

  /** Of this part, from j to j + 1 halves of pi: f is a sine, a quarter of its period further. */
  private Curvature curvature(int j) {
    int quarter = Math.floorMod(wave.isSine() ? j : j + 1, 4);
    boolean isRising = quarter == 0 || quarter == 3;
    if (isRising == isMirrored) {
      return Curvature.LINEAR;
    }
    return quarter < 2 ? Curvature.CONCAVE : Curvature.CONVEX;
  }

  @Override
  public String name() {
    return wave.name();
  }

  @Override
  public List<Section> sections() {
    return List.copyOf(sections);
  }

  @Override
  public Interval enclose(double x) {
    double z = isMirrored ? -x : x;
    Interval k = index(z);
    return value(z, k.lower()).hull(value(z, k.upper()));
  }

  /** The first and the last k of which z may be between t_(k-1) and t_k. */
  private Interval index(double z) {
    Interval halves = Interval.of(z).dividedBy(PI).minus(Interval.of(wave.isSine() ? 0.5 : 0));
    return new Interval(Math.floor(halves.lower()) + 1, Math.floor(halves.upper()) + 1);
  }

  private Interval value(double z, double k) {
    boolean isRising = k % 2 == 0;
    Interval constant = Interval.of(isMirrored ? -k : k);
    return isRising == isMirrored ? constant : wave.enclose(z).plus(constant);
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    if (section.curvature() == Curvature.LINEAR) {
      return Interval.ZERO;
    }
    Section whole = wave.sections().get(0);
    Interval slope = wave.encloseSlope(whole, isMirrored ? -x : x);
    Interval rise = isMirrored ? slope.negate() : slope;
    return rise.positivePart();
  }

  @Override
  public Interval encloseSlopes(double from, double to) {
    return new Interval(0, 1);
  }

  /** Where the whole range is between two turning points one part is a constant. */
  @Override
  public Optional<HingeSum> exactly(Interval range) {
    Interval first = index(isMirrored ? -range.lower() : range.lower());
    Interval last = index(isMirrored ? -range.upper() : range.upper());
    boolean isRising = first.lower() % 2 == 0;
    return first.isPoint() && first.equals(last) && isRising == isMirrored
        ? Optional.of(new HingeSum(isMirrored ? -first.lower() : first.lower(), List.of()))
        : Optional.empty();
  }
}
