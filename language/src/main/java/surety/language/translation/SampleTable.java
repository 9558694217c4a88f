package surety.language.translation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;

/**
 * Numbers in a CSV file: a line for each sample, as many numbers in each, exact. A first line in
 * which no field is a number is a header. Blank lines are skipped.
 *
 * @param rows one or more, all of the same length
 */
public record SampleTable(List<List<Rational>> rows) {
  private static final int MOST_ROWS = 100_000;
  private static final int MOST_COLUMNS = 1_000_000;

  /** Keeps a copy. */
  public SampleTable {
    rows = List.copyOf(rows);
  }

  /**
   * The columns of a file, as its first line has them.
   *
   * @param names from the header; none without one
   * @param count how many columns there are
   */
  public record Columns(List<String> names, int count) {
    /** Keeps a copy. */
    public Columns {
      names = List.copyOf(names);
    }

    private static Columns of(String line) {
      String[] fields = fields(line);
      List<String> names =
          isHeader(fields) ? Arrays.stream(fields).map(String::strip).toList() : List.of();
      return new Columns(names, fields.length);
    }

    /** What is wrong with the header, if something other than commas separates the names. */
    public Optional<String> problem() {
      return otherSign(String.join(",", names));
    }

    private boolean isHeaded() {
      return !names.isEmpty();
    }

    /** All of them. */
    public List<Integer> all() {
      return IntStream.range(0, count).boxed().toList();
    }
  }

  /** How many numbers each row has. */
  int columns() {
    return rows.get(0).size();
  }

  /** The columns in the text of a file; the name is for the messages. */
  static Columns columns(String name, String text) throws CsvException {
    return text.lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .map(Columns::of)
        .orElseThrow(() -> withoutRows(name));
  }

  /** Reads the text of a file; the name is for the messages. */
  static SampleTable parse(String name, String text) throws CsvException {
    return parse(name, text, columns(name, text).all());
  }

  /** The same of some columns; what stands in the others does not matter. */
  static SampleTable parse(String name, String text, List<Integer> chosen) throws CsvException {
    Columns columns = columns(name, text);
    List<List<Rational>> rows = new ArrayList<>();
    boolean isFirst = true;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      String[] fields = fields(line);
      String where = "sample file '" + name + "', line " + number;
      requireNoComment(line, isFirst && columns.count() > 1, where);
      if (columns.count() == 1) {
        requireCommas(line, where);
      }
      requireWidth(fields, columns.count(), where);
      if (!isFirst || !columns.isHeaded()) {
        rows.add(row(fields, chosen, where));
      }
      isFirst = false;
      if (rows.size() > MOST_ROWS) {
        throw new CsvException(where + ": there are more than " + MOST_ROWS + " rows; use fewer");
      }
    }
    if (rows.isEmpty()) {
      throw withoutRows(name);
    }
    return new SampleTable(rows);
  }

  private static CsvException withoutRows(String name) {
    return new CsvException(
        "sample file '"
            + name
            + "' has no rows; each line is a sample, with a comma between"
            + " numbers");
  }

  private static String[] fields(String line) {
    return line.replace("\uFEFF", "").split(",", -1);
  }

  /**
   * A first line with as many fields as there are columns may be a header that begins like that.
   */
  private static void requireNoComment(String line, boolean mayBeHeader, String where)
      throws CsvException {
    if (line.strip().startsWith("#") && !mayBeHeader) {
      throw new CsvException(
          where + " begins with '#', and comments are not understood here; leave the line out");
    }
  }

  /** What is wrong with a text in which something other than commas separates columns. */
  private static Optional<String> otherSign(String text) {
    boolean hasTabs = text.strip().contains("\t");
    return hasTabs || text.contains(";")
        ? Optional.of(
            "columns are separated by commas, not by "
                + (hasTabs ? "tabs" : "';'")
                + ", and numbers have a point: 1.5,2.5")
        : Optional.empty();
  }

  private static void requireCommas(String text, String where) throws CsvException {
    Optional<String> problem = otherSign(text);
    if (problem.isPresent()) {
      throw new CsvException(where + ": " + problem.get());
    }
  }

  private static void requireWidth(String[] fields, int columns, String where) throws CsvException {
    if (fields.length > MOST_COLUMNS) {
      throw new CsvException(where + ": there are more than " + MOST_COLUMNS + " columns");
    }
    if (columns != fields.length) {
      requireCommas(String.join(",", fields), where);
      throw new CsvException(
          where
              + " has "
              + fields.length
              + " of the "
              + columns
              + " columns that the line before has; give each line as many");
    }
  }

  private static boolean isHeader(String[] fields) {
    for (String field : fields) {
      String name = field.strip();
      boolean isWord = !name.isEmpty() && !isNone(name) && Numbers.parse(name).isEmpty();
      if (!isWord) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNone(String field) {
    return field.equalsIgnoreCase("nan")
        || field.equalsIgnoreCase("na")
        || field.equalsIgnoreCase("null")
        || field.toLowerCase(Locale.ROOT).matches("[+-]?inf(inity)?");
  }

  private static List<Rational> row(String[] fields, List<Integer> chosen, String where)
      throws CsvException {
    List<Rational> row = new ArrayList<>();
    for (int k : chosen) {
      String field = fields[k].strip();
      String place = where + ", column " + (k + 1) + ": ";
      if (field.isEmpty()) {
        throw new CsvException(
            place + "there is no number; leave the line out, or fill the hole with a stated model");
      }
      if (isNone(field)) {
        throw new CsvException(
            place
                + "'"
                + field
                + "' is no number; leave the line out, or fill the hole with a"
                + " stated model");
      }
      requireCommas(field, where);
      Optional<String> problem = Numbers.problem(field);
      if (problem.isPresent()) {
        throw new CsvException(place + problem.get());
      }
      row.add(Numbers.parse(field).orElseThrow());
    }
    return List.copyOf(row);
  }
}
