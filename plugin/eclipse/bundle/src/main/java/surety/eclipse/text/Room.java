package surety.eclipse.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The room that a page needs, in pixels. A browser tells it only when the page is drawn, and that
 * is too late: so it is estimated here, rather too large than too small.
 *
 * @param width not more than there is, except for pictures
 * @param height of all blocks, one below the other
 */
public record Room(int width, int height) {
  /** Below each block. */
  static final int GAP = 6;

  /** Right of each cell of a table. */
  static final int GAP_OF_CELL = 10;

  /** Above and below the words of a cell together. */
  static final int PADDING_OF_CELL = 2;

  /** Left of the items of a list. */
  static final int INDENT = 20;

  private static final Pattern BLOCK =
      Pattern.compile("<(p|h[1-6]|ul|ol|pre|table)>(.*?)</\\1>", Pattern.DOTALL);
  private static final Pattern ITEM = Pattern.compile("<li>(.*?)</li>", Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL);
  private static final Pattern CELL = Pattern.compile("<t[dh]>(.*?)</t[dh]>", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("<code>(.*?)</code>", Pattern.DOTALL);
  private static final Pattern BREAK = Pattern.compile("<br/>");
  private static final Pattern LINE = Pattern.compile("\n");

  /**
   * Of a page that {@link Markdown} made.
   *
   * @param most how wide lines may become before they are broken
   */
  public static Room of(String html, int most, Ruler ruler) {
    Room all = new Room(0, 0);
    Matcher block = BLOCK.matcher(html);
    while (block.find()) {
      Room room = block(block.group(1), block.group(2), most, ruler);
      all = all.above(new Room(room.width, room.height + GAP));
    }
    return all;
  }

  private static Room block(String tag, String inside, int most, Ruler ruler) {
    return switch (tag) {
      case "table" -> table(inside, most, ruler);
      case "pre" -> code(inside, most, ruler);
      case "ul", "ol" -> list(inside, most, ruler);
      default -> paragraph(inside, most, ruler);
    };
  }

  private static Room code(String inside, int most, Ruler ruler) {
    Room lines = new Room(0, 0);
    for (String line : LINE.split(inside.stripTrailing(), -1)) {
      lines = lines.above(broken(plain(line).length() * ruler.widthOfCode(), most, ruler));
    }
    return lines;
  }

  private static Room list(String inside, int most, Ruler ruler) {
    Room items = new Room(0, 0);
    for (String item : all(ITEM, inside)) {
      Room words = words(item, most - INDENT, ruler);
      items = items.above(new Room(words.width + INDENT, words.height));
    }
    return items;
  }

  private static Room paragraph(String inside, int most, Ruler ruler) {
    Room lines = new Room(0, 0);
    for (String line : BREAK.split(inside, -1)) {
      lines = lines.above(words(line, most, ruler));
    }
    return lines;
  }

  /** Words that are broken where the room ends; pictures stand on lines of their own. */
  private static Room words(String html, int most, Ruler ruler) {
    Pictures pictures = Pictures.in(html);
    Room words = broken(width(html, ruler), most, ruler);
    return words.above(new Room(pictures.width(), pictures.height()));
  }

  private static int width(String html, Ruler ruler) {
    int letters = 0;
    Matcher code = CODE.matcher(html);
    while (code.find()) {
      letters += plain(code.group(1)).length();
    }
    return letters * ruler.widthOfCode() + ruler.width(plain(code.replaceAll("")));
  }

  /** Lines are seldom full, for words are not broken. */
  private static Room broken(int width, int most, Ruler ruler) {
    if (width == 0) {
      return new Room(0, 0);
    }
    int usable = Math.max(1, most - most / 8);
    int lines = width <= most ? 1 : (width + usable - 1) / usable;
    return new Room(Math.min(width, most), lines * ruler.lineHeight());
  }

  /** The last column is broken if there is too little room; the others are as wide as they need. */
  private static Room table(String inside, int most, Ruler ruler) {
    List<List<String>> rows = new ArrayList<>();
    all(ROW, inside).forEach(row -> rows.add(all(CELL, row)));
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int before = 0;
    for (int i = 0; i < columns - 1; i++) {
      int column = i;
      before +=
          GAP_OF_CELL
              + rows.stream()
                  .filter(row -> row.size() > column)
                  .mapToInt(row -> width(row.get(column), ruler))
                  .max()
                  .orElse(0);
    }
    Room table = new Room(0, 0);
    for (List<String> row : rows) {
      String last = row.size() == columns ? row.get(columns - 1) : "";
      Room words = words(last, Math.max(1, most - before - GAP_OF_CELL), ruler);
      int height = Math.max(words.height, ruler.lineHeight()) + PADDING_OF_CELL;
      table = table.above(new Room(before + words.width + GAP_OF_CELL, height));
    }
    return table;
  }

  private Room above(Room next) {
    return new Room(Math.max(width, next.width), height + next.height);
  }

  private static List<String> all(Pattern pattern, String html) {
    return pattern.matcher(html).results().map(found -> found.group(1)).toList();
  }

  private static String plain(String html) {
    return html.replaceAll("<[^>]*>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .strip();
  }
}
