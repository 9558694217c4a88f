package surety.eclipse.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.AnnotationModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import surety.eclipse.states.Verdict;
import surety.eclipse.text.Span;

class GutterTest {
  private final Document document = new Document("property rare: P(y > 1) < 0.1;");
  private final AnnotationModel model = new AnnotationModel();

  @BeforeEach
  void connect() {
    model.connect(document);
  }

  private static Mark mark(Verdict verdict) {
    return new Mark("rare", verdict, "rare: " + verdict.word(), new Span(9, 4));
  }

  private List<Annotation> shown() {
    List<Annotation> shown = new ArrayList<>();
    model.getAnnotationIterator().forEachRemaining(shown::add);
    return shown;
  }

  private List<String> texts() {
    return shown().stream().map(Annotation::getText).toList();
  }

  @Test
  void theLastOneReplacesAllBefore() {
    for (Verdict verdict : List.of(Verdict.STALE, Verdict.QUEUED, Verdict.RUNNING)) {
      Gutter.show(List.of(mark(verdict)), model);
    }
    Gutter.show(List.of(mark(Verdict.PROVED)), model);
    assertEquals(List.of("rare: proved"), texts());
    assertEquals(Verdict.PROVED.annotation(), shown().get(0).getType());
  }

  @Test
  void whatIsRightStays() {
    Gutter.show(List.of(mark(Verdict.PROVED)), model);
    Annotation before = shown().get(0);
    Gutter.show(List.of(mark(Verdict.PROVED)), model);
    assertSame(before, shown().get(0));
  }

  @Test
  void nothingIsLeftWhenNothingIsKnown() {
    Gutter.show(List.of(mark(Verdict.QUEUED)), model);
    Gutter.show(List.of(), model);
    assertEquals(List.of(), texts());
  }

  @Test
  void aMarkWhoseTextWasDeletedComesBack() throws BadLocationException {
    Gutter.show(List.of(mark(Verdict.PROVED)), model);
    document.replace(8, 6, "");
    assertEquals(List.of(), texts());
    document.replace(8, 0, " rare:");
    Gutter.show(List.of(mark(Verdict.PROVED)), model);
    assertEquals(List.of("rare: proved"), texts());
  }

  @Test
  void aMarkThatTypingHasMovedIsDrawnWhereItBelongs() throws BadLocationException {
    Gutter.show(List.of(mark(Verdict.PROVED)), model);
    document.replace(0, 0, "// ");
    Gutter.show(List.of(mark(Verdict.PROVED)), model);
    assertEquals(9, model.getPosition(shown().get(0)).getOffset());
    assertEquals(1, shown().size());
  }

  /** Where it stands now, only its annotation knows. */
  @Test
  void whatIsInDoubtLosesItsVerdictWhereItStands() throws BadLocationException {
    Gutter.show(List.of(mark(Verdict.PROVED)), model);
    document.replace(0, 0, "// ");
    Gutter.doubt(model, Map.of("rare", mark(Verdict.STALE)));
    assertEquals(List.of("rare: stale"), texts());
    assertEquals(Verdict.STALE.annotation(), shown().get(0).getType());
    assertEquals(12, model.getPosition(shown().get(0)).getOffset());
  }

  @Test
  void whatIsNotInDoubtKeepsItsVerdict() {
    Gutter.show(List.of(mark(Verdict.PROVED)), model);
    Annotation before = shown().get(0);
    Gutter.doubt(model, Map.of("low", mark(Verdict.STALE)));
    Gutter.doubt(model, Map.of("rare", mark(Verdict.PROVED)));
    assertSame(before, shown().get(0));
  }

  @Test
  void aPlaceOutsideOfTheTextHidesNoOther() {
    Mark outside = new Mark("gone", Verdict.FAILED, "gone: failed", new Span(1000, 4));
    Gutter.show(List.of(outside, mark(Verdict.PROVED)), model);
    Gutter.show(List.of(mark(Verdict.PROVED)), model);
    assertEquals(List.of("rare: proved"), texts());
  }
}
