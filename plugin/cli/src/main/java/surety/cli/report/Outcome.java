package surety.cli.report;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.ListedThresholds;
import surety.certificates.statement.Verdict;
import surety.language.Kind;
import surety.language.Obligation;
import surety.language.display.Decimals;
import surety.solver.BandPoint;
import surety.solver.Result;

/**
 * What became of one property or query.
 *
 * @param obligation what was asked
 * @param wantedGap the gap at which the search was allowed to stop
 * @param result what the kernel established; empty if the run was stopped before it was begun
 * @param certificate where the certificate was written, if it was
 */
public record Outcome(
    Obligation obligation, double wantedGap, Optional<Result> result, Optional<Path> certificate) {

  /** The verdict of a property; empty for a query. A property that was not begun is undecided. */
  public Optional<Verdict> verdict() {
    if (obligation.kind() == Kind.QUERY) {
      return Optional.empty();
    }
    return Optional.of(result.flatMap(Result::verdict).orElse(Verdict.UNDECIDED));
  }

  /** Whether a whole band was asked for, not one probability. */
  public boolean isBand() {
    return obligation.statement().claim() instanceof BandClaim;
  }

  /** The points of the band; for a probability a single one. Empty if it was not begun. */
  public List<BandPoint> points() {
    return result.map(Result::points).orElse(List.of());
  }

  /** The lower bound of the probability; 0, which always holds, if nothing was established. */
  public Dyadic lower() {
    return points().isEmpty() ? Dyadic.ZERO : points().get(0).lower();
  }

  /** The upper bound of the probability; 1, which always holds, if nothing was established. */
  public Dyadic upper() {
    return points().isEmpty() ? Dyadic.ONE : points().get(0).upper();
  }

  /** The largest gap over the points; 1 if nothing was established. */
  public Dyadic gap() {
    return points().stream()
        .map(point -> point.upper().minus(point.lower()))
        .max(Dyadic::compareTo)
        .orElse(Dyadic.ONE);
  }

  /**
   * The threshold of a point of the band: exactly, where the specification lists it, else the
   * double that the search chose.
   */
  BigDecimal threshold(int index) {
    return obligation.statement().claim() instanceof BandClaim band
            && band.thresholds() instanceof ListedThresholds listed
        ? Decimals.nearest(listed.values().get(index))
        : BigDecimal.valueOf(points().get(index).t());
  }

  /** Whether this is a query whose gap stayed wider than wanted. */
  public boolean missesWantedGap() {
    return obligation.kind() == Kind.QUERY && gap().compareTo(Dyadic.of(wantedGap)) > 0;
  }
}
