package surety.eclipse.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;
import surety.eclipse.states.Received;
import surety.eclipse.states.Verdict;
import surety.eclipse.text.Lines;
import surety.eclipse.text.Span;
import surety.language.ide.protocol.PropertyStatus;
import surety.language.ide.protocol.SpecificationStatus;

class MarkTest {
  private static List<Mark> marks(String state, String bounds, String message, Range range) {
    PropertyStatus property =
        new Received("rare")
            .with("state", state)
            .with("label", "a label")
            .with("bounds", bounds)
            .with("message", message)
            .with("range", range)
            .with("actions", List.of())
            .status();
    var status = new SpecificationStatus("file:///a.sure", 1, true, null, "", List.of(property));
    return Mark.of(status, new Lines("\nproperty rare:"));
  }

  private static Range name() {
    return new Range(new Position(1, 9), new Position(1, 13));
  }

  @Test
  void whatThePictureMeans() {
    assertEquals(
        List.of(new Mark("rare", Verdict.PROVED, "rare: a label, [0, 1]", new Span(10, 4))),
        marks("proved", "[0, 1]", null, name()));
  }

  @Test
  void why() {
    assertEquals(
        "rare: a label (the text was changed)",
        marks("stale", null, "the text was changed", name()).get(0).text());
  }

  @Test
  void anUnknownStateIsNotProved() {
    assertEquals(Verdict.STALE, marks("perfect", null, null, name()).get(0).verdict());
  }

  @Test
  void withoutAPlaceThereIsNoMark() {
    assertEquals(List.of(), marks("proved", null, null, null));
  }

  @Test
  void aPlaceOutsideOfTheTextIsItsEnd() {
    Range outside = new Range(new Position(9, 0), new Position(9, 5));
    assertEquals(new Span(15, 0), marks("failed", null, null, outside).get(0).span());
  }
}
