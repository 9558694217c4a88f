package surety.eclipse.assist;

import surety.eclipse.text.Markdown;
import surety.eclipse.text.Room;
import surety.eclipse.text.Ruler;

/**
 * What a hover says.
 *
 * @param markdown as the server wrote it
 */
record HoverText(String markdown) {
  /** Around the page. */
  private static final int MARGIN = 6;

  /** The distances are those that {@link Room} counts with. */
  private static final String STYLE =
      "html{box-sizing:border-box;min-height:100%;border:1px solid #b0b0b0}"
          + "body{margin:5px}p,ul,ol,pre,table{margin:0 0 6px 0}"
          + "h1,h2,h3,h4,h5,h6{font-size:inherit;margin:0 0 6px 0}"
          + "code,pre{font-family:monospace;font-size:inherit}pre{white-space:pre-wrap}"
          + "ul,ol{padding-left:20px}table{border-spacing:0}"
          + "td,th{text-align:left;vertical-align:top;white-space:nowrap;padding:1px 10px 1px 0}"
          + "td:last-child,th:last-child{white-space:normal}img{display:block}";

  /** Pictures have no background and letters of a middle grey, which is too near to both themes. */
  private static final String ON_LIGHT = "img{filter:brightness(.75)}";

  private static final String ON_DARK = "img{filter:brightness(1.7)}";

  /**
   * A page of HTML.
   *
   * @param style colours and font, as CSS of its body
   * @param link the colour of links, in CSS
   * @param isDark whether it is light on dark
   */
  String page(String style, String link, boolean isDark) {
    return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><style>"
        + STYLE
        + (isDark ? ON_DARK : ON_LIGHT)
        + "body{"
        + style
        + "}a{color:"
        + link
        + "}</style></head><body>"
        + Markdown.html(markdown)
        + "</body></html>";
  }

  /**
   * The room that the page needs.
   *
   * @param most how wide it may become, except for pictures
   */
  Room room(int most, Ruler ruler) {
    Room inside = Room.of(Markdown.html(markdown), most - 2 * MARGIN, ruler);
    return new Room(inside.width() + 2 * MARGIN, inside.height() + 2 * MARGIN);
  }

  /** Without pictures, where there is no room for them. */
  @Override
  public String toString() {
    return Markdown.plain(markdown);
  }
}
