package surety.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.language.Diagnostic;
import surety.language.verification.VerificationState;

/**
 * What became of one specification.
 *
 * @param specification as it was named on the command line
 * @param digest SHA-256 of its text; empty if it could not be read
 * @param outcomes of its properties and queries, in their order
 * @param unchecked those whose network cannot be read
 * @param diagnostics what is wrong with it
 * @param problem why nothing of it was checked, if so
 */
public record Checked(
    String specification,
    Optional<String> digest,
    List<Outcome> outcomes,
    List<Unchecked> unchecked,
    List<Diagnostic> diagnostics,
    Optional<String> problem) {
  /** Keeps copies. */
  public Checked {
    outcomes = List.copyOf(outcomes);
    unchecked = List.copyOf(unchecked);
    diagnostics = List.copyOf(diagnostics);
  }

  /** One of which everything was checked. */
  public static Checked of(
      String specification, List<Outcome> outcomes, List<Diagnostic> diagnostics) {
    return new Checked(
        specification, Optional.empty(), outcomes, List.of(), diagnostics, Optional.empty());
  }

  /** One of which nothing was checked. */
  public static Checked nothing(
      String specification, List<Diagnostic> diagnostics, String problem) {
    return new Checked(
        specification, Optional.empty(), List.of(), List.of(), diagnostics, Optional.of(problem));
  }

  /** The same of a specification with this digest. */
  public Checked digested(Optional<String> newDigest) {
    return new Checked(specification, newDigest, outcomes, unchecked, diagnostics, problem);
  }

  /** What became of each property and query, and of the specification if nothing was checked. */
  public List<VerificationState> states() {
    List<VerificationState> states = new ArrayList<>();
    outcomes.forEach(outcome -> states.add(outcome.state()));
    unchecked.forEach(one -> states.add(VerificationState.FAILED));
    problem.ifPresent(reason -> states.add(VerificationState.FAILED));
    return states;
  }
}
