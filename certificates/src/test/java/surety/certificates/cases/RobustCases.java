package surety.certificates.cases;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import surety.certificates.onnx.CaseNetworks;
import surety.certificates.proof.Trees;

/** Legal, but at the ends of what is: a checker neither fails on it nor takes long. */
final class RobustCases {
  private static final String UNIT = "inputs 1\nx[0] ~ uniform(0, 1)\n";
  private static final String LARGE = "1" + "0".repeat(290);

  /** A double, written out. */
  private static final String FAR = BigInteger.ONE.shiftLeft(960).toString();

  private RobustCases() {}

  static List<Case> all() {
    return Stream.of(sizes(), shapes(), trees(), claims(), laws(), regions())
        .flatMap(List::stream)
        .toList();
  }

  private static Draft one(String distribution, String claim) {
    return Draft.of("inputs 1\nx[0] ~ " + distribution + "\n" + claim, CaseNetworks.IDENTITY)
        .grown(problem -> Trees.boxes(problem, 4));
  }

  private static Case below(String name, String distribution, String threshold) {
    return one(distribution, "P(1*y[0] <= " + threshold + ") = ?").robust(name, "section 2");
  }

  /** Of a density so steep that each side's mass takes long. */
  private static Case slowly(String name, String distribution) {
    return one(distribution, "P(1*y[0] <= 1) = ?")
        .grown(problem -> Trees.boxes(problem, 0))
        .robust(name, "section 2");
  }

  private static List<Case> sizes() {
    return List.of(
        below("uniform-narrow", "uniform(0, 1/" + LARGE + ")", "1/3" + "0".repeat(300)),
        below("uniform-wide", "uniform(-" + LARGE + ", " + LARGE + ")", "1"),
        below("uniform-between-doubles", "uniform(1, " + third() + ")", "1"),
        below("normal-narrow", "normal(0, 1/" + LARGE + ")", "0"),
        below("normal-wide", "normal(0, " + LARGE + ")", "1"),
        below("normal-far", "normal(10000000000, 1/10000000000)", "10000000000"),
        below("threshold-tiny", "uniform(-1, 1)", "1/1" + "0".repeat(400)),
        below("threshold-huge", "normal(0, 1)", "1" + "0".repeat(400)),
        below(
            "threshold-long", "uniform(0, 1)", "1" + "3".repeat(2_000) + "/4" + "0".repeat(2_000)),
        Draft.of(UNIT + "P(1*y[0] <= 0) = ?", CaseNetworks.SUBNORMAL)
            .grown(problem -> Trees.boxes(problem, 2))
            .robust("weight-subnormal", "y is at most 2^-1074; section 4"),
        Draft.of(UNIT + "P(1*y[0] <= 1) = ?", CaseNetworks.HUGE)
            .grown(problem -> Trees.boxes(problem, 3))
            .robust("weight-huge", "y is up to 1e300; section 4"),
        Draft.of("inputs 1\nx[0] ~ uniform(0, 10000000000)\nP(1*y[0] <= 1) = ?", CaseNetworks.HUGE)
            .claiming(0, 1)
            .robust("output-beyond-doubles", "y is up to 1e310; section 4"));
  }

  /** 1 + 10^-20. */
  private static String third() {
    return "1" + "0".repeat(19) + "1/1" + "0".repeat(20);
  }

  private static List<Case> shapes() {
    return List.of(
        below("beta-least-shapes", "beta(1/1000, 1/1000)", "1/2"),
        below("beta-greatest-shapes", "beta(10000, 10000)", "1/2"),
        below("gamma-least-shape", "gamma(1/1000, 1)", "1"),
        below("gamma-greatest-shape", "gamma(10000, 1)", "10000"),
        below("studentt-heavy", "studentt(1/2, 0, 1)", "1"),
        below("studentt-light", "studentt(10000, 0, 1)", "1"),
        below("pareto-heavy", "pareto(1/5, 1)", "2"),
        below("pareto-light", "pareto(9999, 1)", "10001/10000"),
        below("weibull-least-shape", "weibull(1/100, 1)", "1"),
        slowly("weibull-greatest-shape", "weibull(1000, 1)"),
        below("lognormal-wide", "lognormal(0, 10)", "1"),
        slowly("lognormal-narrow", "lognormal(0, 1/1000000)"),
        below("lognormal-far", "lognormal(590, 1)", "1"),
        below("cauchy-wide", "cauchy(0, " + LARGE + ")", "0"),
        below("on-far-tail", "normal(0, 1) on [30, inf]", "3001/100"),
        below("on-narrow", "normal(0, 1) on [1/3, 333333333333337/1000000000000000]", "1/3"),
        below(
            "histogram-many-bins",
            "histogram("
                + IntStream.rangeClosed(0, 64).mapToObj(k -> k + "").collect(Collectors.toList())
                + ", "
                + Collections.nCopies(64, "1/64")
                + ")",
            "100/3"),
        below("polynomial-degree-20", "polynomial([0, 1], [[" + "0, ".repeat(20) + "21]])", "1/2"));
  }

