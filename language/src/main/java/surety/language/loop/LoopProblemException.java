package surety.language.loop;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import surety.language.problems.Problem;

/** A part of a loop, or of a claim about one, that has no meaning. */
final class LoopProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  LoopProblemException(Problem problem) {
    super(problem.message());
    this.problem = problem;
  }

  /** At a feature of a part. */
  LoopProblemException(String code, String message, EObject object, EStructuralFeature feature) {
    this(new Problem(code, message, object, feature));
  }

  /** At a part as a whole. */
  LoopProblemException(String code, String message, EObject part) {
    this(
        new Problem(
            code,
            message,
            part.eContainer(),
            part.eContainmentFeature(),
            part.eContainer().eGet(part.eContainmentFeature()) instanceof java.util.List<?> all
                ? all.indexOf(part)
                : Problem.ALL));
  }

  Problem problem() {
    return problem;
  }
}
