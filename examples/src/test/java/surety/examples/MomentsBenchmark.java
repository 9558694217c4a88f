package surety.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Input;
import surety.certificates.statement.Law;
import surety.certificates.statement.RandomInput;
import surety.certificates.stop.Stop;
import surety.solver.JointMoments;
import surety.solver.QuickMoments;
import surety.solver.estimate.MomentMatching;

/**
 * All moments of networks with random weights and normal inputs, without a tree: how long the
 * kernel takes, with the estimate that it takes centres from, and how close its bounds are, as a
 * table in Markdown.
 */
final class MomentsBenchmark {
  private static final int RUNS = 5;
  private static final double NANOSECONDS = 1e9;

  private MomentsBenchmark() {}

  /** A network of these widths, inputs first, all of whose inputs have this deviation. */
  private record Case(String deviation, Activation activation, List<Integer> widths) {
    Case {
      widths = List.copyOf(widths);
    }

    String title() {
      return String.join("-", widths.stream().map(w -> "" + w).toList()) + ", " + activation.name();
    }

    /** Weights that keep the size of numbers from layer to layer. */
    Network network() {
      SplittableRandom random = new SplittableRandom(20_261_130);
      List<Layer> layers = new ArrayList<>();
      for (int n = 1; n < widths.size(); n++) {
        double scale = Math.sqrt(2.0 / widths.get(n - 1));
        double[][] weights = new double[widths.get(n)][widths.get(n - 1)];
        double[] biases = new double[widths.get(n)];
        for (int i = 0; i < widths.get(n); i++) {
          biases[i] = (float) (0.1 * random.nextGaussian());
          for (int j = 0; j < widths.get(n - 1); j++) {
            weights[i][j] = (float) (scale * random.nextGaussian());
          }
        }
        layers.add(AffineLayer.of(weights, biases));
        if (n < widths.size() - 1) {
          layers.add(ActivationLayer.uniform(widths.get(n), activation));
        }
      }
      return Network.chain(widths.get(0), layers);
    }

    Law law() {
      SplittableRandom random = new SplittableRandom(7);
      List<Input> inputs = new ArrayList<>();
      for (int k = 0; k < widths.get(0); k++) {
        Rational mean = Rational.of(random.nextInt(-64, 65), 64);
        inputs.add(new RandomInput(Distribution.parse("normal(" + mean + ", " + deviation + ")")));
      }
      return Law.independent(inputs);
    }
  }

  private static final List<Case> CASES =
      List.of(
          new Case("1/4", Activation.RELU, List.of(2, 12, 1)),
          new Case("1/4", Activation.RELU, List.of(31, 64, 31)),
          new Case("1/4", Activation.RELU, List.of(31, 1024, 1)),
          new Case("1/16", Activation.RELU, List.of(31, 64, 64, 31)),
          new Case("1/100", Activation.RELU, List.of(31, 64, 64, 64, 64, 64, 31)),
          new Case("1/1000", Activation.RELU, List.of(31, 64, 64, 64, 64, 64, 31)),
          new Case("1/4", Activation.TANH, List.of(2, 12, 1)),
          new Case("1/16", Activation.TANH, List.of(31, 64, 31)),
          new Case("1/16", Activation.ERF_GATE, List.of(31, 64, 31)));

  /** Prints the table. */
  public static void main(String[] arguments) {
    System.out.printf(
        Locale.ROOT,
        """

        Random weights, normal inputs; best of %d runs.

        | network | deviation of inputs | numbers | bounds | estimate | mean | deviation |
        |---|---|---:|---:|---:|---:|---:|
        """,
        RUNS);
    CASES.forEach(row -> System.out.println(line(row)));
  }

  private static String line(Case row) {
    Network network = row.network();
    Law law = row.law();
    int outputs = network.outputs();
    List<AffineForm> forms =
        IntStream.range(0, outputs).mapToObj(k -> AffineForm.ofOutput(k, outputs)).toList();
    double seconds = Double.POSITIVE_INFINITY;
    double estimate = Double.POSITIVE_INFINITY;
    JointMoments moments = null;
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      MomentMatching.of(network, law, forms, Stop.NEVER);
      estimate = Math.min(estimate, (System.nanoTime() - start) / NANOSECONDS);
      start = System.nanoTime();
      moments = QuickMoments.of(network, law, forms, Stop.NEVER).bounds().orElseThrow();
      seconds = Math.min(seconds, (System.nanoTime() - start) / NANOSECONDS);
    }
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,d | %.3f s | %.3f s | %.1e | %.1e |",
        row.title(),
        row.deviation,
        moments.bounds().size(),
        seconds,
        estimate,
        widest(moments, false),
        widest(moments, true));
  }

  /** The largest width of a bound of a mean or deviation, in deviations. */
  private static double widest(JointMoments moments, boolean isDeviation) {
    return IntStream.range(0, moments.forms().size())
        .mapToDouble(
            k -> {
              Enclosure bounds = isDeviation ? moments.deviation(k) : moments.mean(k);
              return bounds.width().doubleCeiling() / moments.deviation(k).upper().doubleCeiling();
            })
        .max()
        .orElseThrow();
  }
}
