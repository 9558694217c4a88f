package surety.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Marginal;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
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
 * @param pairs of the query's form as the only output
 * @param segments of each pair
 */
record BoundingComparison(List<Input> inputs, List<BoundingPair> pairs, List<Integer> segments) {
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
    List<BoundingPair> pairs = new ArrayList<>();
    for (int count : segments) {
      pairs.add(pair(query, inputs, count));
    }
    return new BoundingComparison(inputs, pairs, segments);
  }

  private static BoundingPair pair(Obligation query, List<Input> inputs, int segments)
      throws Failure {
    Network network = Networks.read(query.networkFile());
    List<Layer> layers = new ArrayList<>(network.layers());
    double[] form =
        query.statement().claim().affineForm().coefficients().stream()
            .mapToDouble(c -> Interval.of(c).middle())
            .toArray();
    layers.add(AffineLayer.of(new double[][] {form}, new double[1]));
    try {
      return BoundingNetworks.of(new Network(network.inputs(), layers), box(inputs), segments);
    } catch (BoundingException e) {
      throw new Failure(ExitStatus.BAD_INPUT, query.networkFile() + ": " + e.getMessage(), e);
    }
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
      comparisons.add(
          new CdfPicture.Comparison(
              label,
              list(estimate.at(pairs.get(k).lower(), OUTPUT, thresholds)),
              list(estimate.at(pairs.get(k).upper(), OUTPUT, thresholds))));
    }
    return comparisons;
  }

  private static int points(BoundingPair pair) {
    long products = 1;
    for (Layer layer : pair.lower().layers()) {
      products += (long) layer.inputs() * layer.outputs();
    }
    return (int) Math.max(64, Math.min(MOST_POINTS, MOST_PRODUCTS / products));
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
