package surety.certificates.cases;

import java.util.List;
import java.util.function.UnaryOperator;
import surety.certificates.arithmetic.Interval;
import surety.certificates.onnx.CaseNetworks;
import surety.certificates.support.Combination;
import surety.certificates.support.SupportRule;

/** Support certificates, right and wrong. */
final class SupportCases {
  private static final String PAIR = "inputs 2\nx[0] ~ normal(1, 1)\nx[1] ~ normal(0, 1/2)";

  /** Deviations 1 and 1, covariance 3/5. */
  private static final String CORRELATED =
      """
      inputs 2
      branches 1 rest 0
      branch coordinates 2 summands 1
      x[0] = 1*u[0]
      x[1] = 3/5*u[0] + 1*u[1]
      1: normal(0, 1); normal(0, 4/5)""";

  private static final String MIXTURE =
      """
      inputs 2
      branches 3 rest 0
      branch coordinates 2 summands 2
      x[0] = 1*u[0] + 1/3
      x[1] = 2/7*u[0] + 1*u[1]
      1/4: normal(0, 1); normal(1, 1/2)
      1/8: normal(2, 1/10); normal(0, sqrt(2))
      branch coordinates 1 summands 1
      x[0] = -1*u[0]
      x[1] = 1*u[0] + 1
      1/8: normal(-3, 1)
      branch coordinates 0 summands 1
      x[0] = 1
      x[1] = -2
      1/2:\s""";

  private static final String SAME =
      """
      inputs 2
      branches 1 rest 0
      branch coordinates 1 summands 1
      x[0] = 1*u[0]
      x[1] = 1*u[0]
      1: normal(1/2, 1)""";

  private static final String HALVES =
      """
      inputs 1
      branches 1 rest 0
      branch coordinates 1 summands 2
      x[0] = 1*u[0]
      1/2: normal(3, 1)
      1/2: normal(-3, 1)""";

  private static final String WITHIN =
      """
      inputs 1
      branches 1 rest 0
      branch coordinates 1 summands 1
      x[0] = 2*u[0]
      1: normal(0, 1) within [0, 1]""";

  private SupportCases() {}

  static List<Case> valid() {
    String one = "inputs 1\nx[0] ~ normal(1, 1/2)";
    return List.of(
        SupportDraft.of(CaseNetworks.RELU, 0.1, false, one)
            .valid("support-relu", "one pattern; section 8"),
        SupportDraft.of(CaseNetworks.CLIP, 0, false, "inputs 1\nx[0] ~ normal(0, 1/4)")
            .valid("support-clip", "three pieces; section 8"),
        SupportDraft.of(CaseNetworks.LEAKY_RELU, 1e-3, false, one)
            .valid("support-leaky", "a kink between slopes; section 8"),
        SupportDraft.of(CaseNetworks.DEEP, 0.01, false, PAIR)
            .valid("support-deep", "two gates; section 8"),
        SupportDraft.of(CaseNetworks.DEEP, 0.01, true, CORRELATED)
            .valid("support-confined", "combinations of half-spaces and a covariance; section 8"),
        SupportDraft.of(CaseNetworks.DEEP, 0.001, true, MIXTURE)
            .valid("support-mixture", "four components and one of them a point; section 8"),
        SupportDraft.of(CaseNetworks.DEEP, 0.001, true, SAME)
            .valid("support-singular", "inputs that are the same number; section 8"),
        SupportDraft.of(CaseNetworks.RELU, 0.1, false, "inputs 1\nx[0] = 0")
            .valid("support-at-a-kink", "it is on the piece above; section 8"),
        SupportDraft.of(CaseNetworks.RELU, 2, false, one)
            .valid("support-nothing", "no pattern and all is missing; section 8"));
  }

  private static SupportDraft relu() {
    return SupportDraft.of(CaseNetworks.RELU, 0, false, "inputs 1\nx[0] ~ normal(1, 1/2)");
  }

  private static SupportDraft deep() {
    return SupportDraft.of(CaseNetworks.DEEP, 0.01, false, PAIR);
  }

