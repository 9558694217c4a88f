package surety.language.problems;

import java.util.Objects;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Something wrong in a specification, found while a part of it was given its meaning.
 *
 * @param code one of {@link IssueCodes}
 * @param message names the thing, the reason and the way out
 * @param object the part that is wrong
 * @param feature the feature of the part to point at
 * @param index which of the feature's values, or -1 for all
 */
public record Problem(
    String code, String message, EObject object, EStructuralFeature feature, int index) {
  /** The index that means all values of a feature. */
  public static final int ALL = -1;

  /** Refuses missing parts. */
  public Problem {
    Objects.requireNonNull(code);
    Objects.requireNonNull(message);
    Objects.requireNonNull(object);
    Objects.requireNonNull(feature);
  }

  /** A problem of all values of a feature. */
  public Problem(String code, String message, EObject object, EStructuralFeature feature) {
    this(code, message, object, feature, ALL);
  }
}
