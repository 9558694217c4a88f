package surety.report;

import java.time.Instant;
import java.util.Optional;
import surety.language.Kind;
import surety.language.verification.VerificationState;

/**
 * A line of the traceability matrix: a requirement and a property that is about it, or one of them
 * alone.
 *
 * @param id of the requirement; empty of a property whose title names none
 * @param title what the requirement says
 * @param isListed whether it is on the project's list, or there is none
 * @param isAsked whether the run was asked for all that is known to be about the requirement; else
 *     it has a property which is not in the run
 * @param property empty of a requirement that no property in the run is about
 */
public record TraceabilityRow(
    Optional<String> id,
    String title,
    boolean isListed,
    boolean isAsked,
    Optional<Traced> property) {

  /** Whether no property is about the requirement, in this run or another. */
  public boolean isUncovered() {
    return property.isEmpty() && isAsked;
  }

  /** In words, what stands in place of a verdict if there is none. */
  public String absence() {
    return isAsked ? "no property" : "not in this run";
  }

  /**
   * What became of the property.
   *
   * @param outcome empty if it has no statement
   * @param date when it was established; when the run ended, if it was not
   */
  public record Traced(
      String specification,
      String name,
      Kind kind,
      VerificationState state,
      Optional<Outcome> outcome,
      Instant date) {
    /** The bounds; nothing if there are none. */
    public Optional<String> bounds() {
      return outcome.filter(one -> one.evidence().isPresent()).map(Words::boundsAlone);
    }

    /** What is required, exactly; nothing of a query. */
    public Optional<String> limit() {
      return outcome.flatMap(one -> Words.required(one.obligation()));
    }

    /** SHA-256 of the certificate's file. */
    public Optional<String> certificateDigest() {
      return outcome.flatMap(Outcome::certificateDigest);
    }
  }
}
