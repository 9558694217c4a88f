package surety.eclipse.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IMarker;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;
import surety.eclipse.text.Lines;

class ProblemTest {
  private static final Range RANGE = new Range(new Position(1, 2), new Position(1, 5));
  private final Lines lines = new Lines("ab\ncdefgh\n");

  private static Diagnostic diagnostic(String message) {
    return new Diagnostic(RANGE, message, DiagnosticSeverity.Warning, "surety", "undecided");
  }

  @Test
  void whereAndWhat() {
    Map<String, Object> attributes = Problem.attributes(diagnostic("why"), lines);
    assertEquals("why", attributes.get(IMarker.MESSAGE));
    assertEquals(IMarker.SEVERITY_WARNING, attributes.get(IMarker.SEVERITY));
    assertEquals(2, attributes.get(IMarker.LINE_NUMBER));
    assertEquals(5, attributes.get(IMarker.CHAR_START));
    assertEquals(8, attributes.get(IMarker.CHAR_END));
    assertEquals("undecided", attributes.get(Problem.CODE));
    assertEquals("", attributes.get(Problem.RELATED));
  }

  @Test
  void theServerGetsBackWhatItSaid() {
    Diagnostic said = diagnostic("why");
    String json = (String) Problem.attributes(said, lines).get(Problem.DIAGNOSTIC);
    assertEquals(said, Problem.diagnostic(json));
  }

  @Test
  void witnesses() {
    Diagnostic said = diagnostic("violated");
    said.setRelatedInformation(
        List.of(
            new DiagnosticRelatedInformation(new Location("file:///w/a.sure", RANGE), "at x = 1")));
    assertEquals("at x = 1 (a.sure:2)", Problem.attributes(said, lines).get(Problem.RELATED));
  }

  @Test
  void withoutSeverityAndCodeItIsAnError() {
    Diagnostic bare = new Diagnostic(RANGE, "why");
    Map<String, Object> attributes = Problem.attributes(bare, lines);
    assertEquals(IMarker.SEVERITY_ERROR, attributes.get(IMarker.SEVERITY));
    assertEquals("", attributes.get(Problem.CODE));
  }

  @Test
  void markersRefuseLongTexts() {
    Map<String, Object> attributes = Problem.attributes(diagnostic("x".repeat(99_999)), lines);
    assertTrue(attributes.get(IMarker.MESSAGE).toString().length() < 20_000);
    assertNull(Problem.diagnostic((String) attributes.get(Problem.DIAGNOSTIC)));
  }

  @Test
  void aPlaceThatIsGoneIsTheEnd() {
    Diagnostic said = diagnostic("why");
    said.setRange(new Range(new Position(7, 0), new Position(8, 0)));
    assertEquals(10, Problem.attributes(said, lines).get(IMarker.CHAR_START));
  }
}
