package surety.solver.witness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.network.Network;
import surety.certificates.statement.Event;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;

/**
 * Looks for a witness among points of a law whose inputs are not independent: some points of each
 * branch's coordinates, of which the inputs follow exactly. It never says that there is none.
 */
final class LawWitness {
  /** How many points are looked at in all, at most. */
  private static final int MOST_POINTS = 20_000;

  /** And in one branch, where there are few. */
  private static final int POINTS = 512;

  private final EventEstimate estimate;
  private final WitnessCheck check;
  private final Stop stop;

  private LawWitness(Network network, Event event, Stop stop) {
    this.stop = stop;
    InputSpace anywhere = InputSpace.anywhere(network.inputs());
    this.estimate = new EventEstimate(network, anywhere, event);
    this.check = new WitnessCheck(network, anywhere, event);
  }

  /** Looks at some points, and checks the first one exactly at which the event seems to happen. */
  static Finding find(Law law, Network network, Event event, Stop stop) {
    LawWitness witness = new LawWitness(network, event, stop);
    int each = Math.max(1, Math.min(POINTS, MOST_POINTS / law.branches().size()));
    try {
      for (Law.Branch branch : law.branches()) {
        Optional<Witness> found = witness.in(branch, each);
        if (found.isPresent()) {
          return new Finding.Found(found.get());
        }
      }
    } catch (StoppedException e) {
      return new Finding.Unknown("the time limit was met");
    }
    return new Finding.Unknown("it happens at none of the inputs that were tried");
  }

  private Optional<Witness> in(Law.Branch branch, int count) {
    List<Interval> ranges = new ArrayList<>();
    for (int q = 0; q < branch.dimension(); q++) {
      ranges.add(range(branch.summands().get(0).coordinates().get(q)).plain());
    }
    List<double[]> points =
        branch.dimension() == 0 ? List.of(new double[0]) : SamplePoints.inBox(ranges, count);
    for (double[] point : points) {
      stop.check();
      List<Rational> x = inputs(branch, point);
      double[] plain = x.stream().mapToDouble(EventEstimate::nearest).toArray();
      if (estimate.slack(plain) >= 0) {
        Optional<Witness> found = check.confirm(x, stop);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Range range(Distribution distribution) {
    List<Range> support = RandomCoordinate.of(distribution).support();
    return support.get(support.size() / 2);
  }

  private static List<Rational> inputs(Law.Branch branch, double[] u) {
    List<Rational> exact = Arrays.stream(u).mapToObj(Rational::ofDouble).toList();
    return branch.inputs().stream().map(map -> value(map, exact)).toList();
  }

  /** An input at a point of its branch's coordinates. */
  static Rational value(Law.InputMap map, List<Rational> u) {
    Rational value = map.constant();
    for (Law.Term term : map.terms()) {
      value = value.plus(term.coefficient().times(u.get(term.coordinate())));
    }
    return value;
  }
}
