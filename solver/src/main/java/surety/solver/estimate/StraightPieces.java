package surety.solver.estimate;

import java.util.List;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Curvature;
import surety.certificates.activation.Section;

/** The pieces of a piecewise linear activation, in plain doubles. */
final class StraightPieces {
  private final Activation activation;
  private final List<Section> sections;

  StraightPieces(Activation activation) {
    this.activation = activation;
    this.sections = activation.sections();
  }

  /** Whether an activation has no others. */
  static boolean areAllOf(Activation activation) {
    return activation.sections().stream().allMatch(s -> s.curvature() == Curvature.LINEAR);
  }

  int count() {
    return sections.size();
  }

  /** Where a piece begins: minus infinity, or a kink. */
  double from(int piece) {
    return sections.get(piece).from();
  }

  /** The piece of a number; at a kink the upper one. */
  int at(double x) {
    int piece = 0;
    while (piece + 1 < sections.size() && x >= from(piece + 1)) {
      piece++;
    }
    return piece;
  }

  double slope(int piece) {
    return activation.slope(inside(piece));
  }

  /** What is added to the slope times the number. */
  double intercept(int piece) {
    double at = piece > 0 ? from(piece) : sections.size() > 1 ? from(1) : 0;
    return activation.apply(at) - slope(piece) * at;
  }

  private double inside(int piece) {
    double from = sections.get(piece).from();
    double to = sections.get(piece).to();
    if (Double.isInfinite(from)) {
      return Double.isInfinite(to) ? 0 : to - Math.max(1, Math.abs(to));
    }
    return Double.isInfinite(to) ? from + Math.max(1, Math.abs(from)) : from / 2 + to / 2;
  }
}