  private static Draft corner() {
    return Draft.of(
        "inputs 2\nx[0] ~ uniform(0, 1)\nx[1] ~ uniform(0, 1)\nP(1*y[0] <= 1/4) = ?",
        CaseNetworks.CORNER);
  }

  private static Case edge(String name, double ratio) {
    return corner()
        .tree(
            writer -> {
              writer.triangulate(new int[] {0, 0});
              writer.edgeSplit(0, 2, ratio);
              writer.simplexLeaf(0);
              writer.edgeSplit(1, 2, ratio);
              writer.simplexLeaf(0);
              writer.simplexLeaf(0);
              writer.simplexLeaf(0);
            })
        .robust(name, "a part that is hardly there; section 5");
  }

  private static List<Case> trees() {
    return List.of(
        edge("ratio-least", Double.MIN_VALUE),
        edge("ratio-greatest", Math.nextDown(1.0)),
        edge("ratio-small", 0x1p-60),
        corner()
            .tree(
                writer -> {
                  writer.triangulate(new int[] {0, 0});
                  for (int k = 0; k < 300; k++) {
                    writer.edgeSplit(0, 1 + k % 2, 0.5);
                    writer.simplexLeaf(0);
                  }
                  writer.simplexLeaf(0);
                  writer.simplexLeaf(0);
                })
            .robust("deep-simplices", "300 cuts one inside the other; section 5"),
        one("uniform(0, 1)", "P(1*y[0] <= 1/3) = ?")
            .tree(
                writer -> {
                  for (int k = 0; k < 1_000; k++) {
                    writer.halving(0, 0);
                  }
                  for (int k = 0; k <= 1_000; k++) {
                    writer.boxLeaf();
                  }
                })
            .robust("deep-halves", "down to subnormal sides; section 5"),
        one("uniform(0, 1)", "P(1*y[0] <= 1/3) = ?")
            .tree(
                writer -> {
                  writer.boxSplit(0, Double.MIN_VALUE);
                  writer.boxLeaf();
                  writer.boxSplit(0, Math.nextDown(1.0));
                  writer.boxLeaf();
                  writer.boxLeaf();
                })
            .robust("cut-next-to-the-ends", "section 5"),
        corner()
            .tree(
                writer -> {
                  for (int k = 0; k < 50; k++) {
                    writer.condensing();
                  }
                  writer.boxLeaf();
                })
            .robust("condense-often", "the same box again; section 5"),
        Draft.of(
                "inputs 2\nx[0] ~ uniform(0, 1)\nx[1] ~ uniform(0, 1)\nP(1*y[0] <= 1) = ?",
                CaseNetworks.PLANE)
            .tree(
                writer -> {
                  writer.condensing();
                  writer.halving(1, 0.5);
                  writer.boxLeaf();
                  writer.boxLeaf();
                })
            .robust("condense-without-neurons", "an affine network; section 4"),
        one("beta(3, 5/2)", "P(1*y[0] <= 1/2) = ?")
            .tree(
                writer -> {
                  writer.boxSplit(0, 0.25);
                  writer.boxLeaf();
                  writer.boxSplit(0, 0.75);
                  writer.triangulate(new int[] {40});
                  writer.simplexLeaf(31, 254);
                  writer.boxLeaf();
                })
            .robust("degree-40", "the highest degree; section 4"));
  }

