package surety.certificates.replay;

import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.rejection.Rejection;
import surety.certificates.statement.Verdict;

/**
 * The outcome of a replay.
 *
 * @param reason why it is not valid; empty if it is
 * @param numbers those that the certificate chose: of a cdf the thresholds, form by form; none
 *     unless valid
 * @param bounds the claimed ones, which follow from the proof: one for a quantity, of a cdf one for
 *     each point of its grid; none unless valid
 * @param verdict what the bounds say of the required limit, if the statement has one
 * @param leaves number of leaves of the proof tree; 0 unless valid
 */
public record ReplayResult(
    ReplayVerdict replay,
    Optional<Rejection> reason,
    List<Rational> numbers,
    List<Enclosure> bounds,
    Optional<Verdict> verdict,
    long leaves) {
  /** Keeps its own list. */
  public ReplayResult {
    numbers = List.copyOf(numbers);
    bounds = List.copyOf(bounds);
  }

  /**
   * The first line of a report: {@code VALID, PROVED}, and without a required limit {@code VALID}.
   */
  public String summary() {
    return replay + verdict.map(v -> ", " + v).orElse("");
  }

  /** The exit status of commands that replay: 0 only if nothing that is required stays unproved. */
  public int exitStatus() {
    if (replay != ReplayVerdict.VALID || verdict.isEmpty()) {
      return replay.exitStatus();
    }
    return switch (verdict.get()) {
      case PROVED -> 0;
      case UNDECIDED -> 30;
      case VIOLATED -> 40;
    };
  }

  /** Of a certificate that is not valid. */
  public static ReplayResult failed(Rejection reason) {
    return new ReplayResult(
        ReplayVerdict.of(reason), Optional.of(reason), List.of(), List.of(), Optional.empty(), 0);
  }
}
