package surety.certificates.cases;

import java.util.List;
import java.util.stream.Stream;
import surety.certificates.onnx.CaseNetworks;
import surety.certificates.proof.Trees;

/** Claims that are false, each one what follows if a certain thing is forgotten. */
final class InvalidClaims {
  private static final String SQUARE = "inputs 2\nx[0] ~ uniform(0, 1)\nx[1] ~ uniform(0, 1)\n";
  private static final String SEGMENT = "inputs 1\nx[0] ~ uniform(-1, 1)\n";
  private static final String UNIT = "inputs 1\nx[0] ~ uniform(0, 1)\n";
  private static final String NORMAL = "inputs 1\nx[0] ~ normal(0, 1)\n";

  private InvalidClaims() {}

  static List<Case> all() {
    return Stream.of(events(), inputs(), quantities(), unknown()).flatMap(List::stream).toList();
  }

  private static Draft line(String text, CaseNetworks... networks) {
    return Draft.of(text, networks).grown(problem -> Trees.simplices(problem, 1, 0, 2, 0));
  }

  private static Draft boxes(String text, CaseNetworks... networks) {
    return Draft.of(text, networks).grown(problem -> Trees.boxes(problem, 3));
  }

  private static List<Case> events() {
    return List.of(
        line(SEGMENT + "P(1*y[0] <= 1/2) = ?", CaseNetworks.IDENTITY)
            .claiming(0.75 + 0x1p-20, 1)
            .invalid("false-by-a-millionth", "the probability is 3/4"),
        line(SEGMENT + "P(1*y[0] <= 0) = ?", CaseNetworks.RELU)
            .claiming(0, 0.25)
            .invalid("false-atom-left-out", "P(y = 0) is 1/2; <= counts it"),
        line(SEGMENT + "P(1*y[0] < 0) = ?", CaseNetworks.RELU)
            .claiming(0.5, 0.5)
            .invalid("false-atom-counted", "P(y = 0) is 1/2; < does not count it"),
        line(SEGMENT + "P(-1*y[0] <= 1/2) = ?", CaseNetworks.RELU)
            .claiming(0.25, 0.75)
            .invalid("false-sign", "-relu(x) is never above 1/2; the probability is 1"),
        line(SQUARE + "P((1*y[0] <= 1/2 and 1*y[1] <= 0)) = ?", CaseNetworks.TWO_OUTPUTS)
            .claiming(0.25, 0.25)
            .invalid("false-independence", "the events are one; the probability is 1/2"),
        line(UNIT + "P(1*y[0] <= 1/4 | 1*x[0] <= 1/2) = ?", CaseNetworks.IDENTITY)
            .claiming(0.25, 0.25)
            .invalid("false-condition-forgotten", "the probability is 1/2"),
        Draft.of("inputs 1\nx[0] ~ beta(3, 1)\nP(1*y[0] <= 1/2) = ?", CaseNetworks.IDENTITY)
            .claiming(0.5, 0.5)
            .tree(
                writer -> {
                  writer.triangulate(new int[] {0});
                  writer.simplexLeaf(0);
                })
            .invalid("false-remainder-forgotten", "a polynomial of degree 0; the truth is 1/8"),
        Draft.of("inputs 1\nx[0] ~ beta(3, 1)\nP(1*y[0] <= 1/2) = ?", CaseNetworks.IDENTITY)
            .claiming(0.5, 0.5)
            .tree(
                writer -> {
                  writer.triangulate(new int[] {2});
                  writer.simplexLeaf(0, 0);
                })
            .invalid("false-lowered-degree", "a leaf of degree 0; the truth is 1/8"),
        line(SQUARE + "cdf(1*x[0], 1*x[1]) at [1/4, 1/2] x [1/2, 1]", CaseNetworks.CORNER)
            .numbers("1/4", "1/2", "1/2", "1")
            .claiming(0.125, 0.125, 0.5, 0.5, 0.25, 0.25, 0.25, 0.25)
            .invalid("false-order-of-points", "the last form changes first; section 3"));
  }

