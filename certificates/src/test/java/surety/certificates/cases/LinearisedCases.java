package surety.certificates.cases;

import java.util.List;
import java.util.Set;
import surety.certificates.moment.MomentMethod;
import surety.certificates.onnx.CaseNetworks;
import surety.certificates.proof.ProofMethods;
import surety.certificates.proof.Trees;

/** Bounds without a tree, and what is no proof of that kind. */
final class LinearisedCases {
  private static final MomentMethod AVERAGE = MomentMethod.BEST_ON_AVERAGE;
  private static final MomentMethod TANGENT = MomentMethod.TANGENT;
  private static final String PAIR = "inputs 2\nx[0] ~ normal(1/2, 1/4)\nx[1] ~ normal(0, 1/2)\n";
  private static final String ONE = "inputs 1\nx[0] ~ normal(1/8, 1)\n";
  private static final String CORRELATED =
      """
      inputs 2
      branches 1 rest 0
      branch coordinates 2 summands 2
      x[0] = 1*u[0]
      x[1] = 3/5*u[0] + 1*u[1] + 1/3
      1/4: normal(0, 1); normal(0, 4/5)
      3/4: normal(1, sqrt(1/2)); normal(-1, 1/5)
      """;

  private LinearisedCases() {}

  private static Draft of(String text, CaseNetworks network, MomentMethod... methods) {
    byte[] code = new ProofMethods(Set.of(methods), false).code();
    return Draft.of(text, network).grown(problem -> code);
  }

  private static Draft bytes(String text, int... bytes) {
    byte[] all = new byte[bytes.length];
    for (int k = 0; k < bytes.length; k++) {
      all[k] = (byte) bytes[k];
    }
    return Draft.of(text, CaseNetworks.RELU).grown(problem -> all);
  }

  static List<Case> valid() {
    String below = "P(1*y[0] <= 1/2) = ?";
    return List.of(
        of(PAIR + "E(1*y[0]) = ?", CaseNetworks.CORNER, AVERAGE)
            .numbers("1/4")
            .valid("linear-mean", "one hidden layer: the mean exactly; section 7"),
        of(PAIR + "Var(1*y[0] + 1/2*x[1]) = ?", CaseNetworks.CORNER, TANGENT)
            .numbers("1/4")
            .valid("linear-variance", "one hidden layer: the variance exactly; section 7"),
        of(CORRELATED + "Corr(1*y[0], 1*y[1]) = ?", CaseNetworks.TWO_OUTPUTS, AVERAGE)
            .numbers("0", "1/2")
            .valid("linear-correlation", "a mixture with a covariance; section 7"),
        of(ONE + "Std(1*y[0]) = ?", CaseNetworks.CLIP, AVERAGE)
            .numbers("0")
            .valid("linear-clip", "two kinks; section 7"),
        of(ONE + "E(1*y[0]) = ?", CaseNetworks.LEAKY_RELU, AVERAGE)
            .numbers("0")
            .valid("linear-leaky-relu", "slopes 1/8 and 1; section 7"),
        of(ONE + "E(1*y[0]) = ?", CaseNetworks.TANH, AVERAGE)
            .numbers("0")
            .valid("linear-tanh", "an activation that bends: 512 chords; section 7"),
        of(ONE + "Std(1*y[0]) = ?", CaseNetworks.SIGMOID, AVERAGE)
            .numbers("1/2")
            .valid("linear-sigmoid", "an activation that bends; section 7"),
        of(ONE + "P(1*y[0] <= 1) = ?", CaseNetworks.SOFTPLUS, AVERAGE)
            .valid("linear-softplus", "an activation that bends; section 7"),
        of(ONE + "Std(1*y[0]) = ?", CaseNetworks.ERF, AVERAGE)
            .numbers("0")
            .valid("linear-erf", "a closed form; section 7"),
        of(ONE + "Cov(1*y[0], 1*x[0]) = ?", CaseNetworks.GELU, TANGENT)
            .numbers("1/4", "0")
            .valid("linear-gelu", "a closed form; section 7"),
        of(ONE + "P(1*y[0] <= 1/2) = ?", CaseNetworks.GELU, TANGENT)
            .valid("linear-gelu-probability", "by its tangent; section 7"),
        of(PAIR + "Var(1*y[0]) = ?", CaseNetworks.BENDS, AVERAGE)
            .numbers("1/2")
            .valid("linear-kink-chords-closed", "all kinds of functions vary together; section 7"),
        of("inputs 1\nx[0] = 1/3\nE(1*y[0]) = ?", CaseNetworks.ABS, AVERAGE)
            .numbers("0")
            .valid("linear-constant", "nothing is random; section 7"),
        of(PAIR + "E(1*y[0]) = ?", CaseNetworks.DEEP, AVERAGE)
            .numbers("0")
            .valid("linear-deep-mean", "two hidden layers have rests; section 7"),
        of(PAIR + "Cov(1*y[0], 1*x[0]) = ?", CaseNetworks.DEEP, TANGENT)
            .numbers("0", "1/2")
            .valid("linear-deep-covariance", "two hidden layers have rests; section 7"),
        of(PAIR + "P(1*y[0] <= 1/4) = ?", CaseNetworks.DEEP, AVERAGE)
            .valid("linear-probability", "by Chebyshev around the surrogate; section 7"),
        of(
                "inputs 2\nx[0] ~ normal(1/2, 1/256)\nx[1] ~ normal(1/4, 1/256)\n"
                    + "P(1*y[0] <= 1/4) = ?",
                CaseNetworks.DEEP,
                TANGENT)
            .valid("linear-tangent-probability", "hardly any kink is met; section 7"),
        of(PAIR + "P((1*y[0] <= 1/4 and not 1*x[0] <= 0)) = ?", CaseNetworks.DEEP, AVERAGE)
            .valid("linear-conjunction", "by the inequalities of Frechet; section 7"),
        of(PAIR + "cdf(1*x[0], 1*y[0]) at [1/2] x [0, 1/4]", CaseNetworks.DEEP, AVERAGE, TANGENT)
            .numbers("1/2", "0", "1/4")
            .valid("linear-cdf", "a grid by two methods whose bounds hold both; section 7"),
        of(PAIR + "cvar(1*y[0], 3/4) = ?", CaseNetworks.CORNER, AVERAGE)
            .numbers("0", "1/2")
            .valid("linear-cvar", "the mean of what is above a number; section 7"),
        Draft.of(ONE + "E(1*y[0] | 1*x[0] <= 1) = ?", CaseNetworks.RELU)
            .numbers("0")
            .grown(problem -> withTree(Trees.boxes(problem, 4)))
            .valid("linear-and-tree", "what only the tree knows; sections 5 and 7"),
        Draft.of(ONE + below, CaseNetworks.RELU)
            .grown(problem -> withTree(Trees.boxes(problem, 3)))
            .valid("linear-and-tree-probability", "the intersection of both; sections 5 and 7"));
  }

