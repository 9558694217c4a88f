package surety.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Requirement;
import surety.language.Obligation;
import surety.language.display.BoundsText;
import surety.language.display.Claims;
import surety.language.display.SearchEnd;
import surety.language.verification.Evidence;
import surety.language.verification.VerificationState;
import surety.solver.StopReason;

/** The sentences that reports have in common. */
public final class Words {
  /** The states that a run can end in. */
  public static final List<VerificationState> WORST_FIRST =
      List.of(
          VerificationState.FAILED,
          VerificationState.VIOLATED,
          VerificationState.UNDECIDED,
          VerificationState.PROVED,
          VerificationState.ANSWERED);

  private Words() {}

  /** The numbers that a property's quantity is compared with; none for a query. */
  public static List<Rational> limits(Obligation obligation) {
    return obligation.statement().claim().requirement().map(Requirement::limits).orElse(List.of());
  }

  /** What the bounds are bounds of, for instance {@code probability} or {@code mean}. */
  public static String quantity(Obligation obligation) {
    return Claims.name(obligation.statement().claim());
  }

  /** For instance {@code probability in [0.03401, 0.03402]}; an end may be infinite. */
  public static String bounds(Obligation obligation, Bound lower, Bound upper) {
    boolean isKnown = lower.isFinite() || upper.isFinite();
    return quantity(obligation)
        + (isKnown ? " in " : " ")
        + BoundsText.of(lower, upper, limits(obligation));
  }

  /** For instance {@code [0.03401, 0.03402]}; of several their largest gap. */
  public static String boundsAlone(Outcome outcome) {
    return outcome.isSingle()
        ? BoundsText.of(outcome.lower(), outcome.upper(), limits(outcome.obligation()))
        : BoundsText.ofSeveral(outcome.obligation().statement().claim(), outcome.gap());
  }

  /** What a property requires, exactly, for instance {@code < 0.01}; nothing of a query. */
  public static Optional<String> required(Obligation obligation) {
    return obligation.statement().claim().requirement().map(Claims::required);
  }

  /** The worst of all; ANSWERED if there were only queries, or nothing. */
  public static VerificationState overall(List<VerificationState> states) {
    return WORST_FIRST.stream()
        .filter(states::contains)
        .findFirst()
        .orElse(VerificationState.ANSWERED);
  }

  /** Why there are no closer bounds, where they are not as close as was asked for. */
  public static Optional<String> shortfall(Outcome outcome) {
    if (outcome.fault().isPresent()) {
      return Optional.empty();
    }
    if (outcome.evidence().isEmpty()) {
      return Optional.of("stopped before anything could be certified");
    }
    Evidence evidence = outcome.evidence().get();
    return evidence.isReplayed()
        ? new SearchEnd(StopReason.GAP_REACHED, outcome.wantedGap()) // or it was searched again
            .words(evidence.verdict(), evidence.gap(), SearchEnd.Reader.COMMAND_LINE)
        : evidence.shortfall(SearchEnd.Reader.COMMAND_LINE);
  }

  /** For instance {@code 1 cell}; without any the bounds were found by other methods. */
  public static String cells(long cells) {
    if (cells == 0) {
      return "without a tree";
    }
    return cells + (cells == 1 ? " cell" : " cells");
  }

  /** Seconds with three decimals, the same in every locale. */
  public static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f s", seconds);
  }
}
