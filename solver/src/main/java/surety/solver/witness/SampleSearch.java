package surety.solver.witness;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Cell;
import surety.certificates.stop.Stop;

/** Looks for a witness at a few points in plain doubles, and checks what it finds exactly. */
final class SampleSearch {
  private final InputSpace space;
  private final EventEstimate estimate;
  private final ShortPoints shortPoints;

  SampleSearch(InputSpace space, EventEstimate estimate, ShortPoints shortPoints) {
    this.space = space;
    this.estimate = estimate;
    this.shortPoints = shortPoints;
  }

  /** A witness in {@code around} near one of a number of points of a cell. */
  Optional<Witness> in(List<Range> around, Cell cell, int count, Stop stop) {
    return near(around, SamplePoints.of(space, cell, count), stop);
  }

  /** A witness in a box near those of the points where the event seems to hold, safest first. */
  Optional<Witness> near(List<Range> around, List<double[]> points, Stop stop) {
    List<List<Rational>> good =
        points.stream()
            .map(point -> rated(point, stop))
            .filter(rated -> rated.slack > 0)
            .sorted(Comparator.comparingDouble(rated -> -rated.slack))
            .map(Rated::point)
            .toList();
    return good.isEmpty() ? Optional.empty() : shortPoints.near(around, good, stop);
  }

  private record Rated(List<Rational> point, double slack) {}

  private Rated rated(double[] point, Stop stop) {
    stop.check();
    return new Rated(exact(point), estimate.slack(point));
  }

  private static List<Rational> exact(double[] point) {
    return Arrays.stream(point).mapToObj(Rational::ofDouble).toList();
  }
}
