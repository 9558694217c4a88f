package surety.report;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.ListedThresholds;
import surety.certificates.statement.Verdict;
import surety.language.Kind;
import surety.language.Obligation;
import surety.language.WantedGap;
import surety.language.display.Claims;
import surety.language.display.Decimals;
import surety.language.evaluation.MomentNames;
import surety.language.verification.Evidence;
import surety.language.verification.VerificationState;
import surety.solver.BandPoint;

/**
 * What became of one property or query.
 *
 * @param obligation what was asked
 * @param wantedGap the gap at which the search was allowed to stop
 * @param evidence what the kernel established; empty if the run was stopped before
 * @param fault why there is no evidence, if it failed
 * @param notes what else there is to know, each in a sentence
 * @param certificateDigest SHA-256 of the certificate's file, if there is one
 * @param spent how many seconds it took if there is no evidence
 */
public record Outcome(
    Obligation obligation,
    WantedGap wantedGap,
    Optional<Evidence> evidence,
    Optional<Fault> fault,
    List<String> notes,
    Optional<String> certificateDigest,
    double spent) {
  /** Keeps a copy. */
  public Outcome {
    notes = List.copyOf(notes);
  }

  /** One with bounds. */
  public static Outcome of(Obligation obligation, WantedGap wantedGap, Evidence evidence) {
    return new Outcome(
        obligation,
        wantedGap,
        Optional.of(evidence),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        0);
  }

  /** One that was stopped after so many seconds, before there were bounds. */
  public static Outcome stopped(Obligation obligation, WantedGap wantedGap, double seconds) {
    return without(obligation, wantedGap, Optional.empty(), seconds);
  }

  /** One that failed after so many seconds. */
  public static Outcome failed(
      Obligation obligation, WantedGap wantedGap, Fault fault, double seconds) {
    return without(obligation, wantedGap, Optional.of(fault), seconds);
  }

  private static Outcome without(
      Obligation obligation, WantedGap wantedGap, Optional<Fault> fault, double seconds) {
    return new Outcome(
        obligation, wantedGap, Optional.empty(), fault, List.of(), Optional.empty(), seconds);
  }

  /** The same with these notes. */
  public Outcome noting(List<String> newNotes) {
    return new Outcome(obligation, wantedGap, evidence, fault, newNotes, certificateDigest, spent);
  }

  /** The same with the digest of its certificate. */
  public Outcome sealed(Optional<String> newDigest) {
    return new Outcome(obligation, wantedGap, evidence, fault, notes, newDigest, spent);
  }

  /** What became of it. */
  public VerificationState state() {
    return fault.isPresent()
        ? VerificationState.FAILED
        : evidence.map(Evidence::state).orElse(VerificationState.UNDECIDED);
  }

  /** Whether it is unchanged: a certificate of an earlier run was replayed and nothing searched. */
  public boolean isReplayed() {
    return evidence.map(Evidence::isReplayed).orElse(false);
  }

  /** Whether it is open: a property without a verdict, or a query of which nothing is known. */
  public boolean isUndecided() {
    return state() == VerificationState.UNDECIDED;
  }

  /**
   * The verdict of a property; empty for a query, and for what failed. A property that was not
   * begun is undecided.
   */
  public Optional<Verdict> verdict() {
    if (obligation.kind() == Kind.QUERY || fault.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(evidence.flatMap(Evidence::verdict).orElse(Verdict.UNDECIDED));
  }

  /** Whether a whole band was asked for, not one quantity. */
  public boolean isBand() {
    return obligation.statement().claim() instanceof BandClaim;
  }

  /** Whether one quantity was asked for, which has one pair of bounds. */
  public boolean isSingle() {
    return Claims.isSingle(obligation.statement().claim());
  }

  /** Of moments what each of the points is about, for instance {@code Var(a)}; else nothing. */
  public List<String> momentNames() {
    return MomentNames.of(obligation);
  }

  /**
   * The points of the band, or the moments; for a quantity a single one. Empty if it was not begun.
   */
  public List<BandPoint> points() {
    return evidence.map(Evidence::points).orElse(List.of());
  }

  /** The lower bound of the quantity; one that always holds, if nothing was established. */
  public Bound lower() {
    return points().isEmpty() ? anything().lower() : points().get(0).lower();
  }

  /** The upper bound of the quantity; one that always holds, if nothing was established. */
  public Bound upper() {
    return points().isEmpty() ? anything().upper() : points().get(0).upper();
  }

  /** Where the quantity is in any case. */
  private Enclosure anything() {
    return Claims.isProbability(obligation.statement().claim())
        ? Enclosure.of(Dyadic.ZERO, Dyadic.ONE)
        : Enclosure.WHOLE;
  }

  /** Where the certificate was written, if it was. */
  public Optional<Path> certificate() {
    return evidence.flatMap(Evidence::certificate);
  }

  /** How long it took: search and kernel together, also if nothing came of it. */
  public double seconds() {
    return evidence.map(Evidence::seconds).orElse(spent);
  }

  /** The largest gap over the points; that of bounds that always hold, if there are none. */
  public Bound gap() {
    return points().isEmpty() ? anything().width() : BandPoint.largestGap(points());
  }

  /** The threshold of a point of the band of one form. */
  public BigDecimal threshold(int index) {
    return thresholds(index).get(0);
  }

  /**
   * The thresholds of a point of the band, one for each form: exactly, where the specification
   * lists them, else the doubles that the search chose.
   */
  public List<BigDecimal> thresholds(int index) {
    BandClaim band = (BandClaim) obligation.statement().claim();
    List<BigDecimal> thresholds = new ArrayList<>();
    int stride = points().size();
    for (int i = 0; i < band.forms().size(); i++) {
      int count = band.thresholds().get(i).count();
      stride /= count;
      thresholds.add(
          band.thresholds().get(i) instanceof ListedThresholds listed
              ? Decimals.nearest(listed.values().get(index / stride % count))
              : BigDecimal.valueOf(points().get(index).at().get(i)));
    }
    return thresholds;
  }

  /** Whether it is about the cdf of several forms. */
  public boolean isJoint() {
    return obligation.statement().claim() instanceof BandClaim band && band.forms().size() > 1;
  }

  /** Why there are no closer bounds, where they are not as close as was asked for. */
  public Optional<String> shortfall() {
    return Words.shortfall(this);
  }

  /** Whether this is a query whose gap stayed wider than wanted. */
  public boolean missesWantedGap() {
    return obligation.kind() == Kind.QUERY
        && fault.isEmpty()
        && !gap().finite().map(wantedGap::isReachedBy).orElse(false);
  }
}
