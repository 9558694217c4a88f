package surety.language.evaluation;

import java.util.Optional;
import surety.language.Obligation;
import surety.solver.evaluation.Occurrence;

/**
 * Whether an event of a property or query, or a named one, happens at an input.
 *
 * @param asked the property or query; of a named event one that bears its name
 * @param role what the event is to it
 * @param event the event in words
 * @param exact whether it happens over the reals: proven
 * @param estimate whether it happens for the outputs of ONNX Runtime; empty if these are not known
 */
public record EventAnswer(
    Obligation asked, EventRole role, String event, Occurrence exact, Optional<Boolean> estimate) {
  /** Where it stands, in few words: {@code rare}, or {@code rare, condition}. */
  public String label() {
    return switch (role) {
      case ASKED, NAMED -> asked.name();
      case CONDITION -> asked.name() + ", condition";
      case PART -> asked.name() + ", part";
    };
  }

  /** What it is called in a sentence, such as {@code rare's event}. */
  public String subject() {
    return switch (role) {
      case ASKED -> asked.name() + "'s event";
      case CONDITION -> asked.name() + "'s condition";
      case PART -> "an event in " + asked.name();
      case NAMED -> "event " + asked.name();
    };
  }

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
    return subject() + " " + happens + ": " + event + rounding;
  }
}
