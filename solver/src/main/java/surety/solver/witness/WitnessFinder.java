package surety.solver.witness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.Event;

/**
 * Looks for an input in a cell for which an event happens: at a few points first, then, if the
 * cell's bounds leave it open, with Z3.
 *
 * <p>{@link Finding.Found} is always exactly checked. {@link Finding.Impossible} rests on
 * outward-rounded bounds over the cell or on Z3's unsat for an encoding that is exact; both hold for
 * every point of the closed cell, so its probability there is zero.
 */
public final class WitnessFinder {
  private static final int SAMPLES = 64;

  private final Network network;
  private final InputSpace space;
  private final Event event;
  private final WitnessLimits limits;
  private final EventEstimate estimate;
  private final ShortPoints shortPoints;
  private final PolytopeSolver solver;

  /**
   * A finder for one event.
   *
   * @throws IllegalArgumentException if network, inputs and event do not fit together
   */
  public WitnessFinder(Network network, InputSpace space, Event event, WitnessLimits limits) {
    WitnessCheck check = new WitnessCheck(network, space, event);
    this.network = network;
    this.space = space;
    this.event = event;
    this.limits = limits;
    this.estimate = new EventEstimate(network, space, event);
    this.shortPoints = new ShortPoints(check);
    this.solver = new PolytopeSolver(network, space, event, limits);
  }

  /** What there is in a cell, within the limit of the whole search. */
  public Finding find(ExactCell cell) {
    return find(cell, limits.total());
  }

  /** What there is in a cell, within a time. */
  public Finding find(ExactCell cell, Duration time) {
    Deadline deadline = Deadline.in(time);
    ExactBox.requireDimension(cell.dimension(), space.dimension());
    if (isTooLarge()) {
      return sampled(cell)
          .<Finding>map(Finding.Found::new)
          .orElseGet(() -> new Finding.Unknown("the network is too large for Z3"));
    }
    CellBounds bounds = CellBounds.of(network, space, cell);
    if (bounds.decide(event) == CellBounds.Decision.NEVER) {
      return new Finding.Impossible();
    }
    Optional<Witness> witness = sampled(cell);
    if (witness.isPresent()) {
      return new Finding.Found(witness.get());
    }
    return interpret(cell, solver.solve(cell, bounds, deadline.remaining()));
  }

  private Finding interpret(ExactCell cell, PolytopeSolver.Answer answer) {
    if (answer instanceof PolytopeSolver.Answer.Possible possible) {
      return shortPoints
          .near(cell, possible.points())
          .<Finding>map(Finding.Found::new)
          .orElseGet(
              () -> new Finding.Unknown("the point that Z3 gave did not pass the exact check"));
    }
    if (answer instanceof PolytopeSolver.Answer.GivenUp givenUp) {
      return new Finding.Unknown(givenUp.reason());
    }
    return new Finding.Impossible();
  }

  /** A witness among the sample points, without Z3. */
  Optional<Witness> sampled(ExactCell cell) {
    return near(cell, SamplePoints.of(cell, SAMPLES));
  }

  /** A witness near those of the points where the event seems to hold. */
  Optional<Witness> near(ExactCell cell, List<double[]> points) {
    record Rated(double[] point, double slack) {}
    Stream<Rated> good =
        points.stream()
            .map(point -> new Rated(point, estimate.slack(point)))
            .filter(rated -> rated.slack > 0)
            .sorted(Comparator.comparingDouble(rated -> -rated.slack));
    List<List<Rational>> exact = new ArrayList<>();
    good.forEach(
        rated -> {
          List<Rational> point = new ArrayList<>();
          for (double x : rated.point) {
            point.add(Rational.ofDouble(x));
          }
          exact.add(point);
        });
    return exact.isEmpty() ? Optional.empty() : shortPoints.near(cell, exact);
  }

  /** The event's distance from failing at a point, an estimate. */
  double slack(double[] point) {
    return estimate.slack(point);
  }

  /** The bounds' decision about a cell; open if the network is too large for bounds. */
  CellBounds.Decision decide(ExactCell cell) {
    return isTooLarge()
        ? CellBounds.Decision.OPEN
        : CellBounds.of(network, space, cell).decide(event);
  }

  private boolean isTooLarge() {
    long weights = 0;
    for (var layer : network.layers()) {
      if (layer instanceof AffineLayer affine) {
        for (int row = 0; row < affine.rows(); row++) {
          weights += affine.nonzeros(row);
        }
      }
    }
    return weights > limits.weights() / (space.dimension() + 1);
  }
}
