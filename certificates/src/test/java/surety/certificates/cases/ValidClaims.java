package surety.certificates.cases;

import java.util.List;
import java.util.stream.Stream;
import surety.certificates.onnx.CaseNetworks;
import surety.certificates.proof.Trees;

/** Every event, quantity, cdf and verdict once. */
final class ValidClaims {
  private static final String SQUARE = "inputs 2\nx[0] ~ uniform(0, 1)\nx[1] ~ uniform(0, 1)\n";
  private static final String SEGMENT = "inputs 1\nx[0] ~ uniform(-1, 1)\n";

  private ValidClaims() {}

  static List<Case> all() {
    return Stream.of(events(), quantities(), bands()).flatMap(List::stream).toList();
  }

  private static Draft event(String text) {
    return Draft.of(SQUARE + text, CaseNetworks.TWO_OUTPUTS)
        .grown(problem -> Trees.simplices(problem, 4, 0, 1, 0));
  }

  private static List<Case> events() {
    Draft atom =
        Draft.of(SEGMENT + "P(1*y[0] <= 0) = ?", CaseNetworks.RELU)
            .grown(problem -> Trees.boxes(problem, 1));
    Draft strict =
        Draft.of(SEGMENT + "P(1*y[0] < 0) = ?", CaseNetworks.RELU)
            .grown(problem -> Trees.boxes(problem, 1));
    Draft atLeast =
        Draft.of(SEGMENT + "P(-2*y[0] + 1/3*x[0] >= -1/2) = ?", CaseNetworks.RELU)
            .grown(problem -> Trees.simplices(problem, 1, 0, 2, 0));
    return List.of(
        atom.valid("event-less-or-equal", "an atom of mass 1/2 counts; section 4"),
        strict.valid("event-less", "the same atom does not count; section 4"),
        atLeast.valid("event-greater-or-equal", "a form of an output and an input; section 2"),
        event("P((1*y[0] < 1/2 and 1*y[1] >= 0)) = ?")
            .valid("event-and", "two forms; by the inequalities of Frechet; section 4"),
        event("P((1*y[0] < 1/4 or 1*y[1] >= 1/2 or 1*x[0] > 3/4)) = ?")
            .valid("event-or", "three forms; section 4"),
        event("P(not (1*y[0] <= 1/4 and not 1*y[0] <= 3/4)) = ?")
            .valid("event-not", "one form on one line; section 4"),
        event("P((1*y[0] < 1/4 or (1*y[0] > 1/2 and 1*y[0] <= 3/4))) = ?")
            .valid("event-runs", "runs of pieces of one form; section 4"),
        event("P(1*y[1] > 0 | 1*y[0] <= 1/2) = ?")
            .valid("event-given", "a conditional probability; section 4"),
        event("P((1*y[0] < 1/2 and 2*y[0] < 1/2)) = ?")
            .valid("event-multiple", "a form that is a multiple of one before it; section 4"),
        event("P((1*y[0] <= 3 or 1*y[1] > 1/4)) >= 1")
            .claiming(1, 1)
            .decided("event-certain", "PROVED", "always true by the range; section 4"));
  }

  private static Draft quantity(String claim, String... numbers) {
    return Draft.of(SQUARE + claim, CaseNetworks.TWO_OUTPUTS)
        .numbers(numbers)
        .grown(problem -> Trees.simplices(problem, 4, 0, 2, 0));
  }

