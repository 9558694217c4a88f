package surety.certificates.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Elu;
import surety.certificates.activation.Floored;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.activation.Selu;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Problem;
import surety.certificates.moment.MomentMethod;
import surety.certificates.network.Network;
import surety.certificates.network.RandomNetworks;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Statements;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;

/** A problem at random with a tree at random; the same seed gives the same. */
final class RecordedProblem {
  private static final List<String> DISTRIBUTIONS =
      List.of(
          "uniform(0, 1)",
          "uniform(-1/3, 7/10)",
          "uniform(-1, 2) on [0, 1]",
          "triangular(0, 1/3, 1)",
          "beta(2, 2)",
          "beta(5/2, 3/2)",
          "beta(1/2, 3/4)",
          "normal(0, 1)",
          "normal(1/10, 1/2) on [-1, 1]",
          "exponential(2)",
          "gamma(5/2, 1/3)",
          "histogram([-1, -1/3, 1/5, 1], [1/4, 0, 3/4])",
          "polynomial([0, 1, 3/2], [[0, 1], [9/4, -1]])",
          "lognormal(0, 1/2)",
          "weibull(3/2, 2)",
          "logistic(1/3, 1/4)",
          "laplace(-1/4, 1/2)",
          "studentt(3, 0, 1)",
          "cauchy(1/4, 1/8)",
          "pareto(2, 1)");

