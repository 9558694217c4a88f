package surety.certificates.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import surety.certificates.onnx.CaseNetworks;
import surety.certificates.proof.Trees;

/** Every rule, claim, distribution and kind of leaf once, in as few bytes as show it. */
final class ValidCases {
  private static final String SQUARE = "inputs 2\nx[0] ~ uniform(0, 1)\nx[1] ~ uniform(0, 1)\n";
  private static final String SEGMENT = "inputs 1\nx[0] ~ uniform(-1, 1)\n";

  private ValidCases() {}

  static List<Case> all() {
    return Stream.of(rules(), leaves(), distributions(), laws(), networks(), levels(), regions())
        .flatMap(List::stream)
        .toList();
  }

  private static Draft corner() {
    return Draft.of(SQUARE + "P(1*y[0] <= 1/4) = ?", CaseNetworks.CORNER);
  }

  private static Draft deep() {
    return Draft.of(SQUARE + "P(1*y[0] < 1/8) = ?", CaseNetworks.DEEP);
  }

  private static List<Case> rules() {
    Draft mode =
        Draft.of(
            "inputs 1\nx[0] ~ triangular(0, 1/3, 1)\nP(1*y[0] <= 1/2) = ?", CaseNetworks.IDENTITY);
    return List.of(
        corner().valid("rule-box-leaf", "the whole domain is one box leaf; section 5"),
        corner()
            .tree(
                writer -> {
                  writer.boxSplit(0, 0.375);
                  writer.boxSplit(1, 0.25);
                  writer.boxLeaf();
                  writer.boxLeaf();
                  writer.boxSplit(1, 0.75);
                  writer.boxLeaf();
                  writer.boxLeaf();
                })
            .valid("rule-box-split", "boxes are cut at values; section 5"),
        mode.tree(
                writer -> {
                  writer.knotSplit(0, 0);
                  writer.boxLeaf();
                  writer.triangulate(new int[] {1});
                  writer.simplexLeaf(0);
                })
            .valid("rule-knot-split", "cut at the mode of a triangular density; section 5"),
        corner()
            .tree(
                writer -> {
                  writer.halving(0, 0.5);
                  writer.boxLeaf();
                  writer.halving(1, 0.5);
                  writer.boxLeaf();
                  writer.boxLeaf();
                })
            .valid("rule-halve", "boxes are cut in the middle; section 5"),
        deep()
            .tree(
                writer -> {
                  writer.condensing();
                  writer.boxSplit(0, 0.25);
                  writer.condensing();
                  writer.boxLeaf();
                  writer.boxSplit(1, 0.5);
                  writer.condensing();
                  writer.boxLeaf();
                  writer.boxLeaf();
                })
            .valid("rule-condense", "networks are condensed on boxes inside of boxes; section 4"),
        Draft.of("inputs 1\nx[0] ~ beta(2, 3)\nP(1*y[0] <= 1/2) = ?", CaseNetworks.IDENTITY)
            .tree(
                writer -> {
                  writer.triangulate(new int[] {3});
                  writer.edgeSplit(0, 1, 0.375);
                  writer.simplexLeaf(0);
                  writer.simplexLeaf(0);
                })
            .valid("rule-edge-split", "a simplex of one coordinate is cut; section 5"),
        corner()
            .tree(
                writer -> {
                  writer.triangulate(new int[] {0, 0});
                  writer.edgeSplit(0, 2, 0.25);
                  writer.edgeSplit(1, 2, 0.75);
                  writer.simplexLeaf(0);
                  writer.simplexLeaf(1);
                  writer.edgeSplit(0, 1, 0.125);
                  writer.simplexLeaf(0);
                  writer.simplexLeaf(0);
                  writer.simplexLeaf(31);
                })
            .valid("rule-triangulate-plane", "the two Kuhn simplices of a box; section 5"),
        Draft.of(
                "inputs 3\nx[0] ~ uniform(0, 1)\nx[1] ~ beta(2, 1)\nx[2] ~ uniform(0, 2)\n"
                    + "P(1*y[0] <= 3/2) = ?",
                CaseNetworks.SPACE)
            .grown(problem -> Trees.simplices(problem, 1, 1, 1, 0))
            .valid("rule-triangulate-space", "six Kuhn simplices for each box; section 5"),
        Draft.of("inputs 2\nx[0] = 1/3\nx[1] = -2\nP(1*y[0] < -3) = ?", CaseNetworks.PLANE)
            .valid("no-coordinates", "all inputs are fixed; section 4"));
  }