  private static byte[] withTree(byte[] tree) {
    byte[] code = new ProofMethods(Set.of(AVERAGE, TANGENT), true).code();
    byte[] all = new byte[code.length + tree.length];
    System.arraycopy(code, 0, all, 0, code.length);
    System.arraycopy(tree, 0, all, code.length, tree.length);
    return all;
  }

  static List<Case> invalid() {
    String mean = ONE + "E(1*y[0]) = ?";
    double infinity = Double.POSITIVE_INFINITY;
    return List.of(
        of(mean, CaseNetworks.RELU, AVERAGE)
            .numbers("0")
            .claiming(0.47, 0.5)
            .invalid("linear-mean-too-high", "the mean is 0.4645; section 7"),
        of(ONE + "Var(1*y[0]) = ?", CaseNetworks.RELU, AVERAGE)
            .numbers("0")
            .claiming(0, 0.25)
            .invalid("linear-variance-too-low", "the variance is 0.391; section 7"),
        of(ONE + "Std(1*y[0]) = ?", CaseNetworks.ERF, AVERAGE)
            .numbers("0")
            .claiming(0.6, 0.6788)
            .invalid("linear-erf-too-low", "the deviation is 0.6789; section 7"),
        of(ONE + "Var(1*y[0]) = ?", CaseNetworks.GELU, AVERAGE)
            .numbers("0")
            .claiming(0.4003, 0.8)
            .invalid("linear-gelu-too-high", "the variance is 0.4002; section 7"),
        of(PAIR + "E(1*y[0]) = ?", CaseNetworks.DEEP, AVERAGE)
            .numbers("0")
            .claiming(0.1875, 0.1875 + 0x1p-20)
            .invalid("linear-rest-forgotten", "two hidden layers are not exact; section 7"),
        bytes(mean, 0x07, 0x00)
            .numbers("0")
            .claiming(-infinity, infinity)
            .invalid("linear-no-method", "no bit is set; section 5"),
        bytes(mean, 0x07, 0x80, 0x04)
            .numbers("0")
            .claiming(-infinity, infinity)
            .invalid("linear-tree-only", "a tree alone has no such bytes; section 5"),
        bytes(mean, 0x07, 0x05)
            .numbers("0")
            .claiming(-infinity, infinity)
            .invalid("linear-unknown-method", "a bit that stands for nothing; section 5"),
        bytes(mean, 0x07, 0x01, 0x04)
            .numbers("0")
            .claiming(-infinity, infinity)
            .invalid("linear-goes-on", "a tree that the bytes do not announce; section 5"),
        bytes(mean, 0x07, 0x81)
            .numbers("0")
            .claiming(-infinity, infinity)
            .invalid("linear-tree-missing", "the tree that they announce is not there; section 5"),
        Draft.in("float32 accuracy 1", mean, CaseNetworks.RELU)
            .grown(problem -> new byte[] {7, 1})
            .numbers("0")
            .claiming(-infinity, infinity)
            .invalid("linear-level-float32", "it works at level R; section 7"),
        bytes("inputs 1\nx[0] ~ exponential(1)\nE(1*y[0]) = ?", 0x07, 0x01)
            .numbers("0")
            .claiming(-infinity, infinity)
            .invalid("linear-exponential", "an input that no linearisation is for; section 7"),
        bytes("inputs 1\nx[0] ~ normal(0, 1) on [-inf, 1]\nE(1*y[0]) = ?", 0x07, 0x01)
            .numbers("0")
            .claiming(-infinity, infinity)
            .invalid("linear-truncated", "a normal input that is cut off; section 7"),
        of(ONE + "E(1*y[0]) = ?", CaseNetworks.EXP, AVERAGE)
            .numbers("0")
            .claiming(-infinity, infinity)
            .invalid("linear-exp", "an activation whose slope has no bound; section 7"),
        of(
                "inputs 1\nx[0] = 13510798882111489/13510798882111488\nE(1*y[0]) = ?",
                CaseNetworks.TANH_RELU,
                AVERAGE)
            .numbers("0")
            .claiming(0.4609375, 0.46484375)
            .invalid("false-linear-constant", "any one number between 1 and the next double"),
        of("inputs 1\nx[0] ~ normal(1, 2)\nE(1*y[0]) = ?", CaseNetworks.TANH, AVERAGE)
            .numbers("0")
            .claiming(0.375, 0.40625)
            .invalid("false-linear-tanh", "the truth is 0.352; section 7"));
  }
}