  /** Of two inputs. */
  private static final List<String> LAWS =
      List.of(
          """
          inputs 2
          branches 1 rest 0
          branch coordinates 2 summands 1
          x[0] = 1*u[0]
          x[1] = 3/5*u[0] + 1*u[1]
          1: normal(0, 1); normal(0, 4/5)
          """,
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
          """,
          """
          inputs 2
          branches 2 rest 1/20
          branch coordinates 1 summands 1
          x[0] = 2*u[0]
          x[1] = -1/3*u[0]
          9/20: triangular(0, 1/2, 1)
          branch coordinates 0 summands 1
          x[0] = 1/4
          x[1] = -1
          1/2:\s
          """,
          """
          inputs 2
          branches 1 rest 0
          branch coordinates 2 summands 1
          x[0] = 1*u[0]
          x[1] = 2*u[1] + -1
          1: normal(0, 1) within [-1, 1]; beta(2, 3)
          """);

  private static final List<Activation> BENT =
      List.of(
          Activation.ABS,
          PiecewiseLinear.leakyRelu(0.1),
          PiecewiseLinear.leakyRelu(-0.3),
          PiecewiseLinear.clip(-0.5, 0.25));

  private static final List<Activation> SMOOTH =
      List.of(
          Activation.TANH,
          Activation.SIGMOID,
          Activation.SOFTPLUS,
          Activation.SOFTSIGN,
          Activation.SQUARE,
          Activation.SIN,
          Activation.COS,
          Activation.ERF,
          Activation.ERF_GATE,
          Activation.SILU,
          Activation.APPROXIMATE_GELU,
          Activation.HARD_SWISH,
          new Floored(Activation.RECIPROCAL, 0.5),
          new Floored(Activation.SQRT, 0),
          new Elu(0.7),
          new Selu(1.67, 1.05));

  private static final int CELLS = 60;

  private final SplittableRandom random;
  private final List<Rational> numbers = new ArrayList<>();
  private final List<Network> networks = new ArrayList<>();
  private boolean isNormal;
  private int inputs;
  private int outputs;

  private RecordedProblem(SplittableRandom random) {
    this.random = random;
  }

  /** The kernel's bounds of the seed's first problem of which they say something. */
  static List<Enclosure> bounds(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    while (true) {
      RecordedProblem maker = new RecordedProblem(random);
      Statement statement = maker.statement();
      Problem problem;
      try {
        problem =
            Problem.of(statement, maker.networks, Trees.truncations(statement.law()), Stop.NEVER);
      } catch (RejectedException e) { // at level F some networks are refused
        continue;
      }
      byte[] tree =
          switch (random.nextInt(4)) {
            case 0 -> Trees.simplices(problem, 2, random.nextInt(4), 1, random.nextInt(3));
            case 1 -> Trees.boxes(problem, 4);
            default -> Trees.random(problem, random, CELLS);
          };
      byte[] proof = withMethods(problem, tree);
      List<Enclosure> bounds = Trees.bounds(problem, maker.numbers, proof, 1);
      if (bounds.stream().anyMatch(RecordedProblem::isTelling)) {
        return bounds;
      }
    }
  }

  /** With the methods that work for the problem, before the tree. */
  private static byte[] withMethods(Problem problem, byte[] tree) {
    byte[] code = new ProofMethods(Set.of(MomentMethod.values()), true).code();
    try {
      for (MomentMethod method : MomentMethod.values()) {
        method.requireSuitable(problem);
      }
    } catch (RejectedException e) {
      return tree;
    }
    byte[] both = Arrays.copyOf(code, code.length + tree.length);
    System.arraycopy(tree, 0, both, code.length, tree.length);
    return both;
  }

  private static boolean isTelling(Enclosure bounds) {
    return bounds.isBounded()
        && bounds.lower().compareTo(bounds.upper()) < 0
        && bounds.width().compareTo(Rational.ONE) < 0;
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private Statement statement() {
    String law = law();
    List<Activation> kinds = any(List.of(List.of(), BENT, SMOOTH, SMOOTH));
    StringBuilder text = new StringBuilder("surety statement 2\nsemantics ");
    text.append(any(List.of("real", "real", "real", "float32 accuracy 2", "float64 accuracy 1")));
    int count = random.nextInt(5) == 0 ? 2 : 1;
    text.append("\nnetworks ").append(count).append('\n');
    for (int k = 0; k < count; k++) {
      int own = random.nextInt(1, 3);
      networks.add(RandomNetworks.of(random, inputs, own, kinds));
      outputs += own;
      text.append("network sha256 ").append(Statements.NO_DIGEST).append(" outputs ").append(own);
      text.append('\n');
    }
    text.append(law).append(claim()).append('\n');
    try {
      return Statement.parse(text.toString());
    } catch (StatementException e) {
      throw new AssertionError(text.toString(), e);
    }
  }

  private String law() {
    if (random.nextInt(4) == 0) {
      inputs = 2;
      return any(LAWS);
    }
    inputs = any(List.of(1, 1, 2, 2, 3));
    isNormal = random.nextInt(4) == 0;
    return "inputs "
        + inputs
        + IntStream.range(0, inputs)
            .mapToObj(k -> "\nx[" + k + "]" + input(k))
            .collect(Collectors.joining())
        + "\n";
  }

  private String input(int k) {
    if (isNormal) {
      return " ~ " + any(List.of("normal(0, 1)", "normal(1/4, 1/2)", "normal(-1, sqrt(1/3))"));
    }
    return k > 0 && random.nextInt(6) == 0 ? " = 1/10" : " ~ " + any(DISTRIBUTIONS);
  }

  private String form() {
    List<String> terms = new ArrayList<>();
    int first = random.nextInt(outputs);
    for (int j = 0; j < outputs; j++) {
      if (j == first || random.nextInt(3) == 0) {
        terms.add(any(List.of("1", "-1", "1/2", "-2/3")) + "*y[" + j + "]");
      }
    }
    for (int k = 0; k < inputs; k++) {
      if (random.nextInt(5) == 0) {
        terms.add(any(List.of("1", "-1/2")) + "*x[" + k + "]");
      }
    }
    return String.join(" + ", terms);
  }

  private String event(int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(6);
    if (kind < 3) {
      String threshold = Rational.of(random.nextInt(-8, 13), 8).toString();
      return form() + " " + any(List.of("<", "<=", ">", ">=")) + " " + threshold;
    }
    if (kind == 3) {
      return "not " + event(depth - 1);
    }
    return "(" + event(depth - 1) + (kind == 4 ? " and " : " or ") + event(depth - 1) + ")";
  }

  private void free(int count) {
    int first = random.nextInt(-2, 3);
    for (int k = 0; k < count; k++) {
      numbers.add(Rational.of(first + k, 4));
    }
  }

  private String given() {
    return random.nextBoolean() ? "" : " | " + event(1);
  }

  private String claim() {
    int kind = random.nextInt(12);
    if (kind == 0) {
      free(3);
      return "cdf(" + form() + given() + ") at 3 points";
    }
    if (kind == 1) {
      free(2);
      free(2);
      return "cdf(" + form() + ", " + form() + given() + ") at 2 points x 2 points";
    }
    return quantity(kind) + " = ?";
  }

  private String quantity(int kind) {
    switch (kind) {
      case 2 -> {
        free(1);
        return "E(" + form() + given() + ")";
      }
      case 3 -> {
        free(1);
        return any(List.of("Var", "Std")) + "(" + form() + ")";
      }
      case 4 -> {
        free(2);
        return any(List.of("Cov", "Corr")) + "(" + form() + ", " + form() + ")";
      }
      case 5, 6 -> {
        free(2);
        return any(List.of("quantile", "cvar")) + "(" + form() + ", 3/4)";
      }
      case 7 -> {
        String operator = any(List.of(" + ", " - ", " * ", " / "));
        return "(" + quantity(random.nextInt(2, 7)) + operator + quantity(8) + ")";
      }
      case 8 -> {
        return "P(" + event(2) + " | " + event(1) + ")";
      }
      default -> {
        return "P(" + event(2) + ")";
      }
    }
  }
}