  private static List<Case> inputs() {
    String branches =
        """
        inputs 1
        branches 2 rest 0
        branch coordinates 1 summands 1
        x[0] = 1*u[0]
        1/2: uniform(0, 1)
        branch coordinates 1 summands 1
        x[0] = 2*u[0] + 1
        1/2: uniform(0, 1)
        """;
    String rest =
        """
        inputs 1
        branches 1 rest 1/4
        branch coordinates 1 summands 1
        x[0] = 1*u[0]
        3/4: uniform(0, 1)
        """;
    String within =
        """
        inputs 1
        branches 2 rest 0
        branch coordinates 1 summands 1
        x[0] = 1*u[0]
        1/2: uniform(0, 1) within [0, 1/2]
        branch coordinates 0 summands 1
        x[0] = 3
        1/2:\s
        """;
    return List.of(
        boxes(NORMAL + "P(1*y[0] > 2) = ?", CaseNetworks.IDENTITY)
            .truncated(-1, 1)
            .claiming(0, 0)
            .invalid("false-tail-forgotten", "cut off at 1; the truth is 0.0228"),
        boxes(NORMAL + "P(1*y[0] <= 1) = ?", CaseNetworks.IDENTITY)
            .truncated(-1, 1)
            .claiming(1, 1)
            .invalid("false-truncated", "as if nothing were beyond 1; the truth is 0.8413"),
        boxes(branches + "P(1*y[0] <= 1) = ?", CaseNetworks.IDENTITY)
            .claiming(1, 1)
            .invalid("false-branch-forgotten", "that of the first branch; the truth is 1/2"),
        boxes(rest + "P(1*y[0] <= 1) = ?", CaseNetworks.IDENTITY)
            .claiming(1, 1)
            .invalid("false-rest-forgotten", "from 3/4 to 1 is all that is known; section 2"),
        boxes(within + "P(1*y[0] <= 1) = ?", CaseNetworks.IDENTITY)
            .claiming(0.5, 0.5)
            .invalid("false-within-as-on", "1/4 against 1/2; the truth is 1/3"),
        boxes(
                "inputs 2\nx[0] ~ uniform(0, 1)\nx[1] ~ uniform(0, 2)\nP(1*y[0] <= 1) = ?",
                CaseNetworks.PLANE)
            .claiming(0.4375, 0.4375)
            .invalid("false-inputs-swapped", "the truth is 1/8"),
        boxes(UNIT + "P(1*y[1] <= 1/4) = ?", CaseNetworks.IDENTITY, CaseNetworks.MINUS)
            .claiming(0.25, 0.25)
            .invalid("false-outputs-swapped", "y[1] is -x; the truth is 1"),
        boxes("inputs 1\nx[0] ~ lognormal(0, 1)\nP(1*y[0] <= 1) = ?", CaseNetworks.IDENTITY)
            .claiming(0.75, 1)
            .invalid("false-unit", "z is not x; the truth is 1/2"),
        Draft.in(
                "float32 accuracy 1",
                "inputs 1\nx[0] = 1/10\nP(1*y[0] <= 1/10) = ?",
                CaseNetworks.IDENTITY)
            .claiming(1, 1)
            .invalid("false-at-level-f", "1/10 is rounded up to binary32; section 4"));
  }

  private static List<Case> quantities() {
    return List.of(
        line(UNIT + "E(1*y[0]) = ?", CaseNetworks.IDENTITY)
            .numbers("1/2")
            .claiming(0, 0)
            .invalid("false-centre-forgotten", "E(y) - 1/2"),
        line(UNIT + "Var(1*y[0]) = ?", CaseNetworks.IDENTITY)
            .numbers("0")
            .claiming(0.25, 0.5)
            .invalid("false-second-moment", "that of y^2; the truth is 1/12"),
        line(UNIT + "moments(1*y[0], 2*y[0])", CaseNetworks.IDENTITY)
            .numbers("1/2", "1")
            .claiming(0.5, 0.5, 1, 1, 0.0625, 0.125, 0.25, 0.375, 0.125, 0.25)
            .invalid(
                "false-order-of-moments",
                "Var and Cov and Var are 1/12 and 1/6 and 1/3; section 2"),
        line(SEGMENT + "quantile(1*y[0], 1/4) = ?", CaseNetworks.RELU)
            .numbers("1/4", "1/4")
            .claiming(0.25, 0.25)
            .invalid("false-quantile-at-an-atom", "the truth is 0"),
        line(UNIT + "cvar(1*y[0], 3/4) = ?", CaseNetworks.IDENTITY)
            .numbers("3/4", "3/4")
            .claiming(0.75, 0.75)
            .invalid("false-cvar-as-quantile", "the truth is 7/8"));
  }

  /** Of what may not exist no bounds are right but infinite ones. */
  private static List<Case> unknown() {
    return List.of(
        boxes("inputs 1\nx[0] ~ cauchy(0, 1)\nE(1*y[0]) = ?", CaseNetworks.IDENTITY)
            .numbers("0")
            .claiming(0, 0)
            .invalid("unknown-mean", "a Cauchy distribution has no mean; section 4"),
        line(UNIT + "P(1*y[0] <= 1/4 | 1*x[0] > 2) = ?", CaseNetworks.IDENTITY)
            .claiming(0, 1)
            .invalid("unknown-condition", "the condition has the probability 0; section 4"),
        line(UNIT + "(0 * (1 / P(1*y[0] > 2))) = ?", CaseNetworks.IDENTITY)
            .claiming(0, 0)
            .invalid("unknown-times-zero", "0 times what does not exist; section 4"));
  }
}
