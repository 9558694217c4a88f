package surety.language.evaluation;

import java.util.Optional;
import surety.language.Obligation;
import surety.solver.evaluation.Occurrence;

/**
 * Whether the event of a property or query happens at an input.
 *
 * @param asked the property or query
 * @param event the event in words
 * @param exact whether it happens over the reals: proven
 * @param estimate whether it happens for the outputs of ONNX Runtime; empty if these are not known
 */
public record EventAnswer(
    Obligation asked, String event, Occurrence exact, Optional<Boolean> estimate) {
  /** Whether rounding, as ONNX Runtime rounds, turns the answer into the other one. */
  public boolean isTurnedByRounding() {
    return exact != Occurrence.UNKNOWN
        && estimate.isPresent()
        && estimate.get() != (exact == Occurrence.HAPPENS);
  }

  /** In a sentence, such as {@code rare's event happens: setosa > 12}. */
  public String sentence() {
    String happens =
        switch (exact) {
          case HAPPENS -> "happens";
          case DOES_NOT_HAPPEN -> "does not happen";
          case UNKNOWN -> "is too close to tell";
        };
    String rounding =
        isTurnedByRounding()
            ? "; in ONNX Runtime's rounding it "
                + (estimate.get() ? "happens" : "does not happen")
                + " (an estimate)"
            : "";
    return asked.name() + "'s event " + happens + ": " + event + rounding;
  }
}
