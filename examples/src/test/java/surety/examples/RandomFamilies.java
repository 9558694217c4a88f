package surety.examples;

import static surety.examples.RandomTerm.quarters;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.CauchyDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LaplaceDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.LogisticDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.ParetoDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.distribution.TriangularDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/** A distribution of each family with a density, and samples of it by Commons Math. */
final class RandomFamilies {
  private final Random random;
  private final RandomGenerator generator;

  private RandomFamilies(Random random) {
    this.random = random;
    this.generator = new Well19937c(random.nextLong());
  }

  /** Of any family. */
  static RandomTerm any(Random random) {
    RandomFamilies families = new RandomFamilies(random);
    return switch (random.nextInt(6)) {
      case 0, 1 -> families.ofPieces();
      case 2 -> families.ofOtherTails();
      default -> families.ofPlainTails();
    };
  }

  /** Of a family that has a place, which is left open. */
  static RandomTerm placed(Random random, String place) {
    RandomFamilies families = new RandomFamilies(random);
    double scale = quarters(random, 1, 8);
    return switch (random.nextInt(6)) {
      case 0 -> families.uniform(place, scale);
      case 1 -> families.laplace(place, 0, scale);
      case 2 -> families.logistic(place, 0, scale);
      case 3 -> families.studentT(place, 0, scale);
      case 4 -> families.cauchy(place, 0, scale);
      default -> families.normal(place, 0, scale);
    };
  }

  private static RandomTerm term(String family, DoubleSupplier samples, double... parameters) {
    return heavy(false, family, samples, parameters);
  }

  private static RandomTerm heavy(
      boolean isHeavy, String family, DoubleSupplier samples, double... parameters) {
    String list = Arrays.toString(parameters);
    return new RandomTerm(
        family + "(" + list.substring(1, list.length() - 1) + ")", isHeavy, samples);
  }

  private RandomTerm ofPlainTails() {
    double a = quarters(random, -4, 4);
    double b = quarters(random, 1, 8);
    return switch (random.nextInt(6)) {
      case 0 -> normal(String.valueOf(a), a, b);
      case 1 -> term("Exponential", new ExponentialDistribution(generator, 1 / b)::sample, b);
      case 2 -> {
        double shape = exponent();
        double scale = b / 4;
        yield term("Gamma", new GammaDistribution(generator, shape, scale)::sample, shape, scale);
      }
      case 3 -> {
        double alpha = exponent();
        double beta = exponent();
        yield term("Beta", new BetaDistribution(generator, alpha, beta)::sample, alpha, beta);
      }
      case 4 -> truncatedNormal(a, b);
      default ->
          new RandomTerm(
              "Normal(" + a + ", variance = " + b + ")",
              false,
              new NormalDistribution(generator, a, Math.sqrt(b))::sample);
    };
  }

  private RandomTerm ofOtherTails() {
    double a = quarters(random, -4, 4);
    double b = quarters(random, 1, 8);
    return switch (random.nextInt(7)) {
      case 0 -> {
        double sigma = quarters(random, 1, 4);
        yield heavy(
            sigma > 0.5,
            "LogNormal",
            new LogNormalDistribution(generator, a / 2, sigma)::sample,
            a / 2,
            sigma);
      }
      case 1 -> {
        double shape = exponent();
        yield heavy(
            shape < 1, "Weibull", new WeibullDistribution(generator, shape, b)::sample, shape, b);
      }
      case 2 -> {
        double shape = quarters(random, 2, 12);
        double minimum = b / 2;
        yield heavy(
            true,
            "Pareto",
            new ParetoDistribution(generator, minimum, shape)::sample,
            shape,
            minimum);
      }
      case 3 -> logistic(String.valueOf(a), a, b / 2);
      case 4 -> laplace(String.valueOf(a), a, b / 2);
      case 5 -> studentT(String.valueOf(a), a, b);
      default -> cauchy(String.valueOf(a), a, b);
    };
  }

  private RandomTerm ofPieces() {
    double a = quarters(random, -4, 4);
    double b = quarters(random, 1, 8);
    return switch (random.nextInt(5)) {
      case 0 -> uniform(String.valueOf(a), b).plus(a);
      case 1 -> {
        double mode = a + b * quarters(random, 0, 4);
        yield term(
            "Triangular",
            new TriangularDistribution(generator, a, mode, a + b)::sample,
            a,
            mode,
            a + b);
      }
      case 2 -> histogram(false);
      case 3 -> histogram(true);
      default -> polynomial();
    };
  }

  private RandomTerm uniform(String place, double width) {
    return new RandomTerm(
        "Uniform(" + place + ", " + place + " + " + width + ")",
        false,
        () -> width * generator.nextDouble());
  }

  private RandomTerm normal(String place, double mean, double deviation) {
    return new RandomTerm(
        "Normal(" + place + ", " + deviation + ")",
        false,
        new NormalDistribution(generator, mean, deviation)::sample);
  }

  private RandomTerm laplace(String place, double mean, double scale) {
    return new RandomTerm(
        "Laplace(" + place + ", " + scale + ")",
        false,
        new LaplaceDistribution(generator, mean, scale)::sample);
  }