  private static List<Case> claims() {
    String comparisons =
        IntStream.range(0, 1_000)
            .mapToObj(k -> "1*y[0] <= " + (k + 1))
            .collect(Collectors.joining(" and ", "(", ")"));
    CaseNetworks[] sixteen =
        Collections.nCopies(16, CaseNetworks.IDENTITY).toArray(CaseNetworks[]::new);
    String sum =
        IntStream.range(0, 16).mapToObj(k -> "1*y[" + k + "]").collect(Collectors.joining(" + "));
    return List.of(
        one("exponential(1)", "P(" + comparisons + ") = ?")
            .robust("event-of-1000", "as many comparisons as there may be; section 2"),
        one("uniform(0, 1)", "P(" + "not ".repeat(90) + "1*y[0] <= 1/2) = ?")
            .robust("event-negated-often", "section 2"),
        one("uniform(0, 1)", "abs(".repeat(90) + "E(1*y[0])" + ")".repeat(90) + " = ?")
            .numbers("1/2")
            .robust("quantity-nested", "section 2"),
        one("uniform(0, 1)", "E(1*y[0]) = ?")
            .numbers(FAR)
            .robust("centre-far-away", "a mean lies in its range; section 4"),
        one("uniform(0, 1)", "cvar(1*y[0], 1/2) = ?")
            .numbers("-" + FAR, FAR)
            .claiming(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
            .robust("thresholds-far-away", "nothing is claimed; section 3"),
        one("uniform(0, 1)", "quantile(1*y[0], 1/" + LARGE + ") = ?")
            .numbers("0", "1/2")
            .robust("quantile-of-almost-nothing", "section 4"),
        one("uniform(0, 1)", "cdf(1*y[0]) at 3 points")
            .numbers("-" + LARGE, "1/3", LARGE)
            .robust("cdf-far-away", "section 2"),
        one("uniform(0, 1)", "P(1*y[0] <= 1) >= 1")
            .claiming(1, 1)
            .robust("certainty", "VALID PROVED", "exactly 1; section 4"),
        one("normal(0, 1)", "P(1*y[0] <= 100) < 1")
            .claiming(0.5, 1)
            .robust("not-certain", "VALID UNDECIDED", "the upper bound is 1; section 1"),
        Draft.of(UNIT + "P(" + sum + " <= 8) = ?", sixteen)
            .grown(problem -> Trees.boxes(problem, 1))
            .robust("networks-16", "as many as there may be; section 2"));
  }

  private static List<Case> laws() {
    StringBuilder branches = new StringBuilder("inputs 1\nbranches 100 rest 0\n");
    for (int k = 0; k < 100; k++) {
      branches.append("branch coordinates 1 summands 1\nx[0] = 1*u[0]");
      branches.append(k == 0 ? "\n" : " + " + k + "\n").append("1/100: uniform(0, 1)\n");
    }
    String light =
        "inputs 1\nbranches 2 rest 0\nbranch coordinates 1 summands 1\nx[0] = 1*u[0]\n1/"
            + LARGE
            + ": uniform(0, 1)\nbranch coordinates 1 summands 1\nx[0] = 1*u[0]\n1: normal(0, 1)\n";
    Draft normal = one("normal(0, 1)", "P(1*y[0] <= 1/2) = ?");
    return List.of(
        Draft.of(branches + "P(1*y[0] <= 101/2) = ?", CaseNetworks.IDENTITY)
            .robust("branches-100", "a hundred boxes in a row; section 2"),
        Draft.of(light + "P(1*y[0] <= 0) = ?", CaseNetworks.IDENTITY)
            .grown(problem -> Trees.boxes(problem, 3))
            .robust("branch-of-no-weight", "a branch of 1e-300; section 2"),
        normal
            .truncated(-0x1p-10, 0x1p-10)
            .robust("truncated-short", "nearly all is tail; section 4"),
        normal.truncated(-1e300, 1e300).robust("truncated-far", "the tails are 0; section 4"),
        normal.truncated(-8, 1e9).robust("truncated-unevenly", "section 4"));
  }

  private static List<Case> regions() {
    return List.of(
        RegionDraft.of(
                CaseNetworks.CORNER,
                0,
                List.of(),
                "inputs 2\nx[0] ~ uniform(0, " + LARGE + ")\nx[1] ~ uniform(0, 1/" + LARGE + ")")
            .robust("regions-long-and-thin", "exact rationals of two sizes; section 6"),
        RegionDraft.of(
                CaseNetworks.PLANE,
                0,
                List.of(),
                "inputs 2\nx[0] ~ uniform(0, 1)\nx[1] ~ uniform(0, 1)")
            .robust("regions-without-neurons", "one region; section 6"));
  }
}
