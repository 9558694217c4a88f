package surety.eclipse.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Markdown that the server writes: headings, paragraphs, lists, tables, blocks of code,
 * emphasis, links and pictures. Anything else stays as it is written, and nothing in it becomes a
 * tag.
 */
public final class Markdown {
  private static final Pattern PICTURE =
      Pattern.compile("!\\[([^\\]]*)\\]\\((data:image/[a-z+]+;base64,[A-Za-z0-9+/=]+)\\)");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\(([^()\\s]+)\\)");
  private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<![\\w*_\\\\])[*_]([^*_]*[^*_\\\\])[*_](?![\\w*_])");
  private static final Pattern HEADING = Pattern.compile("(#{1,6}) +(.*)");
  private static final Pattern ITEM = Pattern.compile("\\s*([-*+]|[0-9]{1,9}[.)]) +(.*)");
  private static final Pattern RULE_OF_TABLE = Pattern.compile("\\s*\\|?[-:| ]+\\|[-:| ]*");

  private final StringBuilder html = new StringBuilder();
  private final List<String> paragraph = new ArrayList<>();
  private String list = "";

  private Markdown() {}

  /** As the inside of a page of HTML. */
  public static String html(String markdown) {
    return new Markdown().convert(markdown.lines().toList());
  }

  /** As plain text, without pictures. */
  public static String plain(String markdown) {
    String text = PICTURE.matcher(markdown).replaceAll("");
    text = LINK.matcher(text).replaceAll("$1");
    text = STRONG.matcher(text).replaceAll("$1");
    text = EMPHASIS.matcher(text).replaceAll("$1");
    text = text.replaceAll("(?m)^#{1,6} +|^```.*$", "").replace("`", "");
    text = text.replaceAll("\\\\([\\p{Punct}])", "$1");
    return numbered(text.replaceAll("\\n{3,}", "\n\n").strip());
  }

  /** In Markdown all items of a numbered list may have the same number. */
  private static String numbered(String text) {
    List<String> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      boolean isItem = line.matches("[0-9]{1,9}[.)] .*");
      number = isItem ? number + 1 : 0;
      lines.add(isItem ? number + line.substring(line.indexOf(' ') - 1) : line);
    }
    return String.join("\n", lines);
  }

  /** Text with nothing in it that could be a tag. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private String convert(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("```")) {
        i = code(lines, i + 1);
      } else if (i + 1 < lines.size()
          && line.contains("|")
          && RULE_OF_TABLE.matcher(lines.get(i + 1)).matches()) {
        i = table(lines, i);
      } else {
        line(line);
      }
    }
    endParagraph();
    endList();
    return html.toString();
  }

  private void line(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher item = ITEM.matcher(line);
    if (line.isBlank()) {
      endParagraph();
      endList();
    } else if (heading.matches()) {
      endParagraph();
      endList();
      String tag = "h" + heading.group(1).length();
      html.append("<" + tag + ">").append(inline(heading.group(2))).append("</" + tag + ">");
    } else if (item.matches()) {
      endParagraph();
      item(Character.isDigit(item.group(1).charAt(0)) ? "ol" : "ul", item.group(2));
    } else {
      endList();
      paragraph.add(line);
    }
  }

  private void item(String kind, String text) {
    String end = "</" + kind + ">";
    if (!list.equals(end)) {
      endList();
      html.append("<" + kind + ">");
      list = end;
    }
    html.append("<li>").append(inline(text)).append("</li>");
  }

  /** A block of code that is not closed goes to the end. */
  private int code(List<String> lines, int first) {
    endParagraph();
    endList();
    html.append("<pre>");
    int i = first;
    while (i < lines.size() && !lines.get(i).startsWith("```")) {
      html.append(escape(lines.get(i))).append("\n");
      i++;
    }
    html.append("</pre>");
    return i;
  }

  private int table(List<String> lines, int first) {
    endParagraph();
    endList();
    html.append("<table>").append(row(lines.get(first), "th"));
    int i = first + 2;
    while (i < lines.size() && lines.get(i).contains("|")) {
      html.append(row(lines.get(i), "td"));
      i++;
    }
    html.append("</table>");
    return i - 1;
  }

  private static String row(String line, String tag) {
    String inside = line.strip().replaceAll("^\\||\\|$", "");
    StringBuilder row = new StringBuilder("<tr>");
    for (String cell : inside.split("(?<!\\\\)\\|", -1)) {
      row.append("<" + tag + ">").append(inline(cell.strip())).append("</" + tag + ">");
    }
    return row.append("</tr>").toString();
  }

  private void endParagraph() {
    if (!paragraph.isEmpty()) {
      html.append("<p>");
      for (String line : paragraph) {
        html.append(inline(line.strip()))
            .append(line.endsWith("  ") || line.endsWith("\\") ? "<br/>" : "\n");
      }
      html.append("</p>");
      paragraph.clear();
    }
  }

  private void endList() {
    html.append(list);
    list = "";
  }

  /** What is between backticks is code; in the rest, emphasis, links and pictures are seen. */
  private static String inline(String text) {
    StringBuilder html = new StringBuilder();
    int from = 0;
    while (from < text.length()) {
      int open = text.indexOf('`', from);
      int close = open < 0 ? -1 : text.indexOf('`', open + 1);
      if (close < 0) {
        break;
      }
      html.append(marked(text.substring(from, open)));
      html.append("<code>").append(escape(text.substring(open + 1, close))).append("</code>");
      from = close + 1;
    }
    return html.append(marked(text.substring(from))).toString();
  }

  private static String marked(String text) {
    Matcher picture = PICTURE.matcher(text);
    if (picture.find()) {
      return marked(text.substring(0, picture.start()))
          + "<img alt=\""
          + escape(picture.group(1))
          + "\" src=\""
          + picture.group(2)
          + "\"/>"
          + marked(text.substring(picture.end()));
    }
    String html = escape(text);
    html = LINK.matcher(html).replaceAll("<a href=\"$2\">$1</a>");
    html = STRONG.matcher(html).replaceAll("<b>$1</b>");
    html = EMPHASIS.matcher(html).replaceAll("<i>$1</i>");
    return html.replaceAll("\\\\(&(?:lt|gt|amp|quot);|[\\p{Punct}])", "$1");
  }
}
