package surety.examples;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * A distribution of one input: as a specification has it, and samples of it.
 *
 * @param files content of the files that the text names, by their names
 * @param isHeavy whether averages of samples tell little of its moments
 */
record RandomTerm(String text, Map<String, String> files, boolean isHeavy, DoubleSupplier samples) {
  private static final double STEPS = 1 << 24;

  RandomTerm(String text, boolean isHeavy, DoubleSupplier samples) {
    this(text, Map.of(), isHeavy, samples);
  }

  /** A distribution of any kind. */
  static RandomTerm of(Random random) {
    RandomTerm family = RandomFamilies.any(random);
    return switch (random.nextInt(8)) {
      case 0, 1 -> family.truncated(random);
      case 2 -> family.moved(random);
      case 3 -> mixture(random);
      case 4 -> discrete(random, new Well19937c(random.nextLong()));
      default -> family;
    };
  }

  /** To the middles of small steps, which are exact and lie on no threshold. */
  static double rounded(double sample) {
    return (Math.floor(sample * STEPS) + 0.5) / STEPS;
  }

  private RandomTerm moved(Random random) {
    double factor = quarters(random, 1, 8) * (random.nextBoolean() ? 1 : -1);
    double shift = quarters(random, -4, 4);
    return new RandomTerm(
        shift + signed(factor) + " * " + text,
        files,
        isHeavy,
        () -> shift + factor * samples.getAsDouble());
  }

  RandomTerm plus(double shift) {
    return new RandomTerm(text, files, isHeavy, () -> shift + samples.getAsDouble());
  }

  /** Of two families, perhaps cut off as a whole. */
  private static RandomTerm mixture(Random random) {
    RandomGenerator generator = new Well19937c(random.nextLong());
    RandomTerm first = RandomFamilies.any(random);
    RandomTerm second = RandomFamilies.any(random);
    double weight = quarters(random, 1, 3);
    Map<String, String> files = new TreeMap<>(first.files);
    files.putAll(second.files);
    RandomTerm both =
        new RandomTerm(
            "Mixture(%s: %s, %s: %s)".formatted(weight, first.text, 1 - weight, second.text),
            files,
            first.isHeavy || second.isHeavy,
            () ->
                generator.nextDouble() < weight
                    ? first.samples.getAsDouble()
                    : second.samples.getAsDouble());
    return random.nextInt(3) == 0 ? both.truncated(random) : both;
  }

  /** Numbers that lie on no threshold, for they are moved by half a step. */
  private static RandomTerm discrete(Random random, RandomGenerator generator) {
    double p = quarters(random, 1, 3);
    return switch (random.nextInt(4)) {
      case 0 -> offGrid("Bernoulli(" + p + ")", () -> generator.nextDouble() < p ? 1 : 0);
      case 1 ->
          offGrid("Binomial(3, " + p + ")", new BinomialDistribution(generator, 3, p)::sample);
      case 2 ->
          offGrid("Poisson(" + p + ")", new PoissonDistribution(generator, p, 1e-12, 1000)::sample);
      default -> {
        double a = quarters(random, -8, 0);
        double b = quarters(random, 1, 8);
        yield offGrid(
            "Categorical(%s: %s, %s: %s)".formatted(a, p, b, 1 - p),
            () -> generator.nextDouble() < p ? a : b);
      }
    };
  }

  private static RandomTerm offGrid(String text, DoubleSupplier samples) {
    return new RandomTerm(
        offGrid(0) + " + " + text, false, () -> 0.5 / STEPS + samples.getAsDouble());
  }

  /** A number moved by half a step, as it is written. */
  static String offGrid(double number) {
    return new BigDecimal(number + 0.5 / STEPS).toPlainString();
  }

  /** By rejection, from one sample to another one; or without one of the ends. */
  private RandomTerm truncated(Random random) {
    double[] some = new double[40];
    Arrays.setAll(some, i -> samples.getAsDouble());
    Arrays.sort(some);
    double lower = Math.floor(some[random.nextInt(0, 20)] * 16) / 16;
    double upper = Math.ceil(some[random.nextInt(25, 40)] * 16 + 1) / 16;
    int ends = random.nextInt(4);
    RandomInterval interval =
        new RandomInterval(
            ends == 0 ? Double.NEGATIVE_INFINITY : lower,
            ends == 1 ? Double.POSITIVE_INFINITY : upper);
    return new RandomTerm(
        text + " on " + interval.text(),
        files,
        isHeavy && ends < 2,
        () -> {
          double sample = samples.getAsDouble();
          while (!interval.contains(sample)) {
            sample = samples.getAsDouble();
          }
          return sample;
        });
  }

  /** With its sign between blanks. */
  static String signed(double number) {
    return (number < 0 ? " - " : " + ") + Math.abs(number);
  }

  static double quarters(Random random, int least, int most) {
    return random.nextInt(least, most + 1) / 4.0;
  }
}
