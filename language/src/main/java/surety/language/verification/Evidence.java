package surety.language.verification;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.ProbabilityClaim;
import surety.certificates.statement.ProbabilityLimit;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Verdict;
import surety.language.display.SearchEnd;
import surety.solver.BandPoint;
import surety.solver.HeavyCell;
import surety.solver.Witness;

/**
 * What the kernel established of one statement. The verdict is not stored: it follows from the
 * bounds, each time it is asked for.
 *
 * @param statement what the bounds are about
 * @param points the kernel's bounds, at least one: one for each threshold of a band, in ascending
 *     order; exactly one of a probability
 * @param seconds how long it took
 * @param cells leaves of the proof tree
 * @param established when
 * @param stopped how the search ended; empty if a certificate was replayed
 * @param certificate where the certificate lies; empty if it could not be written
 * @param witness an input for which the event happens, if the search found one
 * @param impossible whether the search showed that the event happens for no input at all
 * @param heaviest where to look if the property is violated; estimates, and none after a replay
 */
public record Evidence(
    Statement statement,
    List<BandPoint> points,
    double seconds,
    long cells,
    Instant established,
    Optional<SearchEnd> stopped,
    Optional<Path> certificate,
    Optional<Witness> witness,
    boolean impossible,
    List<HeavyCell> heaviest) {
  /** Refuses missing parts. */
  public Evidence {
    Objects.requireNonNull(statement);
    Objects.requireNonNull(established);
    Objects.requireNonNull(stopped);
    Objects.requireNonNull(certificate);
    Objects.requireNonNull(witness);
    points = List.copyOf(points);
    heaviest = List.copyOf(heaviest);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("evidence has bounds");
    }
  }

  /**
   * PROVED, VIOLATED or UNDECIDED for a property; ANSWERED for a query, or UNDECIDED if its bounds
   * say nothing.
   */
  public VerificationState state() {
    return verdict()
        .map(VerificationState::of)
        .orElse(isAnswer(points) ? VerificationState.ANSWERED : VerificationState.UNDECIDED);
  }

  /** Whether bounds say anything: a probability is between 0 and 1 whatever is asked. */
  public static boolean isAnswer(List<BandPoint> points) {
    return points.stream().anyMatch(p -> p.upper().minus(p.lower()).compareTo(Dyadic.ONE) < 0);
  }

  /** Whether the bounds are those of a whole cdf, not of one probability. */
  public boolean isBand() {
    return statement.claim() instanceof BandClaim;
  }

  /** Whether a certificate was replayed; otherwise a search has just found it. */
  public boolean isReplayed() {
    return stopped.isEmpty();
  }

  /** Lower bound of the probability; of a band, at its first threshold. */
  public Dyadic lower() {
    return points.get(0).lower();
  }

  /** Upper bound of the probability; of a band, at its last threshold. */
  public Dyadic upper() {
    return points.get(points.size() - 1).upper();
  }

  /** The distance between upper and lower bound; of a band, the largest over its thresholds. */
  public Dyadic gap() {
    return points.stream()
        .map(point -> point.upper().minus(point.lower()))
        .max(Dyadic::compareTo)
        .orElseThrow();
  }

  /**
   * How far the required limit is from the bounds, exactly: 0 if it lies between them, and empty if
   * nothing is required.
   */
  public Optional<Rational> gapToLimit() {
    return limit()
        .map(
            required -> {
              Rational limit = required.limit();
              Rational above = lower().toRational().plus(limit.negate());
              Rational below = limit.plus(upper().toRational().negate());
              Rational larger = above.compareTo(below) >= 0 ? above : below;
              return larger.signum() > 0 ? larger : Rational.ZERO;
            });
  }

  /** The verdict of a property; empty of a query. */
  public Optional<Verdict> verdict() {
    return limit().map(limit -> limit.verdict(lower(), upper()));
  }

  /** Why there are no closer bounds, where that is known and needs saying. */
  public Optional<String> shortfall() {
    return stopped.flatMap(end -> end.words(verdict(), gap(), SearchEnd.Reader.EDITOR));
  }

  /** Whether the bounds of a query stayed farther apart than was asked for, as far as is known. */
  public boolean missesWantedGap() {
    return verdict().isEmpty() && shortfall().isPresent();
  }

  /** What a property requires; empty of a query. */
  public Optional<ProbabilityLimit> limit() {
    return statement.claim() instanceof ProbabilityClaim claim ? claim.limit() : Optional.empty();
  }
}
