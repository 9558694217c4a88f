package surety.cli;

import java.nio.file.Path;
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
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Input;
import surety.certificates.statement.RandomInput;
import surety.cli.report.CdfPicture;
import surety.language.Obligation;
import surety.solver.BandPoint;
import surety.solver.bounding.BoundingException;
import surety.solver.bounding.BoundingNetworks;
import surety.solver.bounding.BoundingPair;
import surety.solver.estimate.CdfEstimate;

/**
 * The cdfs of bounding networks beside that of the network itself, estimated for a picture.
 *
 * @param inputs of the statement
 * @param network with the query's form as its only output
 * @param pairs its bounding networks
 * @param segments of each pair
 */
record BoundingComparison(
    List<Input> inputs, Network network, List<BoundingPair> pairs, List<Integer> segments) {
  /** So many points, or as many as take a few seconds. */
  private static final int MOST_POINTS = 1 << 15;

  private static final long MOST_PRODUCTS = 1L << 31;

  private static final AffineForm OUTPUT = new AffineForm(List.of(Rational.ONE));

  /**
   * The bounding networks of a query's network over the support of its inputs.
   *
   * @throws Failure if there are none
   */
  static BoundingComparison of(Obligation query, List<Integer> segments) throws Failure {
    List<Input> inputs = query.statement().inputs();
    Path file = query.networkFiles().get(0);
    Network network = form(query, file);
    List<BoundingPair> pairs = new ArrayList<>();
    for (int count : segments) {
      try {
        pairs.add(BoundingNetworks.of(network, box(inputs), count));
      } catch (BoundingException e) {
        throw new Failure(ExitStatus.BAD_INPUT, file + ": " + e.getMessage(), e);
      }
    }
    return new BoundingComparison(inputs, network, pairs, segments);
  }

  private static Network form(Obligation query, Path file) throws Failure {
    if (query.networkFiles().size() > 1
        || !(query.statement().claim() instanceof BandClaim band)
        || band.given().isPresent()
        || !band.form().inputs().isEmpty()) {
      throw new Failure(
          ExitStatus.USAGE,
          "'"
              + query.name()
              + "' is not the cdf of outputs of one network without a condition, so there are no"
              + " bounding networks to compare it with; leave --compare out");
    }
    Network network = NetworkFiles.network(file);
    List<Gate> gates = new ArrayList<>(network.gates());
    double[] form =
        band.form().outputs().stream().mapToDouble(c -> Interval.of(c).middle()).toArray();
    gates.add(Gate.of(AffineLayer.of(new double[][] {form}, new double[1]), network.output()));
    return new Network(network.inputs(), gates, Wires.range(network.wires(), 1));
  }

  private static List<Interval> box(List<Input> inputs) throws Failure {
    List<Interval> box = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Interval side = side(inputs.get(i));
      if (!side.isBounded()) {
        throw new Failure(
            ExitStatus.BAD_INPUT,
            "bounding networks need bounded inputs, but input "
                + i
                + " is not; truncate its distribution, as in 'Normal(0, 1) on [-4, 4]'");
      }
      box.add(side);
    }
    return box;
  }

  private static Interval side(Input input) {
    if (input instanceof FixedInput fixed) {
      return Interval.of(fixed.value());
    }
    Marginal marginal = Marginal.of(((RandomInput) input).distribution());
    return marginal
        .domainLower()
        .hull(marginal.domainUpper())
        .times(marginal.scale())
        .plus(marginal.shift());
  }

  /** The estimates at the thresholds of a band. */
  List<CdfPicture.Comparison> at(List<BandPoint> band) {
    double[] thresholds = band.stream().mapToDouble(BandPoint::t).toArray();
    List<CdfPicture.Comparison> comparisons = new ArrayList<>();
    for (int k = 0; k < pairs.size(); k++) {
      int points = points(pairs.get(k));
      CdfEstimate estimate = new CdfEstimate(inputs, points);
      String label =
          "bounding networks of %d segments, estimated at %d points"
              .formatted(segments.get(k), points);
      double[] cdf = estimate.at(network, OUTPUT, thresholds);
      comparisons.add(
          new CdfPicture.Comparison(
              label,
              differences(estimate.at(pairs.get(k).lower(), OUTPUT, thresholds), cdf),
              differences(estimate.at(pairs.get(k).upper(), OUTPUT, thresholds), cdf)));
    }
    return comparisons;
  }

  private static int points(BoundingPair pair) {
    long products = 1;
    for (Gate gate : pair.lower().gates()) {
      products += (long) gate.inputs().stream().mapToInt(Wires::size).sum() * gate.size();
    }
    return (int) Math.max(64, Math.min(MOST_POINTS, MOST_PRODUCTS / products));
  }

  /** Both at the same points, so that most of the error of the estimates is not in them. */
  private static List<Double> differences(double[] values, double[] from) {
    List<Double> differences = new ArrayList<>();
    for (int k = 0; k < values.length; k++) {
      differences.add(values[k] - from[k]);
    }
    return differences;
  }
}
