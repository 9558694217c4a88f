package surety.examples;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * What an input is: as a specification has it, and samples of it, by Commons Math.
 *
 * @param text what stands behind the name of the input
 * @param csv content of the file {@code bins.csv} that the text names; empty if it names none
 */
record RandomInput(String text, String csv, DoubleSupplier samples) {
  private static final double STEPS = 1 << 24;
  private static final String[] FIXED = {"0", "1", "-0.5", "3/4", "0.25"};

  /** An input of any kind. */
  static RandomInput of(Random random) {
    if (random.nextInt(10) == 0) {
      String number = FIXED[random.nextInt(FIXED.length)];
      double value = number.equals("3/4") ? 0.75 : Double.parseDouble(number);
      return new RandomInput("= " + number, "", () -> value);
    }
    RandomInput family = family(random, new Well19937c(random.nextLong()));
    RandomInput some = random.nextInt(4) == 0 ? truncated(family, random) : family;
    return new RandomInput("~ " + some.text, some.csv, rounded(some.samples));
  }

  boolean isRandom() {
    return text.startsWith("~");
  }

  /** To the middles of small steps, which are exact and lie on no threshold. */
  private static DoubleSupplier rounded(DoubleSupplier samples) {
    return () -> (Math.floor(samples.getAsDouble() * STEPS) + 0.5) / STEPS;
  }

  private static RandomInput family(Random random, RandomGenerator generator) {
    double a = quarters(random, -4, 4);
    double b = quarters(random, 1, 8);
    return switch (random.nextInt(9)) {
      case 0 -> of("Normal", new NormalDistribution(generator, a, b)::sample, a, b);
      case 1 -> of("Exponential", new ExponentialDistribution(generator, 1 / b)::sample, b);
      case 2 -> {
        double shape = exponent(random);
        double scale = b / 4;
        yield of("Gamma", new GammaDistribution(generator, shape, scale)::sample, shape, scale);
      }
      case 3 -> {
        double alpha = exponent(random);
        double beta = exponent(random);
        yield of("Beta", new BetaDistribution(generator, alpha, beta)::sample, alpha, beta);
      }
      case 4 -> {
        double mode = a + b * quarters(random, 0, 4);
        yield of(
            "Triangular",
            new TriangularDistribution(generator, a, mode, a + b)::sample,
            a,
            mode,
            a + b);
      }
      case 5 -> histogram(random, generator, false);
      case 6 -> histogram(random, generator, true);
      default -> of("Uniform", () -> a + b * generator.nextDouble(), a, a + b);
    };
  }

  private static RandomInput of(String family, DoubleSupplier samples, double... parameters) {
    String list = Arrays.toString(parameters);
    return new RandomInput(family + "(" + list.substring(1, list.length() - 1) + ")", "", samples);
  }

  /** Mostly whole: fractional powers take the kernel much longer. */
  private static double exponent(Random random) {
    return random.nextInt(4) == 0 ? 1 + quarters(random, 0, 8) : random.nextInt(1, 4);
  }

  private static double quarters(Random random, int least, int most) {
    return random.nextInt(least, most + 1) / 4.0;
  }

  /** Bins with counts, some of them empty; in the text or in a file. */
  private static RandomInput histogram(Random random, RandomGenerator generator, boolean inFile) {
    int bins = random.nextInt(1, 5);
    double[] edges = new double[bins + 1];
    int[] counts = new int[bins];
    edges[0] = quarters(random, -4, 4);
    for (int k = 0; k < bins; k++) {
      edges[k + 1] = edges[k] + quarters(random, 1, 4);
      counts[k] = random.nextInt(k == 0 ? 1 : 0, 6);
    }
    int total = Arrays.stream(counts).sum();
    DoubleSupplier samples =
        () -> {
          int rest = generator.nextInt(total);
          int bin = 0;
          while (rest >= counts[bin]) {
            rest -= counts[bin];
            bin++;
          }
          return edges[bin] + (edges[bin + 1] - edges[bin]) * generator.nextDouble();
        };
    StringBuilder weights = new StringBuilder();
    StringBuilder csv = new StringBuilder("lower,upper,count\n");
    for (int k = 0; k < bins; k++) {
      weights.append(k == 0 ? "" : ", ").append(counts[k]).append("/").append(total);
      csv.append(edges[k] + "," + edges[k + 1] + "," + counts[k] + "\n");
    }
    String text = "Histogram(" + Arrays.toString(edges) + ", [" + weights + "])";
    return inFile
        ? new RandomInput("Histogram(\"bins.csv\")", csv.toString(), samples)
        : new RandomInput(text, "", samples);
  }

  /** By rejection, from one sample to another one. */
  private static RandomInput truncated(RandomInput base, Random random) {
    double[] some = new double[40];
    Arrays.setAll(some, i -> base.samples.getAsDouble());
    Arrays.sort(some);
    double lower = Math.floor(some[random.nextInt(0, 20)] * 16) / 16;
    double upper = Math.ceil(some[random.nextInt(25, 40)] * 16 + 1) / 16;
    DoubleSupplier samples =
        () -> {
          double sample = base.samples.getAsDouble();
          while (sample < lower || sample > upper) {
            sample = base.samples.getAsDouble();
          }
          return sample;
        };
    return new RandomInput(base.text + " on [" + lower + ", " + upper + "]", base.csv, samples);
  }
}
