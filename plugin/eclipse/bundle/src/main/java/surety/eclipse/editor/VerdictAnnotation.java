package surety.eclipse.editor;

import org.eclipse.jface.text.source.Annotation;
import surety.eclipse.states.Verdict;

/** A verdict beside the text. */
final class VerdictAnnotation extends Annotation {
  private final String name;

  /**
   * @param name of the property or query
   * @param text what the picture means, for people
   */
  VerdictAnnotation(String name, Verdict verdict, String text) {
    super(verdict.annotation(), false, text);
    this.name = name;
  }

  /** Of which property or query. */
  String name() {
    return name;
  }

  boolean says(Verdict verdict) {
    return verdict.annotation().equals(getType());
  }
}
