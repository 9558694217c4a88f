package surety.eclipse.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.source.AnnotationModel;
import org.junit.jupiter.api.Test;

class ProblemAnnotationsTest {
  private static final String URI = "file:///elsewhere/a.sure";

  private final AnnotationModel model = new AnnotationModel();

  private static Map<String, Object> problem(int severity, String message, int start, int end) {
    return Map.of(
        IMarker.SEVERITY,
        severity,
        IMarker.MESSAGE,
        message,
        IMarker.CHAR_START,
        start,
        IMarker.CHAR_END,
        end);
  }

  private Set<String> shown() {
    Set<String> shown = new TreeSet<>();
    model
        .getAnnotationIterator()
        .forEachRemaining(
            each ->
                shown.add(
                    each.getType().replaceAll(".*\\.", "")
                        + " "
                        + each.getText()
                        + " at "
                        + model.getPosition(each).getOffset()));
    return shown;
  }

  @Test
  void theNewestProblemsReplaceTheOld() {
    model.connect(new Document("property rare"));
    ProblemAnnotations.show(URI, List.of(problem(IMarker.SEVERITY_ERROR, "old", 0, 1)), model, 13);
    ProblemAnnotations.show(
        URI,
        List.of(
            problem(IMarker.SEVERITY_ERROR, "a", 0, 8),
            problem(IMarker.SEVERITY_WARNING, "b", 9, 13),
            problem(IMarker.SEVERITY_INFO, "c", 13, 13),
            problem(IMarker.SEVERITY_ERROR, "outside", 50, 51)),
        model,
        13);
    assertEquals(
        Set.of("error a at 0", "warning b at 9", "info c at 13", "error outside at 13"), shown());
    ProblemAnnotations.show(URI, List.of(), model, 13);
    assertEquals(Set.of(), shown());
  }
}
