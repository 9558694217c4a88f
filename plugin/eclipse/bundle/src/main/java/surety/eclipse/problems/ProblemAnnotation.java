package surety.eclipse.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.lsp4j.Diagnostic;

/** A problem that is shown in an editor, because there is no file that could be marked. */
final class ProblemAnnotation extends Annotation {
  private static final String TYPE = "org.eclipse.ui.workbench.texteditor.";

  private final String uri;
  private final Diagnostic diagnostic;

  /**
   * @param uri of the specification
   * @param problem as the attributes that a marker would have
   */
  ProblemAnnotation(String uri, Map<String, Object> problem) {
    super(
        type((Integer) problem.get(IMarker.SEVERITY)),
        false,
        (String) problem.get(IMarker.MESSAGE));
    this.uri = uri;
    this.diagnostic = Problem.diagnostic((String) problem.getOrDefault(Problem.DIAGNOSTIC, ""));
  }

  private static String type(int severity) {
    if (severity == IMarker.SEVERITY_ERROR) {
      return TYPE + "error";
    }
    return TYPE + (severity == IMarker.SEVERITY_WARNING ? "warning" : "info");
  }

  /** What can be done against it, as far as it is known now. */
  List<Repair> repairs() {
    return diagnostic == null ? List.of() : Repair.of(uri, diagnostic);
  }

  /**
   * Those at a place, the ends of their texts included. One without a text, which can hardly be
   * met, is everywhere in its line.
   */
  static List<ProblemAnnotation> at(IAnnotationModel model, IDocument document, int offset) {
    Position line = line(document, offset);
    return all(
        model,
        place -> touches(place, offset) || (place.getLength() == 0 && touches(line, place.offset)));
  }

  /** Those at a place; if there is none, those in its line. */
  static List<ProblemAnnotation> near(IAnnotationModel model, IDocument document, int offset) {
    List<ProblemAnnotation> here = at(model, document, offset);
    Position line = line(document, offset);
    return here.isEmpty()
        ? all(model, place -> touches(line, place.offset) || touches(place, line.offset))
        : here;
  }

  private static boolean touches(Position place, int offset) {
    return place.getOffset() <= offset && offset <= place.getOffset() + place.getLength();
  }

  /** The line around a place; the place itself if it is outside of the text. */
  private static Position line(IDocument document, int offset) {
    try {
      IRegion line = document.getLineInformationOfOffset(offset);
      return new Position(line.getOffset(), line.getLength());
    } catch (BadLocationException e) {
      return new Position(offset, 0);
    }
  }

  private static List<ProblemAnnotation> all(IAnnotationModel model, Predicate<Position> wanted) {
    List<ProblemAnnotation> found = new ArrayList<>();
    model
        .getAnnotationIterator()
        .forEachRemaining(
            each -> {
              Position place = model.getPosition(each);
              if (each instanceof ProblemAnnotation problem
                  && place != null
                  && wanted.test(place)) {
                found.add(problem);
              }
            });
    return found;
  }
}
