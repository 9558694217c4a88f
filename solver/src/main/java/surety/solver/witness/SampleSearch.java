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
  private final SamplePoints samples;
  private final EventEstimate estimate;
  private final ShortPoints shortPoints;

  SampleSearch(SamplePoints samples, EventEstimate estimate, ShortPoints shortPoints) {
    this.samples = samples;
    this.estimate = estimate;
    this.shortPoints = shortPoints;
  }

  /** A witness in {@code around} near one of a number of points of a cell. */
  Optional<Witness> in(List<Range> around, Cell cell, int count, Stop stop) {
    return near(around, samples.of(cell, count), stop);
  }

  /** A witness in a box near those of the points where the event seems to hold, safest first. */
  Optional<Witness> near(List<Range> around, List<double[]> points, Stop stop) {
    List<List<Rational>> good =
        points.stream()
            .map(point -> rated(point, stop))
            .filter(rated -> rated.slack > 0)
            .sorted(Comparator.comparingDouble(rated -> -rated.slack))
            .map(rated -> exact(rated.point))
            .toList();
    return good.isEmpty() ? Optional.empty() : shortPoints.near(around, good, stop);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Rated(double[] point, double slack) {}

  private Rated rated(double[] point, Stop stop) {
    stop.check();
    return new Rated(point, estimate.slack(point));
  }

  private static List<Rational> exact(double[] point) {
    return Arrays.stream(point).mapToObj(Rational::ofDouble).toList();
  }
}
