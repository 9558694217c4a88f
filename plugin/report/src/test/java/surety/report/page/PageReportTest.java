package surety.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import surety.report.Run;
import surety.report.Runs;

class PageReportTest {
  private static final Set<String> TAGS =
      Set.of(
          "html",
          "head",
          "meta",
          "title",
          "style",
          "body",
          "main",
          "header",
          "section",
          "article",
          "h1",
          "h2",
          "h3",
          "p",
          "span",
          "bdi",
          "code",
          "a",
          "table",
          "caption",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "div",
          "figure",
          "figcaption",
          "dl",
          "dt",
          "dd",
          "ul",
          "li",
          "time",
          "svg",
          "g",
          "rect",
          "path",
          "text",
          "polygon",
          "circle",
          "desc",
          "br");

  private static Document page(Run run) {
    return Dom.parse(new PageReport().text(run).replaceFirst("<!DOCTYPE html>", ""));
  }

  private static List<String> texts(Document page, String tag) {
    return Dom.all(page, tag).stream().map(Element::getTextContent).toList();
  }

  private static void assertHarmless(Document page) {
    for (Element element : Dom.all(page, "*")) {
      assertTrue(TAGS.contains(element.getTagName()), element.getTagName());
      NamedNodeMap attributes = element.getAttributes();
      for (int k = 0; k < attributes.getLength(); k++) {
        String name = attributes.item(k).getNodeName().toLowerCase(Locale.ROOT);
        assertFalse(name.startsWith("on") || name.equals("src") || name.equals("style"), name);
        if (name.equals("href")) {
          assertTrue(attributes.item(k).getNodeValue().startsWith("#s"));
        }
      }
    }
  }

  @Test
  void aTitleThatWouldDoHarmIsShownAndDoesNothing() {
    Document page = page(Runs.hostile());
    assertHarmless(page);
    String shown = "</h3></title><script>alert(1)</script> \"a\" onload='b' &lt; ]]> | `c` <!--";
    assertTrue(texts(page, "h3").stream().anyMatch(text -> text.contains(shown)));
    assertTrue(texts(page, "h2").contains("a <b>&\"'c' #%:1.sure"));
  }

  @Test
  void nothingIsLoadedAndNothingRuns() {
    String text = new PageReport().text(Runs.mixed());
    assertHarmless(page(Runs.mixed()));
    assertFalse(text.contains("url(") || text.contains("@import"));
    assertFalse(text.replace("http://www.w3.org/2000/svg", "").contains("http:"));
  }

  @Test
  void everythingThatIsKnownStandsOnIt() {
    Document page = page(Runs.mixed());
    String all = page.getDocumentElement().getTextContent();
    for (String words :
        List.of(
            "R1",
            "it is rare",
            "The requirement holds: the probability is at most 25 %; it has to be below 50 %.",
            "low: P(y > 0.5)",
            "probability in [0.125, 0.25]",
            "0.25",
            "for the function over the reals",
            "Rounding in the deployed network is not covered",
            "x = 0.75 gives y = 3.5 (rounded)",
            "x in [0.5, 0.75]",
            "estimates",
            "ef".repeat(32),
            "ab".repeat(32),
            "0".repeat(64),
            "net.onnx",
            "surety replay --specification folder/f.sure --certificate c/s.low.cert",
            "surety check 'a folder/f.sure' --gap 1e-3",
            "2026-01-02 03:04:08 UTC",
            "17.0.1, Some Vendor",
            "There is no tolerance constant",
            "It could not be checked: the network has no output 7.",
            "net.onnx: there is no such file",
            "error, line 3: no such thing",
            "g.sure has 1 error; nothing was done")) {
      assertTrue(all.contains(words), words);
    }
  }

  @Test
  void theWorstStandsFirst() {
    Document page = page(Runs.mixed());
    Element summary = Dom.all(page, "tbody").get(0);
    List<String> badges =
        Dom.all(page, "span").stream()
            .filter(span -> span.getParentNode().getParentNode().getParentNode() == summary)
            .map(Element::getTextContent)
            .toList();
    assertEquals(12, badges.size());
    assertEquals(
        List.of("not checked", "not checked", "not checked", "violated"), badges.subList(0, 4));
    assertEquals("answered", badges.get(11));
  }

  @Test
  void everyLinkHasAGoalAndNoGoalIsTwice() {
    Document page = page(Runs.mixed());
    Set<String> goals = new HashSet<>();
    for (Element element : Dom.all(page, "*")) {
      String id = element.getAttribute("id");
      assertTrue(id.isEmpty() || goals.add(id), id);
    }
    List<Element> links = Dom.all(page, "a");
    assertEquals(12, links.size());
    links.forEach(link -> assertTrue(goals.contains(link.getAttribute("href").substring(1))));
  }

  @Test
  void headingsFollowEachOtherAndPicturesHaveNames() {
    Document page = page(Runs.mixed());
    assertEquals(1, Dom.all(page, "h1").size());
    assertEquals("en", page.getDocumentElement().getAttribute("lang"));
    List<Element> pictures = Dom.all(page, "svg");
    assertTrue(pictures.size() >= 7, "only " + pictures.size());
    pictures.forEach(picture -> assertFalse(picture.getAttribute("aria-label").isBlank()));
  }

  @Test
  void theSameRunMakesTheSamePage() {
    assertEquals(new PageReport().text(Runs.mixed()), new PageReport().text(Runs.mixed()));
  }

  @Test
  void fiftyPropertiesStayBelowTwoMegabytes() {
    int size = new PageReport().text(Runs.large(40, 10, 10_000)).length();
    assertTrue(size < 1 << 20, size + " characters");
  }
}
