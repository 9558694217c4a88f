package surety.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import surety.report.ListedRequirement;
import surety.report.Run;
import surety.report.Runs;

class TraceabilityPageTest {
  private static Document page(Run run) {
    return Dom.parse(new TraceabilityPage().text(run).replaceFirst("<!DOCTYPE html>", ""));
  }

  @Test
  void eachRowSaysWhatIsKnown() {
    Run run =
        Runs.listing(
            Runs.mixed(), new ListedRequirement("R1", "one"), new ListedRequirement("R5", "<b>"));
    Document page = page(run);
    List<Element> rows = Dom.all(page, "tr");
    assertEquals(13, rows.size());
    String first = rows.get(1).getTextContent();
    for (String words :
        List.of(
            "R1", "one", "low", "holds", "[0.125, 0.25]", "< 0.5", "ef".repeat(32), "1970-01-01")) {
      assertTrue(first.contains(words), words + " in " + first);
    }
    assertEquals("R5<b>noneno propertynonenonenone", rows.get(2).getTextContent());
    assertTrue(rows.get(3).getTextContent().startsWith("R2 (not listed)"));
    String all = page.getDocumentElement().getTextContent();
    assertTrue(all.contains("1 of 2 requirements have a property."), all);
    assertTrue(all.contains("Properties that name one that is not listed: 2."), all);
  }

  @Test
  void withoutAListNothingIsSaidToBeMissing() {
    String all = page(Runs.mixed()).getDocumentElement().getTextContent();
    assertTrue(all.contains("There is no list of requirements"));
  }

  @Test
  void whatWouldDoHarmDoesNothing() {
    Document page =
        page(Runs.listing(Runs.hostile(), new ListedRequirement(Runs.HOSTILE, Runs.HOSTILE)));
    assertEquals(0, Dom.all(page, "script").size());
    assertEquals(1, Dom.all(page, "h1").size());
  }
}
