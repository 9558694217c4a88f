package surety.eclipse.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.AnnotationModel;
import surety.eclipse.base.Notices;
import surety.eclipse.documents.Documents;
import surety.eclipse.documents.Layer;
import surety.eclipse.documents.OpenDocument;
import surety.eclipse.states.States;
import surety.eclipse.states.StatesListener;
import surety.eclipse.text.Lines;
import surety.language.ide.protocol.SpecificationStatus;

/**
 * The verdicts beside the text of open specifications, drawn from the newest states alone: whatever
 * the order in which changes are heard of, the last one draws what is known last.
 */
public final class Gutter implements StatesListener {
  @Override
  public void changed(String uri) {
    Notices.onScreen(() -> Documents.get().allOf(uri).forEach(Gutter::draw));
  }

  /**
   * What is in doubt loses its verdict as soon as the editor has taken in the edit. Where it
   * stands, only its annotation knows: it moved with the text.
   */
  @Override
  public void doubted(String uri) {
    Notices.onScreen(() -> Documents.get().allOf(uri).forEach(Gutter::doubt));
  }

  private static void doubt(OpenDocument document) {
    AnnotationModel model = Layer.of(document.annotations(), Gutter.class);
    if (model != null) {
      doubt(model, States.get().of(document.uri()).map(Mark::texts).orElse(Map.of()));
    }
  }

  /**
   * Shows the words that belong to each property and query at the places where it is shown already.
   *
   * @param marks by name
   */
  static void doubt(AnnotationModel model, Map<String, Mark> marks) {
    List<Annotation> wrong = new ArrayList<>();
    Map<Annotation, Position> added = new HashMap<>();
    model
        .getAnnotationIterator()
        .forEachRemaining(
            annotation -> {
              if (annotation instanceof VerdictAnnotation shown
                  && marks.containsKey(shown.name())
                  && !shown.says(marks.get(shown.name()).verdict())) {
                wrong.add(shown);
                added.put(marks.get(shown.name()).annotation(), model.getPosition(shown));
              }
            });
    if (!wrong.isEmpty()) {
      model.replaceAnnotations(wrong.toArray(new Annotation[0]), added);
    }
  }

  private static void draw(OpenDocument document) {
    AnnotationModel model = Layer.of(document.annotations(), Gutter.class);
    if (model != null) {
      Optional<SpecificationStatus> status = States.get().of(document.uri());
      show(
          status
              .map(known -> Mark.of(known, new Lines(document.document().get())))
              .orElse(List.of()),
          model);
    }
  }

  /**
   * What is right already stays. It is compared with what is there, not with what was drawn last:
   * annotations go when the text under them is deleted.
   */
  static void show(List<Mark> marks, AnnotationModel model) {
    List<Mark> missing = new ArrayList<>(marks);
    List<Annotation> wrong = new ArrayList<>();
    model
        .getAnnotationIterator()
        .forEachRemaining(
            annotation -> {
              if (!missing.removeIf(mark -> isShown(mark, annotation, model))) {
                wrong.add(annotation);
              }
            });
    if (missing.isEmpty() && wrong.isEmpty()) {
      return;
    }
    Map<Annotation, Position> added = new HashMap<>();
    for (Mark mark : missing) {
      added.put(mark.annotation(), new Position(mark.span().offset(), mark.span().length()));
    }
    model.replaceAnnotations(wrong.toArray(new Annotation[0]), added);
  }

  private static boolean isShown(Mark mark, Annotation annotation, AnnotationModel model) {
    Position place = model.getPosition(annotation);
    return place != null
        && place.equals(new Position(mark.span().offset(), mark.span().length()))
        && annotation instanceof VerdictAnnotation shown
        && shown.name().equals(mark.name())
        && shown.says(mark.verdict())
        && mark.text().equals(shown.getText());
  }
}
