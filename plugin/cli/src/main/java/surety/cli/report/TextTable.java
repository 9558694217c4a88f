package surety.cli.report;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;

/** Rows of cells as text. */
final class TextTable {
  private TextTable() {}

  /** Columns that are as wide as their widest cell; the last one is not filled up. */
  static void print(List<List<String>> rows, PrintWriter out) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    rows.forEach(row -> Arrays.setAll(widths, c -> Math.max(widths[c], row.get(c).length())));
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        line.append(row.get(c)).append(" ".repeat(widths[c] + 2 - row.get(c).length()));
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