  private RandomTerm logistic(String place, double mean, double scale) {
    return new RandomTerm(
        "Logistic(" + place + ", " + scale + ")",
        false,
        new LogisticDistribution(generator, mean, scale)::sample);
  }

  private RandomTerm studentT(String place, double centre, double scale) {
    double freedom = quarters(random, 4, 20);
    TDistribution standard = new TDistribution(generator, freedom);
    return new RandomTerm(
        "StudentT(%s, %s, %s)".formatted(freedom, place, scale),
        true,
        () -> centre + scale * standard.sample());
  }

  private RandomTerm cauchy(String place, double centre, double scale) {
    return new RandomTerm(
        "Cauchy(" + place + ", " + scale + ")",
        true,
        new CauchyDistribution(generator, centre, scale)::sample);
  }

  private RandomTerm truncatedNormal(double mean, double deviation) {
    double lower = mean + deviation * quarters(random, -8, 0);
    double upper = mean + deviation * quarters(random, 1, 8);
    NormalDistribution whole = new NormalDistribution(generator, mean, deviation);
    return term(
        "TruncatedNormal",
        () -> {
          double sample = whole.sample();
          while (sample < lower || sample > upper) {
            sample = whole.sample();
          }
          return sample;
        },
        mean,
        deviation,
        lower,
        upper);
  }

  /** Mostly whole: fractional powers take the kernel much longer, and those below 1 are poles. */
  private double exponent() {
    return random.nextInt(4) == 0 ? quarters(random, 2, 10) : random.nextInt(1, 4);
  }

  /** Bins with counts, some of them empty; in the text or in a file. */
  private RandomTerm histogram(boolean isInFile) {
    double[] edges = edges(random.nextInt(1, 5));
    int[] counts = new int[edges.length - 1];
    Arrays.setAll(counts, k -> random.nextInt(k == 0 ? 1 : 0, 6));
    int total = Arrays.stream(counts).sum();
    DoubleSupplier samples =
        () -> {
          int bin = chosen(counts);
          return edges[bin] + (edges[bin + 1] - edges[bin]) * generator.nextDouble();
        };
    StringBuilder weights = new StringBuilder();
    StringBuilder csv = new StringBuilder("lower,upper,count\n");
    for (int k = 0; k < counts.length; k++) {
      weights.append(k == 0 ? "" : ", ").append(counts[k]).append("/").append(total);
      csv.append(edges[k] + "," + edges[k + 1] + "," + counts[k] + "\n");
    }
    String name = "bins" + (csv.toString().hashCode() & 0xffff) + ".csv";
    return isInFile
        ? new RandomTerm(
            "Histogram(\"" + name + "\")", Map.of(name, csv.toString()), false, samples)
        : new RandomTerm(
            "Histogram(" + Arrays.toString(edges) + ", [" + weights + "])", false, samples);
  }

  private double[] edges(int pieces) {
    double[] edges = new double[pieces + 1];
    edges[0] = quarters(random, -4, 4);
    for (int k = 0; k < pieces; k++) {
      edges[k + 1] = edges[k] + quarters(random, 1, 4);
    }
    return edges;
  }

  private int chosen(int[] counts) {
    int rest = generator.nextInt(Arrays.stream(counts).sum());
    int choice = 0;
    while (rest >= counts[choice]) {
      rest -= counts[choice];
      choice++;
    }
    return choice;
  }

  /**
   * Pieces that rise like a power of the distance from their lower edge a: with the width w and n
   * of all counts, count (k + 1) (x - a)^k / (n w^(k+1)), multiplied out.
   */
  private RandomTerm polynomial() {
    double[] edges = edges(random.nextInt(1, 4));
    int[] counts = new int[edges.length - 1];
    int[] powers = new int[edges.length - 1];
    Arrays.setAll(counts, k -> random.nextInt(k == 0 ? 1 : 0, 6));
    Arrays.setAll(powers, k -> random.nextInt(4));
    int total = Arrays.stream(counts).sum();
    StringBuilder pieces = new StringBuilder();
    for (int i = 0; i < counts.length; i++) {
      pieces.append(i == 0 ? "[" : ", [");
      double width = edges[i + 1] - edges[i];
      double binomial = 1;
      for (int j = 0; j <= powers[i]; j++) {
        double numerator =
            counts[i] * (powers[i] + 1) * binomial * Math.pow(-edges[i], powers[i] - j);
        // Both are multiples of a small power of two: exact, and written in full.
        pieces.append(j == 0 ? "" : ", ");
        pieces.append(plain(numerator * 4096));
        pieces.append("/").append(plain(total * Math.pow(width, powers[i] + 1) * 4096));
        binomial = binomial * (powers[i] - j) / (j + 1);
      }
      pieces.append("]");
    }
    return new RandomTerm(
        "Polynomial(" + Arrays.toString(edges) + ", [" + pieces + "])",
        false,
        () -> {
          int piece = chosen(counts);
          double share = Math.pow(generator.nextDouble(), 1.0 / (powers[piece] + 1));
          return edges[piece] + (edges[piece + 1] - edges[piece]) * share;
        });
  }

  private static String plain(double whole) {
    return String.valueOf((long) whole);
  }
}
