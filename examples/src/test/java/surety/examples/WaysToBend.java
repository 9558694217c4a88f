package surety.examples;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.ListedThresholds;
import surety.certificates.statement.Statement;
import surety.solver.BandPoint;
import surety.solver.Bounding;
import surety.solver.Checker;
import surety.solver.Result;
import surety.solver.SearchOptions;
import surety.solver.bounding.BoundingException;
import surety.solver.bounding.BoundingNetworks;
import surety.solver.bounding.BoundingPair;

/**
 * The ways to bound the cdf of the tanh network, on the same work: cells adapted to the bounds,
 * cells cut at the breakpoints of bounding networks, and the cdfs of the bounding networks
 * themselves, as in the paper.
 */
final class WaysToBend {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final BenchmarkCase CASE = BenchmarkCase.tanh(1e-3);

  /** How exactly the cdfs of the bounding networks are computed. */
  private static final double NETWORK_GAP = 5e-3;

  private final SearchOptions options = SearchOptions.defaults().withTimeout(TIMEOUT);
  private final PrintStream out;

  private WaysToBend(PrintStream out) {
    this.out = out;
  }

  static void print(PrintStream out) {
    out.printf(
        "The same cdf of the tanh network in other ways, each once, %d s at most for each search.%n%n"
            + "| way | largest gap | mean gap | cells | time | stopped by |%n"
            + "|---|---|---|---|---|---|%n",
        TIMEOUT.toSeconds());
    new WaysToBend(out).rows();
  }

  private void rows() {
    for (double gap : new double[] {1e-2, 1e-3, 1e-4}) {
      checked("adaptive, gap " + gap, options.withGap(gap));
    }
    for (int segments : new int[] {5, 10}) {
      checked(
          "cells cut at breakpoints, " + segments + " segments",
          options.withGap(1e-9).withBounding(new Bounding.ReluNetworks(segments)));
    }
    for (int segments : new int[] {5, 10}) {
      networks(segments);
    }
  }

  private void checked(String way, SearchOptions options) {
    long start = System.nanoTime();
    Result result = CASE.check(CASE.statement(100), options);
    row(way, gaps(result.points(), result.points()), result.cells(), start, result);
  }

  /** The cdf of the lower network is above that of the network, that of the upper one below it. */
  private void networks(int segments) {
    long start = System.nanoTime();
    BoundingPair pair = pair(segments);
    Statement statement = CASE.statement(100);
    List<Rational> thresholds = thresholds();
    SearchOptions each = options.withGap(NETWORK_GAP);
    Result above = cdf(pair.lower(), statement, thresholds, each);
    Result below = cdf(pair.upper(), statement, thresholds, each);
    row(
        "bounding networks, " + segments + " segments, each cdf to " + NETWORK_GAP,
        gaps(above.points(), below.points()),
        above.cells() + below.cells(),
        start,
        above);
  }

  private static List<Rational> thresholds() {
    SearchOptions rough = SearchOptions.defaults().withGap(1);
    return CASE.check(CASE.statement(100), rough).points().stream()
        .map(point -> Rational.ofDouble(point.t()))
        .toList();
  }

  private static BoundingPair pair(int segments) {
    Network network = CASE.network();
    try {
      return BoundingNetworks.of(
          network, Collections.nCopies(network.inputs(), new Interval(0, 1)), segments);
    } catch (BoundingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Result cdf(
      Network network, Statement statement, List<Rational> thresholds, SearchOptions options) {
    int outputs = statement.outputs();
    Statement same =
        new Statement(
            statement.networks().get(0).digest(),
            statement.inputs(),
            outputs,
            new BandClaim(AffineForm.ofOutput(0, outputs), new ListedThresholds(thresholds)));
    return Checker.check(same, List.of(network), options, p -> {}, () -> false);
  }

  private static List<Double> gaps(List<BandPoint> above, List<BandPoint> below) {
    List<Double> gaps = new ArrayList<>();
    for (int k = 0; k < above.size(); k++) {
      Dyadic upper = above.get(k).upper().dyadic();
      gaps.add(upper.minus(below.get(k).lower().dyadic()).doubleCeiling());
    }
    return gaps;
  }

  private void row(String way, List<Double> gaps, long cells, long start, Result result) {
    out.printf(
        Locale.ROOT,
        "| %s | %.2e | %.2e | %,d | %.2f s | %s |%n",
        way,
        Collections.max(gaps),
        gaps.stream().mapToDouble(gap -> gap).average().orElseThrow(),
        cells,
        (System.nanoTime() - start) * 1e-9,
        result.reason());
  }
}