  private static List<Case> leaves() {
    List<Case> cases = new ArrayList<>();
    for (int level : new int[] {0, 1, 31}) {
      cases.add(
          deep()
              .grown(problem -> Trees.simplices(problem, 2, 0, 1, level))
              .valid("leaf-level-" + level, "simplex leaves with this level; section 4"));
    }
    Draft beta =
        Draft.of("inputs 1\nx[0] ~ beta(3, 5/2)\nP(1*y[0] <= 2/5) = ?", CaseNetworks.IDENTITY);
    for (int degree : new int[] {0, 2, 254}) {
      cases.add(
          beta.tree(
                  writer -> {
                    writer.boxSplit(0, 0.125);
                    writer.boxLeaf();
                    writer.boxSplit(0, 0.875);
                    writer.triangulate(new int[] {8});
                    writer.edgeSplit(0, 1, 0.5);
                    writer.simplexLeaf(0, degree);
                    writer.simplexLeaf(0);
                    writer.boxLeaf();
                  })
              .valid("leaf-degree-" + degree, "a simplex leaf that names a degree; section 4"));
    }
    return cases;
  }

  private static Case distribution(String name, String text, String threshold) {
    return Draft.of(
            "inputs 1\nx[0] ~ " + text + "\nP(1*y[0] <= " + threshold + ") = ?",
            CaseNetworks.IDENTITY)
        .grown(problem -> Trees.boxes(problem, 4))
        .valid("distribution-" + name, "each kind of distribution; section 2");
  }

  /** With a polynomial that encloses the density in the middle of where the mass is. */
  private static Case smooth(String name, String text, String threshold, double from, double to) {
    return Draft.of(
            "inputs 1\nx[0] ~ " + text + "\nP(1*y[0] <= " + threshold + ") = ?",
            CaseNetworks.IDENTITY)
        .tree(
            writer -> {
              writer.boxSplit(0, from);
              writer.boxLeaf();
              writer.boxSplit(0, to);
              writer.triangulate(new int[] {8});
              writer.edgeSplit(0, 1, 0.5);
              writer.simplexLeaf(0);
              writer.simplexLeaf(0, 5);
              writer.boxLeaf();
            })
        .valid("density-" + name, "a polynomial encloses the density on a side; section 4");
  }

  private static List<Case> distributions() {
    return List.of(
        distribution("beta", "beta(2, 7/3)", "1/3"),
        distribution("beta-poles", "beta(1/2, 3/4)", "1/3"),
        distribution("normal", "normal(1/10, 3/2)", "1"),
        distribution("normal-variance", "normal(-1, sqrt(2))", "0"),
        distribution("exponential", "exponential(3)", "1/5"),
        distribution("gamma", "gamma(5/2, 1/3)", "1"),
        distribution("histogram", "histogram([-1, -1/3, 1/5, 1], [1/4, 0, 3/4])", "1/3"),
        distribution("polynomial", "polynomial([0, 1, 3/2], [[0, 1], [9/4, -1]])", "5/4"),
        distribution("lognormal", "lognormal(0, 1/2)", "1"),
        distribution("weibull", "weibull(3/2, 2)", "1"),
        distribution("logistic", "logistic(1/3, 2)", "1"),
        distribution("laplace", "laplace(-1, 1/2)", "-1/2"),
        distribution("studentt", "studentt(3, 0, 1)", "1"),
        distribution("cauchy", "cauchy(1, 2)", "0"),
        distribution("pareto", "pareto(2, 1)", "3/2"),
        distribution("on-interval", "normal(0, 1) on [-1/2, 2]", "1/3"),
        smooth("normal", "normal(0, 1)", "1/3", -0.5, 0.5),
        smooth("studentt", "studentt(5/2, 0, 1)", "1/3", -0.25, 0.5));
  }

