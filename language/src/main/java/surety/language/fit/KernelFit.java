package surety.language.fit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Law;
import surety.language.problems.Names;
import surety.language.storage.WrittenPath;
import surety.language.translation.Numbers;

/** A kernel density estimate: a normal distribution around each sample, all of them alike. */
public final class KernelFit {
  /** What takes the bandwidth from the samples. */
  private static final List<String> RULES = List.of("scott", "silverman");

  private KernelFit() {}

  /**
   * The estimate, which names its samples.
   *
   * @param bandwidth {@code scott}, {@code silverman} or a number, as the user writes it
   * @param samples the file with these columns and nothing else
   * @param specification where the estimate will stand
   */
  public static Model of(SampleColumns columns, String bandwidth, Path samples, Path specification)
      throws FitException {
    String path = WrittenPath.of(specification, samples);
    if (!WrittenPath.isQuotable(path)) {
      throw FitException.request(
          "a path in a specification cannot have quotation marks or line breaks; rename "
              + samples);
    }
    requireFew(columns);
    if (RULES.contains(bandwidth)) {
      requireRule(columns, bandwidth);
    } else {
      requirePositive(bandwidth);
    }
    return new Model(
        columns,
        "Kde(\"" + path + "\", bandwidth = " + bandwidth + ")",
        "a kernel density estimate",
        List.of());
  }

  private static void requireFew(SampleColumns columns) throws FitException {
    int most = Law.MOST_PARTS / (columns.count() + 1);
    if (columns.rows().size() > most) {
      throw FitException.data(
          "%s has %d rows, and Kde takes at most %d of %s; use fewer, or fit a mixture"
              .formatted(
                  columns.file(),
                  columns.rows().size(),
                  most,
                  Names.count(columns.count(), "column")));
    }
  }

  private static void requirePositive(String bandwidth) throws FitException {
    Optional<Rational> number = Numbers.parse(bandwidth);
    if (number.isEmpty()) {
      throw FitException.request(
          "'" + bandwidth + "' is no bandwidth; write scott, silverman or a number such as 0.1");
    }
    if (number.get().signum() <= 0) {
      throw FitException.request(
          "the bandwidth " + bandwidth + " must be positive; it is a standard deviation");
    }
  }

  private static void requireRule(SampleColumns columns, String rule) throws FitException {
    if (columns.rows().size() == 1) {
      throw FitException.data(
          columns.file()
              + " has 1 row, and the rule "
              + rule
              + " takes at least 2; give --bandwidth as a number, or add rows");
    }
    columns.requireVaried(
        ", so that by the rule "
            + rule
            + " its bandwidth is 0; give --bandwidth as a number, or leave the column out of"
            + " --columns");
  }
}
