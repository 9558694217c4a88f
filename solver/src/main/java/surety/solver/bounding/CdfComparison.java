package surety.solver.bounding;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Marginal;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Law;
import surety.certificates.statement.Statement;
import surety.solver.estimate.CdfEstimate;

/**
 * How far the cdfs of bounding networks are from that of the network itself: estimates, which are
 * good enough for a picture.
 */
public final class CdfComparison {
  /** So many points, or as many as take a few seconds. */
  private static final int MOST_POINTS = 1 << 15;

  private static final int LEAST_POINTS = 64;
  private static final long MOST_PRODUCTS = 1L << 31;

  private static final AffineForm OUTPUT = new AffineForm(List.of(Rational.ONE));

  private final Law law;
  private final Network network;
  private final List<BoundingPair> pairs;
  private final List<Integer> segments;

  /**
   * The differences for one pair of bounding networks, at each threshold.
   *
   * @param segments of each curved section
   * @param points at which they were estimated
   * @param above of the lower network's cdf: at least 0
   * @param below of the upper network's cdf: at most 0
   */
  public record Difference(int segments, int points, List<Double> above, List<Double> below) {
    /** Takes copies. */
    public Difference {
      above = List.copyOf(above);
      below = List.copyOf(below);
    }
  }

  private CdfComparison(
      Law law, Network network, List<BoundingPair> pairs, List<Integer> segments) {
    this.law = law;
    this.network = network;
    this.pairs = List.copyOf(pairs);
    this.segments = List.copyOf(segments);
  }

  /** Whether there is something to compare: the cdf of one sum of outputs of one network. */
  public static boolean isPossible(Statement statement) {
    return statement.networks().size() == 1
        && statement.claim() instanceof BandClaim band
        && band.given().isEmpty()
        && band.forms().size() == 1
        && band.forms().get(0).inputs().isEmpty();
  }

  /**
   * With bounding networks over the support of the inputs, a pair for each number of segments.
   *
   * @param statement one that this {@linkplain #isPossible is possible} for
   * @throws BoundingException if the network has no bounding networks, or an input no bounds
   */
  public static CdfComparison of(Statement statement, Network network, List<Integer> segments)
      throws BoundingException {
    if (!isPossible(statement)) {
      throw new IllegalArgumentException("no cdf of outputs of one network");
    }
    Network form = withForm(network, ((BandClaim) statement.claim()).forms().get(0));
    List<Interval> box = box(statement.law());
    List<BoundingPair> pairs = new ArrayList<>();
    for (int count : segments) {
      pairs.add(BoundingNetworks.of(form, box, count));
    }
    return new CdfComparison(statement.law(), form, pairs, segments);
  }

  /** The network with a form of its outputs as its only output. */
  private static Network withForm(Network network, AffineForm form) {
    double[] row = form.outputs().stream().mapToDouble(c -> Interval.of(c).middle()).toArray();
    List<Gate> gates = new ArrayList<>(network.gates());
    gates.add(Gate.of(AffineLayer.of(new double[][] {row}, new double[1]), network.output()));
    return new Network(network.inputs(), gates, Wires.range(network.wires(), 1));
  }

  /** Around the values of all branches. */
  private static List<Interval> box(Law law) throws BoundingException {
    List<Interval> box = sides(law.branches().get(0));
    for (Law.Branch branch : law.branches()) {
      List<Interval> sides = sides(branch);
      for (int k = 0; k < sides.size(); k++) {
        box.set(k, box.get(k).hull(sides.get(k)));
      }
    }
    for (int k = 0; k < box.size(); k++) {
      if (!box.get(k).isBounded()) {
        throw new BoundingException(
            "bounding networks need bounded inputs, but input "
                + k
                + " is not; truncate its distribution, as in 'Normal(0, 1) on [-4, 4]', or do without them");
      }
    }
    return box;
  }

  /** Contains the values that each input has in a branch. */
  private static List<Interval> sides(Law.Branch branch) {
    List<Interval> coordinates = new ArrayList<>();
    for (int q = 0; q < branch.dimension(); q++) {
      Marginal marginal = Marginal.ofMixture(branch.distributions(q), branch.weights());
      Interval domain = marginal.domainLower().hull(marginal.domainUpper());
      coordinates.add(domain.times(marginal.scale()).plus(marginal.shift()));
    }
    List<Interval> sides = new ArrayList<>();
    for (Law.InputMap map : branch.inputs()) {
      Interval sum = Interval.of(map.constant());
      for (Law.Term term : map.terms()) {
        Interval coordinate = coordinates.get(term.coordinate());
        sum = sum.plus(coordinate.times(Interval.of(term.coefficient())));
      }
      sides.add(sum);
    }
    return sides;
  }

  /** The estimated differences at some thresholds, one for each number of segments. */
  public List<Difference> at(double[] thresholds) {
    List<Difference> differences = new ArrayList<>();
    for (int k = 0; k < pairs.size(); k++) {
      BoundingPair pair = pairs.get(k);
      int points = points(pair);
      CdfEstimate estimate = new CdfEstimate(law, points);
      double[] cdf = estimate.at(network, OUTPUT, thresholds);
      differences.add(
          new Difference(
              segments.get(k),
              points,
              minus(estimate.at(pair.lower(), OUTPUT, thresholds), cdf),
              minus(estimate.at(pair.upper(), OUTPUT, thresholds), cdf)));
    }
    return differences;
  }

  private static int points(BoundingPair pair) {
    long products = 1;
    for (Gate gate : pair.lower().gates()) {
      products += (long) gate.inputs().stream().mapToInt(Wires::size).sum() * gate.size();
    }
    return (int) Math.max(LEAST_POINTS, Math.min(MOST_POINTS, MOST_PRODUCTS / products));
  }

  /** Both at the same points, so that most of the error of the estimates is not in them. */
  private static List<Double> minus(double[] values, double[] from) {
    List<Double> differences = new ArrayList<>();
    for (int k = 0; k < values.length; k++) {
      differences.add(values[k] - from[k]);
    }
    return differences;
  }
}
