package surety.eclipse.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import surety.eclipse.base.Notices;
import surety.eclipse.documents.Documents;
import surety.eclipse.documents.OpenDocument;
import surety.eclipse.states.States;
import surety.eclipse.states.StatesListener;
import surety.eclipse.text.Lines;

/** The verdicts beside the text of open specifications, drawn from the states alone. */
public final class Gutter implements StatesListener {
  private final Map<AnnotationModel, List<Mark>> shown = new WeakHashMap<>();

  @Override
  public void changed(String uri) {
    Notices.onScreen(() -> Documents.get().of(uri).ifPresent(this::draw));
  }

  private void draw(OpenDocument document) {
    AnnotationModel model = model(document.annotations());
    if (model == null) {
      return;
    }
    List<Mark> marks =
        States.get()
            .of(document.uri())
            .map(status -> Mark.of(status, new Lines(document.document().get())))
            .orElse(List.of());
    if (!marks.equals(shown.put(model, marks))) {
      replace(model, marks);
    }
  }

  /** A part of the model of the editor that has only verdicts in it; made when first needed. */
  private static AnnotationModel model(IAnnotationModel whole) {
    if (!(whole instanceof IAnnotationModelExtension models)) {
      return null;
    }
    if (models.getAnnotationModel(Gutter.class) == null) {
      models.addAnnotationModel(Gutter.class, new AnnotationModel());
    }
    return (AnnotationModel) models.getAnnotationModel(Gutter.class);
  }

  private static void replace(AnnotationModel model, List<Mark> marks) {
    List<Annotation> old = new ArrayList<>();
    model.getAnnotationIterator().forEachRemaining(old::add);
    Map<Annotation, Position> added = new HashMap<>();
    for (Mark mark : marks) {
      added.put(
          new Annotation(mark.verdict().annotation(), false, mark.text()),
          new Position(mark.span().offset(), mark.span().length()));
    }
    model.replaceAnnotations(old.toArray(new Annotation[0]), added);
  }
}
