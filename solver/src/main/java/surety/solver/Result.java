package surety.solver;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Verdict;
import surety.solver.witness.Witness;

/**
 * What is known at the end of a search.
 *
 * @param verdict of a property; empty for a query
 * @param points the kernel's bounds: one for each point of a cdf's grid, the last form's threshold
 *     changing first; exactly one for a quantity
 * @param seconds search and kernel together
 * @param cells leaves of the proof tree
 * @param certificate the bytes of the certificate
 * @param witness an input for which the event happens, if one was looked for and found
 * @param impossible whether the event was shown to happen for no input at all, so that its
 *     probability is zero; the search says so, with Z3's help, not the certificate
 * @param heaviest where most of the event's probability is, if that was wanted; else of a violated
 *     property, where most of the probability is that violates it: of the event if it is too
 *     likely, else of its complement; estimates
 */
@SuppressWarnings("ArrayRecordComponent") // a certificate is bytes, and nobody compares results
public record Result(
    Statement statement,
    Optional<Verdict> verdict,
    List<BandPoint> points,
    double seconds,
    long cells,
    StopReason reason,
    byte[] certificate,
    Optional<Witness> witness,
    boolean impossible,
    List<HeavyCell> heaviest) {
  /** Takes a copy of the list; the bytes are shared, for they may be many. */
  public Result {
    Objects.requireNonNull(statement);
    Objects.requireNonNull(verdict);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(certificate);
    Objects.requireNonNull(witness);
    points = List.copyOf(points);
    heaviest = List.copyOf(heaviest);
  }
}
