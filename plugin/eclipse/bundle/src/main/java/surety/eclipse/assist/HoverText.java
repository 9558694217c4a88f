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

  /** Without pictures, where there is no room for them. */
  @Override
  public String toString() {
    return Markdown.plain(markdown);
  }
}
