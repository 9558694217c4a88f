package surety.eclipse.documents;

import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;

/** A part of an editor's annotations that has one owner, who alone writes there. */
public final class Layer {
  private Layer() {}

  /** The one of this owner, made when first needed; null if there can be none. */
  public static AnnotationModel of(IAnnotationModel whole, Class<?> owner) {
    if (!(whole instanceof IAnnotationModelExtension models)) {
      return null;
    }
    if (models.getAnnotationModel(owner) == null) {
      models.addAnnotationModel(owner, new AnnotationModel());
    }
    return (AnnotationModel) models.getAnnotationModel(owner);
  }
}
