package surety.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void nothingIsLeftThatMeansSomething() {
    assertEquals(
        "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt; &amp;amp; \ufffd",
        Html.escaped("<a href=\"x\" b='y'> &amp; \u0000"));
    assertEquals("<bdi>&lt;/bdi&gt;\u202e</bdi>", Html.isolated("</bdi>\u202e"));
    assertEquals("<code dir=\"ltr\"><bdi>a &lt; b</bdi></code>", Html.code("a < b"));
  }
}
