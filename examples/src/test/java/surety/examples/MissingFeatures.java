package surety.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.Covariance;
import surety.certificates.network.Network;
import surety.language.Obligation;
import surety.language.Specification;
import surety.language.SpecificationReader;

/**
 * An observation of which some features are missing. These follow a kernel density estimate: a
 * normal distribution around each of several imputations, all of them with the covariance of the
 * imputations, times a square.
 *
 * @param features of the observation; those that are missing are not numbers
 * @param imputed for each imputation the missing features, in their order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MissingFeatures(double[] features, double[][] imputed) {
  /** So many features of a data set can be missing. */
  private static final int MOST = 3;

  /** The deviations of the normals, as a share of the imputations' deviations. */
  private static final double BANDWIDTH = 0.2;

  private static final int SAMPLES = 2000;
  private static final long SEED = 3;

  /**
   * Deletes features of observations and imputes them. Which three features of the data set can be
   * missing is random, and so is which of the three are missing in which observation.
   *
   * @param counts how many observations lose one feature, two, and three
   * @param imputations how many there are of each
   * @return these, those with one missing feature first
   */
  static List<MissingFeatures> deleted(
      LabelledData data, List<Integer> counts, int imputations, long seed) {
    Random random = new Random(seed);
    double[][] table = Arrays.stream(data.features()).map(double[]::clone).toArray(double[][]::new);
    List<Integer> columns =
        shuffled(IntStream.range(0, table[0].length).boxed().toList(), random).subList(0, MOST);
    int row = 0;
    for (int n = 1; n <= counts.size(); n++) {
      for (int i = 0; i < counts.get(n - 1); i++) {
        for (int column : shuffled(columns, random).subList(0, n)) {
          table[row][column] = Double.NaN;
        }
        row++;
      }
    }
    List<double[][]> filled = ChainedEquations.filled(table, imputations, seed);
    return IntStream.range(0, row).mapToObj(i -> of(table[i], i, filled)).toList();
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static MissingFeatures of(double[] features, int row, List<double[][]> filled) {
    int[] missing = missing(features);
    return new MissingFeatures(
        features,
        filled.stream()
            .map(table -> Arrays.stream(missing).mapToDouble(k -> table[row][k]).toArray())
            .toArray(double[][]::new));
  }

  private static int[] missing(double[] features) {
    return IntStream.range(0, features.length).filter(k -> Double.isNaN(features[k])).toArray();
  }

  /** How many are missing. */
  int count() {
    return missing(features).length;
  }

  /**
   * Asks for the joint cdf of three outputs on a grid. Its thresholds lie in the middles of as many
   * equal parts of the values that each output takes in a sample.
   *
   * @param folder where the network is, and imputations and specification are written
   * @param name of the files, without an ending
   * @param network the file of a network of three outputs, in the folder
   * @param thresholds how many of each output
   */
  Obligation obligation(Path folder, String name, String network, int thresholds)
      throws IOException {
    String samples = name + ".csv";
    Files.write(
        folder.resolve(samples),
        Arrays.stream(imputed).map(row -> list(row.length, k -> number(row[k]))).toList());
    Path file = folder.resolve(name + ".sure");
    String text = specification(network, samples);
    Obligation any = read(file, text + " at 2 x 2 x 2 points under D;\n");
    Network read = ExampleFiles.network(folder.resolve(network));
    Samples sample = Samples.of(any.statement(), List.of(read), SAMPLES, SEED);
    String at =
        IntStream.range(0, read.outputs())
            .mapToObj(k -> "[" + thresholds(sample, k, thresholds) + "]")
            .collect(Collectors.joining(" x "));
    Files.writeString(file, text + " at " + at + " under D;\n");
    return read(file, Files.readString(file));
  }

  private static Obligation read(Path file, String text) {
    Specification read = new SpecificationReader().read(file, text);
    if (!read.diagnostics().isEmpty()) {
      throw new IllegalStateException(read.diagnostics().toString());
    }
    return read.obligations().get(0);
  }

  private String specification(String network, String samples) {
    int[] missing = missing(features);
    String known =
        IntStream.range(0, features.length)
            .filter(k -> !Double.isNaN(features[k]))
            .mapToObj(k -> "  x[%d] = %s;\n".formatted(k, number(features[k])))
            .collect(Collectors.joining());
    String group = list(missing.length, i -> "x[" + missing[i] + "]");
    return """
    semantics real;
    network N = "%s";
    distribution D for N {
    %s  %s ~ Kde("%s", bandwidth = %s);
    }
    query q: cdf(N.y[0], N.y[1], N.y[2])"""
        .formatted(
            network, known, missing.length == 1 ? group : "(" + group + ")", samples, bandwidth());
  }

  /** A deviation, or a covariance matrix. */
  private String bandwidth() {
    double[][] covariance = new Covariance(imputed).getCovarianceMatrix().getData();
    int n = covariance.length;
    if (n == 1) {
      return number(BANDWIDTH * Math.sqrt(covariance[0][0]));
    }
    double square = BANDWIDTH * BANDWIDTH;
    return matrix(n, (i, j) -> square * covariance[Math.max(i, j)][Math.min(i, j)]);
  }

  private static String thresholds(Samples sample, int output, int count) {
    double[] values = sample.rows().stream().mapToDouble(row -> row[output]).sorted().toArray();
    double least = values[0];
    double part = (values[values.length - 1] - least) / count;
    return list(count, k -> number(least + (k + 0.5) * part));
  }

  private static String matrix(int n, BiFunction<Integer, Integer, Double> entry) {
    return "[" + list(n, i -> "[" + list(n, j -> number(entry.apply(i, j))) + "]") + "]";
  }

  private static String list(int count, IntFunction<String> text) {
    return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining(", "));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.9e", value);
  }
}
