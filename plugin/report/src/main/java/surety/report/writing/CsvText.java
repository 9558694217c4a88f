package surety.report.writing;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import surety.language.display.Svg;

/**
 * Comma-separated values as RFC 4180 describes them, with nothing in them that a spreadsheet would
 * run.
 */
final class CsvText {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
  private static final Pattern SPECIAL = Pattern.compile("[\",\\r\\n]");

  /** What spreadsheets take for the beginning of a formula, also behind blanks. */
  private static final Pattern FORMULA =
      Pattern.compile("(?s)\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20].*|(?s)[\\t\\r].*");

  private CsvText() {}

  /** A line. */
  static String line(List<String> cells) {
    return cells.stream().map(CsvText::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  /**
   * One value, without characters that control something; what could be a formula, and is no
   * number, begins with an apostrophe.
   */
  static String cell(String words) {
    String legal = Svg.legal(words);
    boolean isNumber = NUMBER.matcher(legal).matches();
    String safe = !isNumber && FORMULA.matcher(legal).matches() ? "'" + legal : legal;
    return SPECIAL.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
