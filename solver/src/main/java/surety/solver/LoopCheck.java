package surety.solver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.recurrence.Derivation;
import surety.certificates.recurrence.LoopBounds;
import surety.certificates.recurrence.LoopProof;
import surety.certificates.replay.Header;
import surety.certificates.replay.Replay;
import surety.certificates.statement.LoopClaim;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Verdict;
import surety.certificates.stop.StoppedException;
import surety.certificates.writing.CertificateWriter;

/**
 * Checks what is said of a loop. Which digits are needed nobody knows before: they are doubled
 * until the bounds are close and the verdict is settled.
 */
final class LoopCheck {
  private static final int FIRST_PRECISION = 64;

  /** A system of more terms than so is derived only if walking back takes longer still. */
  private static final int MODERATE_TERMS = 2048;

  /** Iterations that nobody walks back without need. */
  private static final int MANY_ITERATIONS = 2048;

  /** How close bounds have to be besides the wanted gap, relative to what they are bounds of. */
  private static final int RELATIVE_BITS = 40;

  private final Statement statement;
  private final LoopClaim claim;
  private final SearchOptions options;
  private final RunClock clock;
  private final Reports reports;

  private LoopCheck(Statement statement, SearchOptions options, RunClock clock, Reports reports) {
    this.statement = statement;
    this.claim = (LoopClaim) statement.claim();
    this.options = options;
    this.clock = clock;
    this.reports = reports;
  }

  /** One set of bounds, and how the kernel comes to them. */
  private record Derived(LoopProof proof, List<Enclosure> bounds) {
    Derived {
      bounds = List.copyOf(bounds);
    }
  }

  /**
   * Derives bounds.
   *
   * @throws UnsuitableException if there are none
   * @throws StoppedException if the time was up before there were any
   */
  static Result run(
      Statement statement, SearchOptions options, RunClock clock, ProgressListener listener) {
    LoopCheck check = new LoopCheck(statement, options, clock, new Reports(clock, listener));
    try {
      return check.run();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new UnsuitableException(e.getMessage(), e);
    }
  }

  private Result run() {
    clock.enter(RunClock.Phase.CONCLUSION);
    reports.begins("deriving moments");
    Derived best = first();
    Optional<StopReason> reason = reason(best);
    while (reason.isEmpty()) {
      reports.begins("deriving moments with " + 2 * best.proof.precision() + " binary digits");
      LoopProof next = new LoopProof(best.proof.derivation(), 2 * best.proof.precision());
      try {
        best = new Derived(next, LoopBounds.of(claim, next, clock.stop()));
        reason = reason(best);
      } catch (StoppedException e) {
        reason = Optional.of(clock.interruption().orElse(StopReason.TIMEOUT));
      }
    }
    return result(best, reason.get());
  }

  /** With the fewest digits of which there are any bounds. */
  private Derived first() {
    for (int precision = FIRST_PRECISION; ; precision *= 2) {
      try {
        return first(precision);
      } catch (ArithmeticException e) { // too little is known of a divisor, perhaps
        if (2 * precision > LoopBounds.MOST_PRECISION) {
          throw e;
        }
      }
    }
  }

  /** By a system of moderate size, by walking back a few iterations, by a large system. */
  private Derived first(int precision) {
    boolean maybeWalked = claim.iterations() <= MANY_ITERATIONS;
    try {
      Optional<Derived> moderate = closed(precision, MODERATE_TERMS);
      if (moderate.isPresent()) {
        return moderate.get();
      }
    } catch (ArithmeticException e) { // powers that grow without end, perhaps
      if (!maybeWalked) {
        throw e;
      }
    }
    if (maybeWalked) {
      LoopProof walked = new LoopProof(Derivation.WALKED, precision);
      return new Derived(walked, LoopBounds.of(claim, walked, clock.stop()));
    }
    return closed(precision, LoopBounds.MOST_TERMS)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the means depend on those of ever more terms; ask for at most "
                        + MANY_ITERATIONS
                        + " iterations"));
  }

  private Optional<Derived> closed(int precision, int terms) {
    LoopProof proof = new LoopProof(Derivation.CLOSED, precision);
    return LoopBounds.closed(claim, precision, terms, clock.stop())
        .map(bounds -> new Derived(proof, bounds));
  }

  /** Why these bounds are good enough, or have to be; empty if they are not. */
  private Optional<StopReason> reason(Derived derived) {
    boolean isClose = derived.bounds.stream().allMatch(this::isClose);
    boolean isSettled = verdict(derived).filter(v -> v != Verdict.UNDECIDED).isPresent();
    if (isClose && (isSettled || statement.claim().requirement().isEmpty())) {
      return Optional.of(isSettled ? StopReason.SETTLED : StopReason.GAP_REACHED);
    }
    if (2 * derived.proof.precision() > LoopBounds.MOST_PRECISION) {
      return Optional.of(StopReason.ROUNDING);
    }
    return clock.interruption();
  }

  private boolean isClose(Enclosure bounds) {
    if (!bounds.isBounded()) {
      return false;
    }
    Bound width = bounds.width();
    Bound size = Enclosure.max(bounds.lower().negate(), bounds.upper());
    return width.signum() == 0
        || (width.doubleCeiling() <= options.gap()
            && new Bound(width.finite().map(w -> w.shift(RELATIVE_BITS)), 0).compareTo(size) <= 0);
  }

  private Optional<Verdict> verdict(Derived derived) {
    return Replay.verdict(claim, derived.bounds);
  }

  private Result result(Derived derived, StopReason reason) {
    List<Enclosure> claimed = derived.bounds.stream().map(this::claimed).toList();
    Header header = new Header(statement, List.of(), List.of(), claimed);
    ByteArrayOutputStream certificate = new ByteArrayOutputStream();
    try {
      CertificateWriter.write(header, derived.proof, certificate);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail to write", e);
    }
    return new Result(
        statement,
        Replay.verdict(claim, claimed),
        BandPoint.of(claim, List.of(), claimed),
        clock.seconds(),
        0,
        reason,
        certificate.toByteArray(),
        Optional.empty(),
        false,
        List.of());
  }

  /** The bounds with 53 binary digits, unless the verdict needs more. */
  private Enclosure claimed(Enclosure bounds) {
    Enclosure rounded = new Enclosure(bounds.lower().roundDown(), bounds.upper().roundUp());
    return Replay.verdict(claim, List.of(rounded)).equals(Replay.verdict(claim, List.of(bounds)))
        ? rounded
        : bounds;
  }
}