  private static List<Case> laws() {
    String correlated =
        """
        inputs 2
        branches 1 rest 0
        branch coordinates 2 summands 1
        x[0] = 1*u[0]
        x[1] = 3/5*u[0] + 1*u[1]
        1: normal(0, 1); normal(0, 4/5)
        """;
    String mixture =
        """
        inputs 2
        branches 2 rest 0
        branch coordinates 2 summands 2
        x[0] = 1*u[0]
        x[1] = 1*u[1]
        1/4: uniform(0, 1); beta(2, 1)
        1/4: beta(1, 2); uniform(0, 1)
        branch coordinates 1 summands 1
        x[0] = 1*u[0] + 1/3
        x[1] = -1*u[0] + 1
        1/2: uniform(0, 1)
        """;
    String rest =
        """
        inputs 1
        branches 1 rest 1/20
        branch coordinates 1 summands 1
        x[0] = 2*u[0]
        19/20: uniform(0, 1)
        """;
    String within =
        """
        inputs 1
        branches 2 rest 0
        branch coordinates 1 summands 1
        x[0] = 1*u[0]
        1: normal(0, 1) within [-1, 1]
        branch coordinates 0 summands 1
        x[0] = 3
        1/4:\s
        """;
    return List.of(
        Draft.of(correlated + "P((1*x[0] >= 0 and 1*x[1] >= 0)) = ?", CaseNetworks.CORNER)
            .grown(problem -> Trees.boxes(problem, 5))
            .valid("law-correlated", "two correlated normal inputs; section 2"),
        Draft.of(mixture + "P(1*y[0] <= 1/4) = ?", CaseNetworks.CORNER)
            .grown(problem -> Trees.simplices(problem, 2, 1, 1, 0))
            .valid("law-branches", "two branches; one has two summands; section 2"),
        Draft.of(rest + "P(1*y[0] <= 1) = ?", CaseNetworks.IDENTITY)
            .grown(problem -> Trees.boxes(problem, 1))
            .valid("law-rest", "nothing is known of a part of the mass; section 2"),
        Draft.of(within + "P(1*y[0] <= 1/2) = ?", CaseNetworks.IDENTITY)
            .grown(problem -> Trees.boxes(problem, 3))
            .valid("law-within", "masses that do not add up to 1; section 2"),
        Draft.of(
                """
                inputs 1
                branches 1 rest 0
                branch coordinates 1 summands 2
                x[0] = 1*u[0]
                1/3: triangular(0, 1/2, 1)
                2/3: uniform(0, 1) on [1/4, 2]
                P(1*y[0] <= 5/8) = ?""",
                CaseNetworks.IDENTITY)
            .tree(
                writer -> {
                  writer.knotSplit(0, 1);
                  writer.knotSplit(0, 0);
                  writer.boxLeaf();
                  writer.triangulate(new int[] {1});
                  writer.simplexLeaf(0);
                  writer.triangulate(new int[] {1});
                  writer.simplexLeaf(0);
                })
            .valid("law-knots", "the knots of all summands; section 4"));
  }

  private static Case function(CaseNetworks network, String input, String claim) {
    return Draft.of("inputs 1\nx[0] ~ " + input + "\n" + claim, network)
        .grown(problem -> Trees.simplices(problem, 2, 0, 1, 0))
        .valid(
            "network-" + network.file().replaceAll("[.].*", ""),
            "the function " + network.file() + "; section 4");
  }

  private static Case pair(CaseNetworks network, String claim) {
    return Draft.of(SQUARE + claim, network)
        .grown(problem -> Trees.simplices(problem, 4, 0, 1, 0))
        .valid(
            "network-" + network.file().replaceAll("[.].*", ""),
            "the function " + network.file() + "; section 4");
  }

