package surety.solver.bounding;

import java.util.List;
import java.util.Optional;
import surety.certificates.activation.Curvature;
import surety.certificates.activation.Section;
import surety.certificates.arithmetic.Interval;

/** max(x, 0)^2, with slope 2 max(x, 0): constant below 0, convex above. */
record HalfSquare() implements MonotoneFunction {
  private static final List<Section> SECTIONS =
      List.of(
          new Section(Double.NEGATIVE_INFINITY, 0, Curvature.LINEAR),
          new Section(0, Double.POSITIVE_INFINITY, Curvature.CONVEX));

  @Override
  public String name() {
    return "square";
  }

  @Override
  public Interval enclose(double x) {
    return Interval.of(Math.max(x, 0)).square();
  }

  @Override
  public List<Section> sections() {
    return SECTIONS;
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return Interval.of(2 * Math.max(x, 0));
  }

  @Override
  public Optional<HingeSum> exactly(Interval range) {
    return range.upper() <= 0 ? Optional.of(new HingeSum(0, List.of())) : Optional.empty();
  }
}
