package surety.eclipse.assist;

import surety.eclipse.text.Markdown;
import surety.eclipse.text.Pictures;

/**
 * What a hover says.
 *
 * @param markdown as the server wrote it
 */
record HoverText(String markdown) {
  private static final String STYLE =
      "body{font-family:sans-serif;font-size:10pt;margin:4px}"
          + "p,ul,ol,pre,table{margin:0 0 6px 0}h1,h2,h3,h4{font-size:11pt;margin:0 0 4px 0}"
          + "code,pre{font-family:monospace}ul,ol{padding-left:20px}"
          + "td,th{text-align:left;padding-right:10px}img{display:block}";

  private static final String RULE_OF_TABLE = "|--";

  /** A page of HTML in these colours. */
  String page(String foreground, String background) {
    return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><style>"
        + STYLE
        + "body{color:"
        + foreground
        + ";background:"
        + background
        + "}</style></head><body>"
        + Markdown.html(markdown)
        + "</body></html>";
  }

  Pictures pictures() {
    return Pictures.in(markdown);
  }

  /** About how many lines it has, if a line has room for so many characters. */
  int lines(int charactersInLine) {
    int room = Math.max(1, charactersInLine);
    return toString()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith(RULE_OF_TABLE))
        .mapToInt(line -> 1 + (line.length() - 1) / room)
        .sum();
  }

  /** How many gaps there are between paragraphs. */
  int gaps() {
    return (int) toString().lines().filter(String::isBlank).count();
  }

  /** Without pictures, where there is no room for them. */
  @Override
  public String toString() {
    return Markdown.plain(markdown);
  }
}