  private static List<Case> networks() {
    String segment = "uniform(-1, 1)";
    String wide = "uniform(-3, 3)";
    return List.of(
        function(CaseNetworks.ABS, segment, "P(1*y[0] <= 1/3) = ?"),
        function(CaseNetworks.LEAKY_RELU, segment, "P(1*y[0] <= -1/32) = ?"),
        function(CaseNetworks.CLIP, segment, "P(1*y[0] <= 1/4) = ?"),
        function(CaseNetworks.TANH, segment, "P(1*y[0] <= 1/3) = ?"),
        function(CaseNetworks.SIGMOID, wide, "P(1*y[0] <= 1/3) = ?"),
        function(CaseNetworks.SIN, segment, "P(1*y[0] <= 1/3) = ?"),
        function(CaseNetworks.ERF, segment, "P(1*y[0] <= 1/3) = ?"),
        function(CaseNetworks.SQUARE, segment, "P(1*y[0] <= 1/3) = ?"),
        function(CaseNetworks.RECIPROCAL, segment, "P(1*y[0] <= 1/3) = ?"),
        function(CaseNetworks.THIRD, segment, "P(1*y[0] <= 1/9) = ?"),
        pair(CaseNetworks.MAXIMUM, "P(1*y[0] <= 1/3) = ?"),
        pair(CaseNetworks.PRODUCT, "P(1*y[0] <= 1/3) = ?"),
        pair(CaseNetworks.SOFTMAX, "P(1*y[0] + -1*y[1] <= 1/10) = ?"),
        pair(CaseNetworks.BATCH_NORMALIZATION, "P(1*y[0] <= 1) = ?"),
        pair(CaseNetworks.NNET, "P(1*y[0] <= 1) = ?"),
        pair(CaseNetworks.EXTERNAL, "P(1*y[0] <= 1/2) = ?"),
        Draft.of(SEGMENT + "P(1*y[0] + -1*y[1] <= 1/4) = ?", CaseNetworks.RELU, CaseNetworks.TANH)
            .grown(problem -> Trees.simplices(problem, 2, 0, 1, 0))
            .valid("networks-two", "outputs are counted through; section 2"));
  }

  private static List<Case> levels() {
    return List.of(
        Draft.in("float32 accuracy 1", SQUARE + "P(1*y[0] <= 1/4) = ?", CaseNetworks.DEEP)
            .grown(problem -> Trees.simplices(problem, 3, 0, 1, 0))
            .valid("level-float32", "any evaluation in binary32; section 4"),
        Draft.in("float64 accuracy 4", SEGMENT + "P(1*y[0] <= 1/4) = ?", CaseNetworks.TANH)
            .grown(problem -> Trees.boxes(problem, 3))
            .valid("level-float64", "a smooth activation with an accuracy; section 4"),
        Draft.in("float32 accuracy 1", SEGMENT + "E(1*y[0]) = ?", CaseNetworks.RELU)
            .numbers("1/4")
            .grown(problem -> Trees.boxes(problem, 2))
            .valid("level-mean", "a mean of what evaluations give; section 4"));
  }

  private static List<Case> regions() {
    List<Double> cuts = List.of(-4.0, -2.0, -1.0, 0.0, 1.0, 2.0, 4.0);
    return List.of(
        RegionDraft.of(CaseNetworks.CORNER, 1, List.of(), SQUARE.strip())
            .valid("regions-corner", "two regions of one neuron; section 6"),
        RegionDraft.of(CaseNetworks.DEEP, 1, List.of(), SQUARE.strip())
            .valid("regions-deep", "with combinations; section 6"),
        RegionDraft.of(CaseNetworks.CLIP, 1, List.of(), "inputs 1\nx[0] ~ triangular(-1, 0, 1)")
            .valid("regions-clip", "a neuron with two kinks; section 6"),
        RegionDraft.of(
                CaseNetworks.TWO_OUTPUTS,
                8,
                cuts,
                """
                inputs 2
                branches 2 rest 1/10
                branch coordinates 2 summands 1
                x[0] = 1*u[0]
                x[1] = 3/5*u[0] + 1*u[1]
                1/2: normal(0, 1); normal(0, 4/5)
                branch coordinates 0 summands 1
                x[0] = -1
                x[1] = 2
                2/5:\s""")
            .valid("regions-law", "two branches and a rest; section 6"));
  }
}