  private static List<Case> quantities() {
    return List.of(
        quantity("E(1*y[0]) = ?", "1/2").valid("mean", "section 4"),
        quantity("E(1*y[1] | 1*y[0] <= 1/2) = ?", "0").valid("mean-given", "section 4"),
        quantity("Var(1*y[1]) = ?", "0").valid("variance", "section 4"),
        quantity("Std(1*y[0] + 1/2*x[1]) = ?", "3/4").valid("deviation", "section 4"),
        quantity("Cov(1*y[0], 1*y[1]) = ?", "1/2", "0").valid("covariance", "section 4"),
        quantity("Corr(1*y[0], 1*y[1]) = ?", "1/2", "0").valid("correlation", "section 4"),
        quantity("quantile(1*y[1], 9/10) = ?", "1/2", "5/8").valid("quantile", "section 4"),
        quantity("cvar(1*y[1], 3/4) = ?", "1/4", "3/8").valid("cvar", "section 4"),
        quantity("((P(1*y[0] < 1/4) + 2) - (3/7 * P(1*y[1] < 0))) = ?")
            .valid("arithmetic", "sums and products of quantities; section 2"),
        quantity("(P(1*y[0] < 1/4) / P(1*y[1] < 0)) = ?").valid("quotient", "section 4"),
        quantity("abs((E(1*y[1]) - E(1*y[0]))) = ?", "0", "1/2")
            .valid("absolute", "each part takes its own free numbers; section 3"),
        quantity("moments(1*y[0], 1*y[1])", "1/2", "0")
            .valid("moments", "two means; then Var and Cov and Var; section 2"),
        quantity("moments(1*y[0] + -1*x[1])", "1/4")
            .valid("moments-of-one", "a mean and a variance; section 2"),
        Draft.of("inputs 1\nx[0] ~ normal(0, 1)\nE(1*y[0]) = ?", CaseNetworks.RELU)
            .numbers("0")
            .grown(problem -> Trees.boxes(problem, 5))
            .valid("mean-tails", "means in tails; section 4"),
        Draft.of("inputs 1\nx[0] ~ exponential(1)\nVar(1*y[0]) = ?", CaseNetworks.IDENTITY)
            .numbers("1")
            .grown(problem -> Trees.boxes(problem, 6))
            .valid("variance-tails", "squares in tails; section 4"),
        Draft.of("inputs 1\nx[0] ~ cauchy(0, 1)\nE(1*y[0]) = ?", CaseNetworks.IDENTITY)
            .numbers("0")
            .claiming(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
            .valid("mean-unknown", "nothing is claimed of a mean that does not exist; section 4"),
        Draft.of(
                "inputs 1\nx[0] ~ beta(2, 2)\nquantile(1*y[0], 1/2) in [2/5, 3/5]",
                CaseNetworks.IDENTITY)
            .claiming(0.46875, 0.53125)
            .grown(problem -> Trees.simplices(problem, 0, 3, 3, 0))
            .numbers("15/32", "17/32")
            .decided("required-interval", "PROVED", "section 1"),
        quantity("P(1*y[0] < 1/4) < 1/2").decided("required-limit", "PROVED", "section 1"),
        quantity("P(1*y[0] < 1/4) >= 1/2").decided("violated-limit", "VIOLATED", "section 1"),
        corner("P(1*y[0] <= 1/4) > 1/2")
            .claiming(0.25, 1)
            .decided("undecided-limit", "UNDECIDED", "section 1"),
        quantity("P(1*y[0] < 1/4) <= 1/2")
            .claiming(0, 0.5)
            .decided("limit-at-the-bound", "PROVED", "the limit is a claimed bound; section 1"),
        quantity("P(1*y[0] < 1/4) < 1/2")
            .claiming(0, 0.5)
            .decided("limit-at-the-bound-strict", "UNDECIDED", "the bound is not below; section 1"),
        quantity("P(1*y[0] < 1/4) = ?")
            .claiming(-5, Double.POSITIVE_INFINITY)
            .valid("claimed-wider", "wider bounds than any checker finds; section 1"));
  }

  private static Draft corner(String claim) {
    return Draft.of(SQUARE + claim, CaseNetworks.CORNER);
  }

  private static List<Case> bands() {
    return List.of(
        quantity("cdf(1*y[1]) at [-1/2, 0, 1/3]", "-1/2", "0", "1/3")
            .valid("cdf-listed", "section 2"),
        quantity("cdf(1*y[1]) at 3 points", "-1/2", "0", "1/3")
            .valid("cdf-chosen", "thresholds that the certificate chose; section 1"),
        quantity("cdf(1*y[1] | 1*y[0] > 1/3) at [0, 1/3]", "0", "1/3")
            .valid("cdf-given", "section 4"),
        Draft.of(SQUARE + "cdf(1*x[0], 1*x[1]) at [1/4, 3/4] x [1/2]", CaseNetworks.TWO_OUTPUTS)
            .numbers("1/4", "3/4", "1/2")
            .tree(
                writer -> {
                  writer.boxSplit(0, 0.5);
                  writer.boxSplit(1, 0.5);
                  writer.boxLeaf();
                  writer.boxLeaf();
                  writer.boxSplit(1, 0.5);
                  writer.boxLeaf();
                  writer.boxLeaf();
                })
            .valid("cdf-of-two", "the example of section 4"),
        quantity("cdf(1*y[0], 1*y[1]) at 2 points x [0, 1/2]", "1/4", "1/2", "0", "1/2")
            .valid("cdf-of-two-chosen", "the last form changes first; section 3"),
        quantity(
                "cdf(1*y[0], 1*y[1], 1*x[0] | 1*x[1] <= 1/2) at [1/2] x [0, 1/4] x [1/3, 2/3]",
                "1/2",
                "0",
                "1/4",
                "1/3",
                "2/3")
            .valid("cdf-of-three-given", "section 4"));
  }
}
