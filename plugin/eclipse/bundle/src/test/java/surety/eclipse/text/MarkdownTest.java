package surety.eclipse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  @Test
  void paragraphs() {
    assertEquals("<p>a\nb\n</p><p>c\n</p>", Markdown.html("a\nb\n\nc"));
  }

  @Test
  void headings() {
    assertEquals("<h2>Title</h2>", Markdown.html("## Title"));
    assertEquals("<p>#no heading\n</p>", Markdown.html("#no heading"));
  }

  @Test
  void lists() {
    assertEquals("<ul><li>a</li><li>b</li></ul>", Markdown.html("- a\n- b"));
    assertEquals("<ol><li>a</li><li>b</li></ol>", Markdown.html("1. a\n1. b"));
  }

  @Test
  void aListOfAnotherKindIsAnotherList() {
    assertEquals("<ul><li>a</li></ul><ol><li>b</li></ol>", Markdown.html("- a\n1. b"));
  }

  @Test
  void emphasisAndCode() {
    assertEquals(
        "<p><b>proved</b> <i>now</i> <code>a*b*c</code>\n</p>",
        Markdown.html("**proved** *now* `a*b*c`"));
  }

  @Test
  void underscoresInNamesAreNoEmphasis() {
    assertEquals("<p>sepal_length_cm\n</p>", Markdown.html("sepal_length_cm"));
  }

  @Test
  void blocksOfCode() {
    assertEquals("<pre>P(y &lt; 1)\n</pre>", Markdown.html("```sure\nP(y < 1)\n```"));
  }

  @Test
  void aBlockThatIsNotClosedGoesToTheEnd() {
    assertEquals("<pre>a\n\nb\n</pre>", Markdown.html("```\na\n\nb"));
  }

  @Test
  void tables() {
    assertEquals(
        "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
        Markdown.html("| a | b |\n|---|---|\n| 1 | 2 |"));
  }

  @Test
  void aBarIsNoTable() {
    assertEquals("<p>P(a | b)\n</p>", Markdown.html("P(a | b)"));
  }

  @Test
  void pictures() {
    assertEquals(
        "<p><img alt=\"a curve\" src=\"data:image/svg+xml;base64,QUJD\"/>\n</p>",
        Markdown.html("![a curve](data:image/svg+xml;base64,QUJD)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "**<b onclick=x>**",
        "# <img src=x>",
        "- <i>",
        "`<b>`",
        "```\n<b>\n```",
        "| <b> | c |\n|---|---|\n| <i> | d |",
        "![<b>](data:image/svg+xml;base64,QUJD)",
        "![x](https://example.org/a.png\"onload=x)",
        "[\"><script>](x)"
      })
  void nothingBecomesATag(String markdown) {
    String html = Markdown.html(markdown);
    assertFalse(html.contains("<script"), html);
    assertFalse(html.contains("<b onclick"), html);
    assertFalse(html.contains("<img src=x"), html);
    assertFalse(html.contains("<i>"), html);
    assertFalse(html.matches("(?s).*<b>(?!&lt;b onclick).*"), html);
    assertFalse(html.contains("\"onload"), html);
  }

  @Test
  void linksLeadSomewhere() {
    assertEquals(
        "<p><a href=\"file:///a.cert\">certificate</a>\n</p>",
        Markdown.html("[certificate](file:///a.cert)"));
  }

  @Test
  void whatIsEscapedIsPlain() {
    assertEquals("<p>a * b * c\n</p>", Markdown.html("a \\* b \\* c"));
  }

  @Test
  void plainText() {
    assertEquals(
        "Iris\nproved now 1/10\n1. a\n2. b",
        Markdown.plain(
            "## Iris\n**proved** *now* `1/10`![x](data:image/svg+xml;base64,QUJD)\n1. a\n1. b"));
  }

  @Test
  void emptyStaysEmpty() {
    assertEquals("", Markdown.html(""));
    assertEquals("", Markdown.plain(""));
  }

  @Test
  void tablesArePlainLinesWithoutTheirRule() {
    assertEquals(
        "bounds  [0, 1]\ngap  a|b",
        Markdown.plain("| bounds | [0, 1] |\n|---|---|\n| gap | a\\|b |"));
  }
}
