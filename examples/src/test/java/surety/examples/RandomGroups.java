package surety.examples;

import static surety.examples.RandomTerm.offGrid;
import static surety.examples.RandomTerm.quarters;
import static surety.examples.RandomTerm.rounded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/** Inputs that are drawn together: normal, from files of samples, and one of several. */
final class RandomGroups {
  private final Random random;
  private final RandomGenerator generator;
  private final int size;

  private RandomGroups(Random random, int size) {
    this.random = random;
    this.generator = new Well19937c(random.nextLong());
    this.size = size;
  }

  /** So many inputs. */
  static RandomBlock of(Random random, int size) {
    RandomGroups groups = new RandomGroups(random, size);
    return switch (random.nextInt(6)) {
      case 0 -> groups.oneHot();
      case 5 -> groups.correlatedBox();
      case 1 -> groups.empirical();
      case 2 -> groups.kde();
      case 3 -> groups.box();
      default -> groups.normal();
    };
  }

  private RandomBlock block(String term, Map<String, String> files, RandomBlock.Filler filler) {
    StringJoiner names = new StringJoiner(", ", "(", ")");
    IntStream.range(0, size).forEach(i -> names.add("@" + i));
    return new RandomBlock(size, names + " ~ " + term + ";", files, true, false, filler);
  }

  private RandomBlock oneHot() {
    int[] counts = new int[size];
    Arrays.setAll(counts, i -> random.nextInt(i == 0 ? 1 : 0, 5));
    int total = Arrays.stream(counts).sum();
    StringJoiner pairs = new StringJoiner(", ", "OneHot(", ")");
    IntStream.range(0, size).forEach(i -> pairs.add("@" + i + ": " + counts[i] + "/" + total));
    return block(
        pairs.toString(),
        Map.of(),
        (x, first) -> {
          int rest = generator.nextInt(total);
          for (int i = 0; i < size; i++) {
            x[first + i] = rest >= 0 && rest < counts[i] ? 1 : 0;
            rest -= counts[i];
          }
        });
  }

  /** Rows of quarters. */
  private double[][] rows() {
    double[][] rows = new double[random.nextInt(2, 6)][size];
    for (double[] row : rows) {
      Arrays.setAll(row, i -> quarters(random, -6, 6));
    }
    // The rules for bandwidths want columns that vary.
    Arrays.setAll(rows[0], i -> rows[1][i] + 0.5);
    return rows;
  }

  private static String name(String content) {
    return "samples" + (content.hashCode() & 0xffff) + ".csv";
  }

  /** On no threshold, for the numbers are moved by half a step. */
  private RandomBlock empirical() {
    double[][] rows = rows();
    StringBuilder csv = new StringBuilder();
    for (double[] row : rows) {
      StringJoiner line = new StringJoiner(",", "", "\n");
      Arrays.stream(row).forEach(value -> line.add(offGrid(value)));
      csv.append(line);
    }
    String name = name(csv.toString());
    return block(
        "Empirical(\"" + name + "\")",
        Map.of(name, csv.toString()),
        (x, first) -> {
          double[] row = rows[generator.nextInt(rows.length)];
          for (int i = 0; i < size; i++) {
            x[first + i] = Double.parseDouble(offGrid(row[i]));
          }
        });
  }

  private RandomBlock kde() {
    double[][] rows = rows();
    StringBuilder csv = new StringBuilder();
    StringJoiner header = new StringJoiner(",", "", "\n");
    IntStream.range(0, size).forEach(i -> header.add("column" + i));
    csv.append(random.nextBoolean() ? header : "");
    for (double[] row : rows) {
      StringJoiner line = new StringJoiner(",", "", "\n");
      Arrays.stream(row).forEach(value -> line.add(String.valueOf(value)));
      csv.append(line);
    }
    String name = name(csv.toString());
    double[][] roots = new double[size][size];
    String bandwidth = bandwidth(rows, roots);
    return block(
        "Kde(\"" + name + "\", bandwidth = " + bandwidth + ")",
        Map.of(name, csv.toString()),
        (x, first) -> fill(x, first, rows[generator.nextInt(rows.length)], roots));
  }

  /**
   * A bandwidth of each kind.
   *
   * @param roots is set to a matrix whose product with its transpose is the covariance
   */
  private String bandwidth(double[][] rows, double[][] roots) {
    int kind = random.nextInt(5);
    if (kind == 0) {
      for (double[] row : roots) {
        Arrays.setAll(row, i -> quarters(random, -2, 2));
      }
      IntStream.range(0, size).forEach(i -> roots[i][i] = 1 + quarters(random, 1, 2));
      return product(roots);
    }
    double all = quarters(random, 1, 4);
    for (int i = 0; i < size; i++) {
      double own = kind == 1 ? quarters(random, 1, 4) : all;
      roots[i][i] = kind > 2 ? deviation(rows, i) * ofRule(kind == 3, rows.length) : own;
    }
    return switch (kind) {
      case 1 -> Arrays.toString(IntStream.range(0, size).mapToDouble(i -> roots[i][i]).toArray());
      case 2 -> String.valueOf(all);
      default -> kind == 3 ? "scott" : "silverman";
    };
  }