  private static SupportRule pattern(double lower, double upper) {
    return new SupportRule.Pattern(Interval.of(lower, upper));
  }

  private static SupportRule split(int neuron) {
    return new SupportRule.Split(neuron);
  }

  private static SupportRule confined(int decision, boolean above, double multiplier) {
    return new SupportRule.Confined(
        new Combination(List.of(new Combination.Term(decision, above, multiplier))));
  }

  /** A rule in front of what stands behind the first split. */
  private static UnaryOperator<List<SupportRule>> behindTheFirst(SupportRule rule) {
    return rules -> {
      rules.add(1, rule);
      return rules;
    };
  }

  private static UnaryOperator<List<SupportRule>> firstPattern(double lower, double upper) {
    return rules -> {
      int k = 0;
      while (!(rules.get(k) instanceof SupportRule.Pattern)) {
        k++;
      }
      rules.set(k, pattern(lower, upper));
      return rules;
    };
  }

  static List<Case> invalid() {
    SupportRule left = new SupportRule.LeftOut();
    SupportRule any = pattern(0, 1);
    String uniform = "inputs 1\nx[0] ~ uniform(0, 1)";
    String normal = "inputs 1\nx[0] ~ normal(0, 1)";
    return List.of(
        relu().changed("support-count", "\npatterns 2\n", "\npatterns 3\n", "two; section 8"),
        relu().changed("support-title", "support certificate 1", "support certificate 2", "none"),
        relu().invalid("support-missing", 0.02, 1, List.of(split(0), left, any), "1/44; section 8"),
        relu()
            .changing(firstPattern(0, 0.0227))
            .invalid("support-upper", "it is 0.02275; section 8"),
        relu()
            .changing(firstPattern(0.0228, 1))
            .invalid("support-lower", "it is 0.02275; section 8"),
        relu().invalid("support-neuron", 1, 0, List.of(split(1), left, left), "there is one"),
        relu().invalid("support-twice", 1, 1, List.of(split(0), left, split(0), left, any), "once"),
        relu().invalid("support-early", 1, 1, List.of(any), "a neuron is open; section 8"),
        relu().invalid("support-goes-on", 1, 0, List.of(left, left), "one node; section 8"),
        deep()
            .changing(behindTheFirst(confined(0, true, 1)))
            .invalid("support-side", "it is below its kink; section 8"),
        deep()
            .changing(behindTheFirst(confined(1, false, 1)))
            .invalid("support-decision", "there is one; section 8"),
        deep()
            .changing(behindTheFirst(confined(0, false, -1)))
            .invalid("support-multiplier", "it is negative; section 8"),
        deep()
            .changing(rules -> rules.subList(0, rules.size() - 1))
            .invalid("support-node-missing", "the line feed is no rule; section 8"),
        about(uniform).invalid("support-uniform", 1, 0, List.of(left), "no normal; section 8"),
        about(WITHIN).invalid("support-within", 1, 0, List.of(left), "a condition; section 8"),
        SupportDraft.of(CaseNetworks.TANH, 0, false, normal)
            .invalid("support-tanh", 1, 0, List.of(left), "not piecewise linear; section 8"),
        relu()
            .invalid(
                "false-support-left-out", 1e-3, 1, List.of(split(0), left, any), "it is 0.02275"),
        about("inputs 1\nx[0] ~ normal(1, sqrt(1/5))")
            .invalid("false-support-root", 1e-3, 1, List.of(split(0), left, any), "it is 0.01267"),
        about("inputs 1\nx[0] = 0")
            .invalid(
                "false-support-at-a-kink",
                0,
                1,
                List.of(split(0), pattern(1, 1), left),
                "it is on the piece above; section 8"),
        about(HALVES)
            .invalid(
                "false-support-weight",
                0.6,
                1,
                List.of(split(0), left, pattern(0.9, 1), left),
                "it has the weight 1/2; section 8"));
  }

  private static SupportDraft about(String body) {
    return SupportDraft.of(CaseNetworks.RELU, 0, false, body);
  }
}
