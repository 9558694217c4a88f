package surety.language.translation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;

/**
 * A histogram in a CSV file. The first line is {@code lower,upper,weight} or {@code
 * lower,upper,count}; each further line is one bin, in ascending order, each beginning where the
 * one before it ends. Weights are probabilities and must sum to 1; counts are whole numbers, and
 * the probability is the count divided by the sum of all counts, exactly. Blank lines are skipped.
 */
record HistogramFile(List<Rational> edges, List<Rational> weights) {
  private static final int MOST_BINS = 100_000;
  private static final String HEADER_OF_WEIGHTS = "lower,upper,weight";
  private static final String HEADER_OF_COUNTS = "lower,upper,count";

  /** Reads the text of a file; the name is for the messages. */
  static HistogramFile parse(String name, String text) throws CsvException {
    List<Rational> edges = new ArrayList<>();
    List<Rational> masses = new ArrayList<>();
    Optional<Boolean> counts = Optional.empty();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      String where = "histogram file '" + name + "', line " + number + ": ";
      if (counts.isEmpty()) {
        counts = Optional.of(isOfCounts(line, where));
      } else {
        addBin(line, where, counts.get(), edges, masses);
      }
    }
    if (masses.isEmpty()) {
      throw new CsvException(
          "histogram file '"
              + name
              + "' has no bins; its first line is "
              + HEADER_OF_WEIGHTS
              + ", and each further line is one bin");
    }
    return new HistogramFile(edges, counts.orElse(false) ? shares(name, masses) : masses);
  }

  private static boolean isOfCounts(String line, String where) throws CsvException {
    String header = line.replace("\uFEFF", "").replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    if (!header.equals(HEADER_OF_WEIGHTS) && !header.equals(HEADER_OF_COUNTS)) {
      throw new CsvException(
          where
              + "the header must be "
              + HEADER_OF_WEIGHTS
              + " or "
              + HEADER_OF_COUNTS
              + ", not '"
              + Text.shortened(line.strip())
              + "'");
    }
    return header.equals(HEADER_OF_COUNTS);
  }

  private static void addBin(
      String line, String where, boolean isCount, List<Rational> edges, List<Rational> masses)
      throws CsvException {
    String[] fields = line.split(",", -1);
    if (fields.length != 3) {
      throw new CsvException(
          where + "a bin has 3 values, lower, upper and weight, not " + fields.length);
    }
    if (masses.size() == MOST_BINS) {
      throw new CsvException(where + "there are more than " + MOST_BINS + " bins; use fewer");
    }
    Rational lower = number(fields[0], where);
    Rational upper = number(fields[1], where);
    Rational mass = number(fields[2], where);
    if (lower.compareTo(upper) >= 0) {
      throw new CsvException(
          where
              + "the bin from "
              + Text.shortened(fields[0].strip())
              + " to "
              + Text.shortened(fields[1].strip())
              + " is empty; put the smaller edge first");
    }
    if (edges.isEmpty()) {
      edges.add(lower);
    } else if (!edges.get(edges.size() - 1).equals(lower)) {
      throw new CsvException(
          where
              + "the bin begins at "
              + Text.shortened(fields[0].strip())
              + ", but the one before it ends at "
              + Text.shortened(edges.get(edges.size() - 1).toString())
              + "; sort the bins, and fill gaps with bins of weight 0");
    }
    if (isCount && (mass.signum() < 0 || !mass.isInteger())) {
      throw new CsvException(
          where + "a count is a whole number from 0, not " + Text.shortened(fields[2].strip()));
    }
    edges.add(upper);
    masses.add(mass);
  }

  private static Rational number(String field, String where) throws CsvException {
    String text = field.strip();
    Optional<String> problem = Numbers.problem(text);
    if (problem.isPresent()) {
      throw new CsvException(where + problem.get());
    }
    return Numbers.parse(text).orElseThrow();
  }

  private static List<Rational> shares(String name, List<Rational> counts) throws CsvException {
    BigInteger total =
        counts.stream().map(Rational::numerator).reduce(BigInteger.ZERO, BigInteger::add);
    if (total.signum() == 0) {
      throw new CsvException(
          "histogram file '" + name + "' counts nothing; one count must be positive");
    }
    return counts.stream().map(count -> Rational.of(count.numerator(), total)).toList();
  }
}