  private double ofRule(boolean isScott, int samples) {
    double base = isScott ? samples : samples * (size + 2) / 4.0;
    return Math.pow(base, -1.0 / (size + 4));
  }

  private static double deviation(double[][] rows, int column) {
    double mean = Arrays.stream(rows).mapToDouble(row -> row[column]).average().orElseThrow();
    double squares = Arrays.stream(rows).mapToDouble(row -> Math.pow(row[column] - mean, 2)).sum();
    return Math.sqrt(squares / (rows.length - 1));
  }

  /** The covariance is G G' for a random G, which may be without an inverse. */
  private RandomBlock normal() {
    double[] mean = new double[size];
    Arrays.setAll(mean, i -> quarters(random, -4, 4));
    double[][] roots = new double[size][size];
    for (double[] row : roots) {
      Arrays.setAll(row, i -> quarters(random, -6, 6));
    }
    if (random.nextInt(4) == 0) {
      // Of one random number: then sums of inputs may be constant, which samples must be exactly.
      Arrays.stream(roots).forEach(row -> Arrays.fill(row, 1, size, 0));
    }
    if (Arrays.stream(roots).flatMapToDouble(Arrays::stream).allMatch(value -> value == 0)) {
      roots[0][0] = 1;
    }
    return block(
        "Normal(" + Arrays.toString(mean) + ", " + product(roots) + ")",
        Map.of(),
        (x, first) -> fill(x, first, mean, roots));
  }

  private void fill(double[] x, int first, double[] centre, double[][] roots) {
    double[] z = new double[size];
    Arrays.setAll(z, k -> rounded(generator.nextGaussian()));
    for (int i = 0; i < size; i++) {
      x[first + i] = centre[i];
      for (int k = 0; k < size; k++) {
        x[first + i] += roots[i][k] * z[k];
      }
    }
  }

  /** A normal distribution without correlations, cut off. */
  private RandomBlock box() {
    double[] mean = new double[size];
    double[] deviations = new double[size];
    List<RandomInterval> intervals =
        IntStream.range(0, size)
            .mapToObj(
                i -> {
                  mean[i] = quarters(random, -4, 4);
                  deviations[i] = quarters(random, 1, 6);
                  double lower = mean[i] - deviations[i] * quarters(random, 0, 6);
                  double upper = mean[i] + deviations[i] * quarters(random, 1, 6);
                  int ends = random.nextInt(4);
                  return new RandomInterval(
                      ends < 2 ? Double.NEGATIVE_INFINITY : lower,
                      ends % 2 == 0 && size > 1 ? Double.POSITIVE_INFINITY : upper);
                })
            .toList();
    double[][] roots = new double[size][size];
    IntStream.range(0, size).forEach(i -> roots[i][i] = deviations[i]);
    StringJoiner box = new StringJoiner(" x ");
    intervals.forEach(interval -> box.add(interval.text()));
    return block(
        "Normal(" + Arrays.toString(mean) + ", " + product(roots) + ") on " + box,
        Map.of(),
        (x, first) -> {
          for (int i = 0; i < size; i++) {
            do {
              x[first + i] = rounded(mean[i] + deviations[i] * generator.nextGaussian());
            } while (!intervals.get(i).contains(x[first + i]));
          }
        });
  }

  /** A normal distribution with correlations, cut off around its mean or at one side of it. */
  private RandomBlock correlatedBox() {
    double[] mean = new double[size];
    double[][] roots = new double[size][size];
    StringJoiner box = new StringJoiner(" x ");
    List<RandomInterval> intervals = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      mean[i] = quarters(random, -4, 4);
      Arrays.setAll(roots[i], k -> quarters(random, 1, 4));
      roots[i][i] += 0.5;
      double lower = mean[i] - quarters(random, 1, 8);
      double upper = mean[i] + quarters(random, 2, 8);
      boolean isOpen = random.nextBoolean();
      intervals.add(new RandomInterval(lower, isOpen ? Double.POSITIVE_INFINITY : upper));
      box.add(intervals.get(i).text());
    }
    RandomBlock block =
        block(
            "Normal(" + Arrays.toString(mean) + ", " + product(roots) + ") on " + box,
            Map.of(),
            (x, first) -> {
              do {
                fill(x, first, mean, roots);
              } while (!areInside(x, first, intervals));
            });
    return size > 1 ? block.conditioned() : block;
  }

  private static boolean areInside(double[] x, int first, List<RandomInterval> intervals) {
    return IntStream.range(0, intervals.size())
        .allMatch(i -> intervals.get(i).contains(x[first + i]));
  }

  /** G G', as it is written. */
  private String product(double[][] roots) {
    StringJoiner rows = new StringJoiner(", ", "[", "]");
    for (double[] left : roots) {
      double[] row = new double[size];
      Arrays.setAll(
          row, k -> IntStream.range(0, size).mapToDouble(i -> left[i] * roots[k][i]).sum());
      rows.add(Arrays.toString(row));
    }
    return rows.toString();
  }
}
