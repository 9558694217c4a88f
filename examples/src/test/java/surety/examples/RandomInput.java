package surety.examples;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
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
    RandomInput family = family(random, new Well19937c(random.nextLong()), 10);
    RandomInput some =
        switch (random.nextInt(8)) {
          case 0, 1 -> truncated(family, random);
          case 2 -> moved(family, random);
          case 3 -> mixture(random);
          case 4 -> discrete(random, new Well19937c(random.nextLong()));
          default -> family;
        };
    return new RandomInput("~ " + some.text, some.csv, rounded(some.samples));
  }

  /**
   * An input that depends on the one above, which is called @0 here; it is called @1 itself.
   *
   * @param last the last sample of the one above
   */
  static RandomInput after(double[] last, Random random) {
    RandomInput noise = family(random, new Well19937c(random.nextLong()), 8);
    double factor = quarters(random, 1, 8) * (random.nextBoolean() ? 1 : -1);
    double shift = quarters(random, -4, 4);
    DoubleSupplier small = rounded(noise.samples);
    return switch (random.nextInt(3)) {
      case 0 ->
          new RandomInput(
              "= " + factor + " * @0" + signed(shift), "", () -> factor * last[0] + shift);
      case 1 ->
          new RandomInput(
              "~ " + factor + " * @0 + " + noise.text,
              "",
              () -> factor * last[0] + small.getAsDouble());
      default -> {
        RandomInput other = family(random, new Well19937c(random.nextLong()), 8);
        DoubleSupplier large = rounded(other.samples);
        yield new RandomInput(
            "~ %s given @0 <= %s;\n  @1 ~ %s given @0 > %s"
                .formatted(noise.text, shift, other.text, shift),
            "",
            () -> last[0] <= shift ? small.getAsDouble() : large.getAsDouble());
      }
    };
  }

  private static String signed(double number) {
    return (number < 0 ? " - " : " + ") + Math.abs(number);
  }

  /** The same, and what was sampled last is known. */
  RandomInput remembering(double[] last) {
    return new RandomInput(
        text,
        csv,
        () -> {
          last[0] = samples.getAsDouble();
          return last[0];
        });
  }

  private static RandomInput moved(RandomInput family, Random random) {
    double factor = quarters(random, 1, 8) * (random.nextBoolean() ? 1 : -1);
    double shift = quarters(random, -4, 4);
    return new RandomInput(
        shift + signed(factor) + " * " + family.text,
        family.csv,
        () -> shift + factor * family.samples.getAsDouble());
  }

  /** Of two families, perhaps cut off as a whole. */
  private static RandomInput mixture(Random random) {
    RandomGenerator generator = new Well19937c(random.nextLong());
    RandomInput first = family(random, generator, 8);
    RandomInput second = family(random, generator, 8);
    double weight = quarters(random, 1, 3);
    RandomInput both =
        new RandomInput(
            "Mixture(%s: %s, %s: %s)".formatted(weight, first.text, 1 - weight, second.text),
            "",
            () ->
                generator.nextDouble() < weight
                    ? first.samples.getAsDouble()
                    : second.samples.getAsDouble());
    return random.nextInt(3) == 0 ? truncated(both, random) : both;
  }

  /** Numbers that lie on no threshold, for they are moved by half a step. */
  private static RandomInput discrete(Random random, RandomGenerator generator) {
    double step = 0.5 / STEPS;
    String moved = new BigDecimal(step).toPlainString() + " + ";
    double p = quarters(random, 1, 3);
    return switch (random.nextInt(4)) {
      case 0 ->
          new RandomInput(
              moved + "Bernoulli(" + p + ")",
              "",
              () -> step + (generator.nextDouble() < p ? 1 : 0));
      case 1 ->
          new RandomInput(
                  moved + "Binomial(3, " + p + ")",
                  "",
                  new BinomialDistribution(generator, 3, p)::sample)
              .moved(step);
      case 2 ->
          new RandomInput(
                  moved + "Poisson(" + p + ")",
                  "",
                  new PoissonDistribution(generator, p, 1e-12, 1000)::sample)
              .moved(step);
      default -> {
        double a = quarters(random, -8, 0);
        double b = quarters(random, 1, 8);
        yield new RandomInput(
            moved + "Categorical(%s: %s, %s: %s)".formatted(a, p, b, 1 - p),
            "",
            () -> step + (generator.nextDouble() < p ? a : b));
      }
    };
  }

  private RandomInput moved(double by) {
    return new RandomInput(text, csv, () -> by + samples.getAsDouble());
  }

  boolean isRandom() {
    return text.startsWith("~");
  }

  /** To the middles of small steps, which are exact and lie on no threshold. */
  private static DoubleSupplier rounded(DoubleSupplier samples) {
    return () -> (Math.floor(samples.getAsDouble() * STEPS) + 0.5) / STEPS;
  }

  /**
   * @param kinds 10, or 8 for those without files
   */
  private static RandomInput family(Random random, RandomGenerator generator, int kinds) {
    double a = quarters(random, -4, 4);
    double b = quarters(random, 1, 8);
    return switch (random.nextInt(kinds)) {
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
      case 6 ->
          new RandomInput(
              "Normal(" + a + ", variance = " + b + ")",
              "",
              new NormalDistribution(generator, a, Math.sqrt(b))::sample);
      case 9 -> histogram(random, generator, true);
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
