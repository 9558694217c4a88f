package surety.examples;

import static surety.examples.RandomTerm.quarters;
import static surety.examples.RandomTerm.rounded;
import static surety.examples.RandomTerm.signed;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Lines of a distribution for neighbouring inputs, and samples of these.
 *
 * @param size the number of inputs
 * @param text with @0 for the name of the first input, $0 for its number, @-1 for the input above
 * @param files content of the files that the text names, by their names
 * @param isRandom whether it is no number
 * @param isHeavy whether averages of samples tell little of its moments
 * @param isConditioned whether all that is asked has a condition
 */
record RandomBlock(
    int size,
    String text,
    Map<String, String> files,
    boolean isRandom,
    boolean isHeavy,
    boolean isConditioned,
    Filler filler) {
  private static final String[] FIXED = {"0", "1", "-0.5", "3/4", "0.25"};
  private static final double[] VALUES = {0, 1, -0.5, 0.75, 0.25};

  RandomBlock(
      int size,
      String text,
      Map<String, String> files,
      boolean isRandom,
      boolean isHeavy,
      Filler filler) {
    this(size, text, files, isRandom, isHeavy, false, filler);
  }

  RandomBlock conditioned() {
    return new RandomBlock(size, text, files, isRandom, isHeavy, true, filler);
  }

  /** Writes samples, of which those of the inputs above are there already. */
  interface Filler {
    void fill(double[] x, int first);
  }

  private static RandomBlock line(String text, RandomTerm term, Filler filler) {
    return new RandomBlock(1, text, term.files(), true, term.isHeavy(), filler);
  }

  /** An input that depends on no other. */
  static RandomBlock single(Random random) {
    if (random.nextInt(10) == 0) {
      return fixed(random);
    }
    RandomTerm term = RandomTerm.of(random);
    return line(
        "@0 ~ " + term.text() + ";",
        term,
        (x, first) -> x[first] = rounded(term.samples().getAsDouble()));
  }

  private static RandomBlock fixed(Random random) {
    int which = random.nextInt(FIXED.length);
    return new RandomBlock(
        1,
        "@0 = " + FIXED[which] + ";",
        Map.of(),
        false,
        false,
        (x, first) -> x[first] = VALUES[which]);
  }

  /**
   * An input that depends on the one above.
   *
   * @param canBeCompared whether that one can stand in a condition
   */
  static RandomBlock dependent(Random random, boolean canBeCompared) {
    double factor = quarters(random, 1, 8) * (random.nextBoolean() ? 1 : -1);
    double shift = quarters(random, -4, 4);
    String image = factor + " * @-1" + signed(shift);
    return switch (random.nextInt(canBeCompared ? 5 : 3)) {
      case 0 ->
          new RandomBlock(
              1,
              "@0 = " + image + ";",
              Map.of(),
              false,
              false,
              (x, first) -> x[first] = factor * x[first - 1] + shift);
      case 1 -> {
        RandomTerm noise = RandomFamilies.any(random);
        yield line(
            "@0 ~ " + factor + " * @-1 + " + noise.text() + ";",
            noise,
            (x, first) ->
                x[first] = factor * x[first - 1] + rounded(noise.samples().getAsDouble()));
      }
      case 2 -> {
        RandomTerm moved = RandomFamilies.placed(random, image);
        yield line(
            "@0 ~ " + moved.text() + ";",
            moved,
            (x, first) ->
                x[first] = factor * x[first - 1] + shift + rounded(moved.samples().getAsDouble()));
      }
      default -> cases(random, shift);
    };
  }

  /** Two cases, or the middle and both sides of it. */
  private static RandomBlock cases(Random random, double cut) {
    RandomTerm small = RandomFamilies.any(random);
    RandomTerm large = RandomFamilies.any(random);
    double end = random.nextBoolean() ? Double.POSITIVE_INFINITY : cut + quarters(random, 1, 4);
    boolean isHalf = Double.isInfinite(end);
    String above = isHalf ? "@-1 > " + cut : "@-1 in [" + cut + ", " + end + "]";
    String below = isHalf ? "@-1 <= " + cut : "not " + above;
    Map<String, String> files = new TreeMap<>(small.files());
    files.putAll(large.files());
    return new RandomBlock(
        1,
        "@0 ~ %s given %s;\n  @0 ~ %s given %s;"
            .formatted(small.text(), below, large.text(), above),
        files,
        true,
        small.isHeavy() || large.isHeavy(),
        (x, first) -> {
          double parent = x[first - 1];
          boolean isLarge = isHalf ? parent > cut : parent >= cut && parent <= end;
          x[first] = rounded((isLarge ? large : small).samples().getAsDouble());
        });
  }

  /** A line for all inputs of a range, of which the last may have another one. */
  static RandomBlock range(Random random, int size) {
    RandomTerm term = RandomTerm.of(random);
    String last = "@" + (size - 1);
    RandomTerm noise = RandomFamilies.any(random);
    int which = random.nextInt(FIXED.length);
    return switch (random.nextInt(3)) {
      case 0 ->
          new RandomBlock(
              size,
              "x[$0..$" + (size - 1) + "] ~ " + term.text() + ";",
              term.files(),
              true,
              term.isHeavy(),
              (x, first) -> {
                for (int i = 0; i < size; i++) {
                  x[first + i] = rounded(term.samples().getAsDouble());
                }
              });
      case 1 ->
          new RandomBlock(
              size,
              "x[$0..$%d] = %s;\n  %s ~ %s + %s;"
                  .formatted(size - 1, FIXED[which], last, last, noise.text()),
              noise.files(),
              true,
              noise.isHeavy(),
              (x, first) -> {
                Arrays.fill(x, first, first + size, VALUES[which]);
                x[first + size - 1] += rounded(noise.samples().getAsDouble());
              });
      default ->
          new RandomBlock(
              size,
              "x[$0..$%d] ~ %s;\n  %s = %s;".formatted(size - 1, term.text(), last, FIXED[which]),
              term.files(),
              size > 1,
              term.isHeavy(),
              (x, first) -> {
                for (int i = 0; i < size - 1; i++) {
                  x[first + i] = rounded(term.samples().getAsDouble());
                }
                x[first + size - 1] = VALUES[which];
              });
    };
  }
}
