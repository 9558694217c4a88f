package surety.language.fit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import surety.certificates.arithmetic.Rational;
import surety.language.NameRules;
import surety.language.display.Decimals;
import surety.language.problems.Names;
import surety.language.translation.CsvException;
import surety.language.translation.CsvFile;
import surety.language.translation.CsvFiles;
import surety.language.translation.SampleTable;

/**
 * Columns of a file of samples.
 *
 * @param file as the user names it
 * @param names of the columns; their numbers, counted from 1, where the file has no header
 * @param inputs what the inputs are called that the columns are for
 * @param isWholeFile whether these are all columns of the file, in their order
 * @param rows one or more, exact
 * @param digest SHA-256 of the file
 */
public record SampleColumns(
    Path file,
    List<String> names,
    List<String> inputs,
    boolean isWholeFile,
    List<List<Rational>> rows,
    String digest) {
  /** A search over more random inputs that depend on each other ends nowhere. */
  static final int MOST = 16;

  /** Keeps copies. */
  public SampleColumns {
    names = List.copyOf(names);
    inputs = List.copyOf(inputs);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a file.
   *
   * @param wanted names from its header or numbers counted from 1; none for all columns
   */
  public static SampleColumns read(Path file, List<String> wanted) throws FitException {
    try {
      String name = file.toString();
      CsvFile csv = CsvFiles.samples(file);
      SampleTable.Columns columns = csv.columns(name);
      List<Integer> chosen = chosen(file, wanted, columns);
      return new SampleColumns(
          file,
          chosen.stream().map(k -> name(columns, k)).toList(),
          inputs(chosen, columns),
          chosen.equals(columns.all()),
          csv.samples(name, chosen).rows(),
          csv.digest());
    } catch (CsvException e) {
      throw FitException.data(e.getMessage());
    }
  }

  private static List<Integer> chosen(Path file, List<String> wanted, SampleTable.Columns columns)
      throws FitException {
    int count = wanted.isEmpty() ? columns.count() : wanted.size();
    if (count > MOST) {
      throw FitException.request(
          "%s are more columns than the %d that are fitted together; choose with --columns%s"
              .formatted(
                  count,
                  MOST,
                  columns.names().isEmpty() ? "" : ": " + Names.list(columns.names())));
    }
    if (wanted.isEmpty()) {
      return columns.all();
    }
    List<Integer> chosen = new ArrayList<>();
    for (String column : wanted) {
      int k = index(file, column.strip(), columns);
      if (chosen.contains(k)) {
        throw FitException.request(
            "column '" + column.strip() + "' is given twice; name each column once");
      }
      chosen.add(k);
    }
    return chosen;
  }

  private static int index(Path file, String wanted, SampleTable.Columns columns)
      throws FitException {
    int named = columns.names().indexOf(wanted);
    if (named >= 0) {
      return named;
    }
    if (wanted.matches("[1-9][0-9]{0,8}") && Integer.parseInt(wanted) <= columns.count()) {
      return Integer.parseInt(wanted) - 1;
    }
    if (columns.problem().isPresent()) {
      throw FitException.data(file + ", line 1: " + columns.problem().get());
    }
    String wayOut =
        columns.names().isEmpty()
            ? "; it has no header, so name them by their numbers, from 1 to " + columns.count()
            : Names.nearest(wanted, columns.names())
                    .map(name -> "; did you mean '" + name + "'?")
                    .orElse(";")
                + " it has "
                + Names.list(columns.names());
    throw FitException.request(file + " has no column '" + wanted + "'" + wayOut);
  }

  private static String name(SampleTable.Columns columns, int k) {
    return columns.names().isEmpty() ? String.valueOf(k + 1) : columns.names().get(k);
  }

  /** Names that the language allows; without a header those that inputs have without names. */
  private static List<String> inputs(List<Integer> chosen, SampleTable.Columns columns) {
    NameRules rules = new NameRules();
    Set<String> taken = new HashSet<>();
    List<String> inputs = new ArrayList<>();
    for (int k : chosen) {
      if (columns.names().isEmpty()) {
        inputs.add("x[" + inputs.size() + "]");
        continue;
      }
      String plain = columns.names().get(k).replaceAll("[^A-Za-z_0-9]+", "_");
      String name = plain.replaceAll("^_+|_+$", "");
      if (rules.problem(name).isPresent()) {
        name = "x" + (k + 1) + (name.isEmpty() ? "" : "_" + name);
      }
      while (!taken.add(name)) {
        name += "_";
      }
      inputs.add(name);
    }
    return inputs;
  }

  /** How many columns there are. */
  int count() {
    return names.size();
  }

  /** For messages: {@code column 'a' of samples.csv}. */
  String describe(int column) {
    return "column '" + names.get(column) + "' of " + file;
  }

  /** What tells where a model comes from, for instance {@code columns a, b of samples.csv}. */
  String origin() {
    return (count() == 1 ? "column " : "columns ")
        + String.join(", ", names)
        + " of "
        + file.getFileName();
  }

  /**
   * That each column varies.
   *
   * @param consequence what follows where one does not, and the way out
   */
  void requireVaried(String consequence) throws FitException {
    for (int k = 0; k < count(); k++) {
      Rational first = rows.get(0).get(k);
      int column = k;
      if (rows.stream().allMatch(row -> row.get(column).equals(first))) {
        throw FitException.data(
            describe(k) + " is " + Decimals.shown(first) + " in all rows" + consequence);
      }
    }
  }
}
