package surety.solver.estimate;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.HaltonSequenceGenerator;
import surety.certificates.arithmetic.Interval;
import surety.certificates.density.Marginal;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Input;
import surety.certificates.statement.RandomInput;
import surety.certificates.stop.Stop;

/** Inputs that are spread as their distributions say: a Halton sequence through the quantiles. */
public final class InputSample {
  /** Halton's sequence is defined for that many coordinates. */
  private static final int MOST_COORDINATES = 40;

  /** The first points of a Halton sequence lie on lines. */
  private static final int SKIPPED = 64;

  private InputSample() {}

  /** Whether there are random inputs, and not more than can be sampled. */
  public static boolean isPossible(List<Input> inputs) {
    long random = inputs.stream().filter(RandomInput.class::isInstance).count();
    return random >= 1 && random <= MOST_COORDINATES;
  }

  /**
   * That many inputs of a network, always the same ones.
   *
   * @throws IllegalArgumentException if no input is random, or more than 40 are
   */
  public static List<double[]> of(List<Input> inputs, int count) {
    return of(inputs, count, Stop.NEVER);
  }

  /** The same, unless it is stopped: the quantiles of many inputs take a while. */
  public static List<double[]> of(List<Input> inputs, int count, Stop stop) {
    if (!isPossible(inputs)) {
      throw new IllegalArgumentException(
          "an estimate needs 1 to " + MOST_COORDINATES + " random inputs");
    }
    List<Quantiles> quantiles = new ArrayList<>();
    for (Input input : inputs) {
      if (input instanceof RandomInput random) {
        stop.check();
        quantiles.add(new Quantiles(Marginal.of(random.distribution())));
      }
    }
    HaltonSequenceGenerator halton = new HaltonSequenceGenerator(quantiles.size());
    halton.skipTo(SKIPPED);
    List<double[]> points = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      points.add(point(inputs, quantiles, halton.nextVector()));
    }
    return points;
  }

  private static double[] point(List<Input> inputs, List<Quantiles> quantiles, double[] shares) {
    double[] x = new double[inputs.size()];
    int next = 0;
    for (int i = 0; i < x.length; i++) {
      if (inputs.get(i) instanceof FixedInput fixed) {
        x[i] = Interval.of(fixed.value()).middle();
      } else {
        x[i] = quantiles.get(next).at(shares[next]);
        next++;
      }
    }
    return x;
  }
}
