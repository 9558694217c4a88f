package surety.eclipse.problems;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.AnnotationModel;
import surety.eclipse.base.Notices;
import surety.eclipse.documents.Documents;
import surety.eclipse.documents.Layer;
import surety.eclipse.documents.OpenDocument;

/** The problems of open specifications outside of the workspace, where no file can be marked. */
final class ProblemAnnotations {
  private ProblemAnnotations() {}

  /**
   * Shows them in all editors of the document.
   *
   * @param problems as the attributes that markers would have
   */
  static void update(String uri, List<Map<String, Object>> problems) {
    Notices.onScreen(
        () -> {
          for (OpenDocument document : Documents.get().allOf(uri)) {
            AnnotationModel model = Layer.of(document.annotations(), ProblemAnnotations.class);
            if (model != null) {
              show(uri, problems, model, document.document().getLength());
            }
          }
        });
  }

  /** The text can be shorter than it was for the server; one place outside would cost others. */
  static void show(
      String uri, List<Map<String, Object>> problems, AnnotationModel model, int length) {
    List<Annotation> old = new ArrayList<>();
    model.getAnnotationIterator().forEachRemaining(old::add);
    Map<Annotation, Position> added = new HashMap<>();
    for (Map<String, Object> problem : problems) {
      int start = Math.min(length, (Integer) problem.get(IMarker.CHAR_START));
      int end = Math.min(length, (Integer) problem.get(IMarker.CHAR_END));
      added.put(new ProblemAnnotation(uri, problem), new Position(start, end - start));
    }
    model.replaceAnnotations(old.toArray(new Annotation[0]), added);
  }
}
