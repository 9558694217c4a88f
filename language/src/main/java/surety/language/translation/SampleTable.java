package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;

/**
 * Numbers in a CSV file: a line for each sample, as many numbers in each, exact. A first line in
 * which no field is a number is a header. Blank lines are skipped.
 *
 * @param rows one or more, all of the same length
 */
record SampleTable(List<List<Rational>> rows) {
  private static final int MOST_ROWS = 100_000;
  private static final int MOST_COLUMNS = 1_000_000;

  /** Keeps a copy. */
  SampleTable {
    rows = List.copyOf(rows);
  }

  /** How many numbers each row has. */
  int columns() {
    return rows.get(0).size();
  }

  /** Reads the text of a file; the name is for the messages. */
  static SampleTable parse(String name, String text) throws CsvException {
    List<List<Rational>> rows = new ArrayList<>();
    Optional<Integer> columns = Optional.empty();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      String[] fields = line.replace("\uFEFF", "").split(",", -1);
      String where = "sample file '" + name + "', line " + number;
      boolean isFirst = columns.isEmpty();
      requireWidth(fields, columns, where);
      columns = Optional.of(fields.length);
      if (!isFirst || !isHeader(fields)) {
        rows.add(row(fields, where));
      }
      if (rows.size() > MOST_ROWS) {
        throw new CsvException(where + ": there are more than " + MOST_ROWS + " rows; use fewer");
      }
    }
    if (rows.isEmpty()) {
      throw new CsvException(
          "sample file '"
              + name
              + "' has no rows; each line is a sample, with a comma between"
              + " numbers");
    }
    return new SampleTable(rows);
  }

  private static void requireWidth(String[] fields, Optional<Integer> columns, String where)
      throws CsvException {
    if (fields.length > MOST_COLUMNS) {
      throw new CsvException(where + ": there are more than " + MOST_COLUMNS + " columns");
    }
    if (columns.isPresent() && columns.get() != fields.length) {
      throw new CsvException(
          where
              + " has "
              + fields.length
              + " of the "
              + columns.get()
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

  private static List<Rational> row(String[] fields, String where) throws CsvException {
    List<Rational> row = new ArrayList<>();
    for (int k = 0; k < fields.length; k++) {
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
      Optional<String> problem = Numbers.problem(field);
      if (problem.isPresent()) {
        throw new CsvException(place + problem.get());
      }
      row.add(Numbers.parse(field).orElseThrow());
    }
    return List.copyOf(row);
  }
}
