package surety.language.verification;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.Requirement;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Verdict;
import surety.language.display.Claims;
import surety.language.display.SearchEnd;
import surety.solver.BandPoint;
import surety.solver.HeavyCell;
import surety.solver.witness.Witness;

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
 * @param stopped how the search ended; empty if a certificate was replayed, and nothing searched
 * @param certificate where the certificate lies; empty if it could not be written
 * @param witness an input for which the event happens, if the search found one
 * @param impossible whether the search showed that the event happens for no input at all
 * @param heaviest where the event happens most often, or where it does not if the property is
 *     violated because it does not happen often enough; estimates, and none after a replay
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

  /** The same with its certificate elsewhere, or nowhere. */
  Evidence with(Optional<Path> newCertificate) {
    return with(seconds, stopped, newCertificate, witness, impossible);
  }

  /** The same with an input for which the event happens. */
  Evidence with(Witness found) {
    return with(seconds, stopped, certificate, Optional.of(found), impossible);
  }

  /** The same after a search that ended without any bounds. */
  Evidence keptAfter(SearchEnd end) {
    return with(seconds, Optional.of(end), certificate, witness, impossible);
  }

  /** The same after a search that found no closer bounds: what else it found is kept. */
  Evidence keptAfter(Evidence search) {
    return with(
        seconds + search.seconds, search.stopped, certificate, search.witness, search.impossible);
  }

  private Evidence with(
      double newSeconds,
      Optional<SearchEnd> newStopped,
      Optional<Path> newCertificate,
      Optional<Witness> newWitness,
      boolean newImpossible) {
    return new Evidence(
        statement,
        points,
        newSeconds,
        cells,
        established,
        newStopped,
        newCertificate,
        newWitness,
        newImpossible,
        heaviest);
  }

  /**
   * PROVED, VIOLATED or UNDECIDED for a property; ANSWERED for a query, or UNDECIDED if its bounds
   * say nothing.
   */
  public VerificationState state() {
    return verdict()
        .map(VerificationState::of)
        .orElse(
            isAnswer(statement.claim(), points)
                ? VerificationState.ANSWERED
                : VerificationState.UNDECIDED);
  }

  /**
   * Whether bounds say anything: a probability is between 0 and 1 whatever is asked, and any other
   * quantity somewhere.
   */
  private static boolean isAnswer(Claim claim, List<BandPoint> points) {
    return Claims.isProbability(claim)
        ? points.stream().anyMatch(p -> p.gap().compareTo(Bound.ONE) < 0)
        : points.stream().anyMatch(p -> p.lower().isFinite() || p.upper().isFinite());
  }

  /** Whether the bounds are those of a whole cdf, not of one probability. */
  public boolean isBand() {
    return statement.claim() instanceof BandClaim;
  }

  /** Whether there is one pair of bounds, not those of a whole cdf or of several moments. */
  public boolean isSingle() {
    return Claims.isSingle(statement.claim());
  }

  /** Whether the bounds are those of a probability, or of probabilities. */
  public boolean isProbability() {
    return Claims.isProbability(statement.claim());
  }

  /** Of a violated property, whether it is violated because its quantity is too large. */
  public boolean isTooLarge() {
    return required().stream()
        .anyMatch(r -> r.verdict(upper(), Bound.INFINITY) == Verdict.VIOLATED);
  }

  /** Whether a certificate was replayed and nothing searched; otherwise there was a search. */
  public boolean isReplayed() {
    return stopped.isEmpty();
  }

  /** Lower bound of the quantity; of a band, at its first threshold. */
  public Bound lower() {
    return points.get(0).lower();
  }

  /** Upper bound of the quantity; of a band, at its last threshold. */
  public Bound upper() {
    return points.get(points.size() - 1).upper();
  }

  /** The distance between upper and lower bound; of a band, the largest over its thresholds. */
  public Bound gap() {
    return BandPoint.largestGap(points);
  }

  /**
   * How far the nearest limit is from the bounds, exactly: 0 if it lies between them, and empty if
   * nothing is required, or the bounds are infinite.
   */
  public Optional<Rational> gapToLimit() {
    if (!lower().isFinite() || !upper().isFinite()) {
      return Optional.empty();
    }
    return required().stream()
        .flatMap(requirement -> requirement.limits().stream())
        .map(this::gapTo)
        .min(Rational::compareTo);
  }

  private Rational gapTo(Rational limit) {
    Rational above = lower().dyadic().toRational().minus(limit);
    Rational below = limit.minus(upper().dyadic().toRational());
    Rational larger = above.compareTo(below) >= 0 ? above : below;
    return larger.signum() > 0 ? larger : Rational.ZERO;
  }

  /** The verdict of a property; empty of a query. */
  public Optional<Verdict> verdict() {
    return required().map(required -> required.verdict(lower(), upper()));
  }

  /** Why there are no closer bounds, where that is known and needs saying. */
  public Optional<String> shortfall() {
    return shortfall(SearchEnd.Reader.EDITOR);
  }

  /** The same for whoever reads it elsewhere. */
  public Optional<String> shortfall(SearchEnd.Reader reader) {
    return stopped.flatMap(end -> end.words(verdict(), gap(), reader));
  }

  /** Whether the bounds of a query stayed farther apart than was asked for, as far as is known. */
  public boolean missesWantedGap() {
    return verdict().isEmpty() && shortfall().isPresent();
  }

  /** What a property requires; empty of a query. */
  public Optional<Requirement> required() {
    return statement.claim().requirement();
  }

  /** The limits that it is compared with; none of a query. */
  public List<Rational> limits() {
    return required().map(Requirement::limits).orElse(List.of());
  }
}
