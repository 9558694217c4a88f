package surety.language.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Law;
import surety.certificates.statement.Statement;
import surety.certificates.text.StatementException;
import surety.language.Samples;
import surety.language.Specification;

/** What distributions come to, as the text of the kernel's statements. */
class LawReaderTest {
  @TempDir private Path folder;

  private Statement statement(String text) throws IOException {
    Specification specification = new Samples(folder).read(text);
    assertTrue(specification.diagnostics().isEmpty(), () -> specification.diagnostics().toString());
    return specification.obligations().get(0).statement();
  }

  private Law law(String assignments) throws IOException {
    return statement(Samples.assignments(assignments)).law();
  }

  /** The lines of the law, without heads and with blanks for line breaks. */
  private static String lines(Statement statement) {
    return statement
        .canonical()
        .lines()
        .filter(line -> line.matches("(branches|branch|x\\[|[0-9/]+:).*"))
        .map(line -> line.replace("branch coordinates", "branch").replace(" summands ", "/"))
        .collect(Collectors.joining(" | "));
  }

  /** Inputs that are independent stay inputs with a distribution each. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a ~ 10 + 5 * Normal(0, 1); b = 1; # x[0] ~ normal(10, 5) | x[1] = 1",
        "a ~ 3 - Uniform(0, 1) / 2; b = 1/3; # x[0] ~ uniform(5/2, 3) | x[1] = 1/3",
        "a ~ -Triangular(0, 1, 3); b = 2 * 3 - 1; # x[0] ~ triangular(-3, -1, 0) | x[1] = 5",
        "a ~ 2 * Exponential(4); b ~ 3 * Gamma(2, 1/3); # x[0] ~ exponential(2) | x[1] ~ gamma(2, 1)",
        "a ~ Beta(1/2, 1e-3); b ~ Gamma(0.25, 3); # x[0] ~ beta(1/2, 1/1000) | x[1] ~ gamma(1/4, 3)",
        "a ~ LogNormal(-1, 0.5); b ~ Weibull(1.5, 2); # x[0] ~ lognormal(-1, 1/2) | x[1] ~ weibull(3/2, 2)",
        "a ~ Logistic(1, 0.5); b ~ Laplace(-1, 2); # x[0] ~ logistic(1, 1/2) | x[1] ~ laplace(-1, 2)",
        "a ~ StudentT(2.5, -1, 3); b ~ Cauchy(1, 1/3); # x[0] ~ studentt(5/2, -1, 3) | x[1] ~ cauchy(1, 1/3)",
        "a ~ Pareto(2, 0.1); b ~ Cauchy(0, 1) on [0, inf]; # x[0] ~ pareto(2, 1/10) | x[1] ~ cauchy(0, 1) on [0, inf]",
        "a ~ 1 - 2 * Logistic(1, 3); b ~ 3 - Laplace(1, 2); # x[0] ~ logistic(-1, 6) | x[1] ~ laplace(2, 2)",
        "a ~ 1 - 2 * StudentT(4, 1, 3); b ~ Cauchy(1, 2) / 4; # x[0] ~ studentt(4, -1, 6) | x[1] ~ cauchy(1/4, 1/2)",
        "a ~ 2 * Weibull(3, 4); b ~ 2 * (Pareto(3, 4) on [5, inf]); # x[0] ~ weibull(3, 8) | x[1] ~ pareto(3, 8) on [10, inf]",
        "a = 3; b ~ StudentT(a, a - 1, 2 * a); # x[0] = 3 | x[1] ~ studentt(3, 2, 6)",
        "a ~ 1 - Histogram([0, 1, 3], [1/4, 3/4]); b = 0; # x[0] ~ histogram([-2, 0, 1], [3/4, 1/4]) | x[1] = 0",
        "a ~ Polynomial([0, 1], [[0, 2]]); b ~ Polynomial([-1, 0, 1/2, 2], [[1/4], [0], [1/2]]) on [-1/2, inf]; # x[0] ~ polynomial([0, 1], [[0, 2]]) | x[1] ~ polynomial([-1, 0, 1/2, 2], [[1/4], [0], [1/2]]) on [-1/2, inf]",
        "a ~ 1 - 2 * Polynomial([0, 1, 2], [[0, 1], [2, -1]]); b ~ 3 + Polynomial([0, 1], [[0, 0, 3]]); # x[0] ~ polynomial([-3, -1, 1], [[3/4, 1/4], [1/4, -1/4]]) | x[1] ~ polynomial([3, 4], [[27, -18, 3]])",
        "a ~ TruncatedNormal(0, 1, -1, 3/2) on [0, inf]; b ~ TruncatedNormal(0, 1, -1, 3/2) on [-2, 1/2]; # x[0] ~ normal(0, 1) on [0, 3/2] | x[1] ~ normal(0, 1) on [-1, 1/2]",
        "a ~ TruncatedNormal(0, 1, -1, 3/2); b ~ 1 - 2 * TruncatedNormal(3, 1/2, 2, 4); # x[0] ~ normal(0, 1) on [-1, 3/2] | x[1] ~ normal(-5, 1) on [-7, -3]",
        "a ~ Normal(0, 1) on [0, inf]; b = 0; # x[0] ~ normal(0, 1) on [0, inf] | x[1] = 0",
        "a ~ Normal(0, 1) on [-inf, 1]; b = 0; # x[0] ~ normal(0, 1) on [-inf, 1] | x[1] = 0",
        "a ~ 1 - 2 * (Normal(0, 1) on [0, inf]); b = 0; # x[0] ~ normal(1, 2) on [-inf, 1] | x[1] = 0",
        "a ~ Normal(0, variance = 0.3); b = 0; # x[0] ~ normal(0, sqrt(3/10)) | x[1] = 0",
        "a ~ Normal(0, variance = 0.09); b = 0; # x[0] ~ normal(0, 3/10) | x[1] = 0",
        "a ~ 2 * Normal(1, variance = 2); b = 0; # x[0] ~ normal(2, sqrt(8)) | x[1] = 0",
        "a = 3; b ~ Normal(2 * a + 1, a / 6); # x[0] = 3 | x[1] ~ normal(7, 1/2)",
        "a = 3; b ~ a + Uniform(0, a); # x[0] = 3 | x[1] ~ uniform(3, 6)",
        "a ~ Mixture(1: Beta(2, 2)); b = 0; # x[0] ~ beta(2, 2) | x[1] = 0",
        "a ~ Bernoulli(1); b ~ Bernoulli(0); # x[0] = 1 | x[1] = 0",
        "(a, b) ~ Normal([1, 2], [[4, 0], [0, 2]]); # x[0] ~ normal(1, 2) | x[1] ~ normal(2, sqrt(2))",
        "(a, b) ~ Normal([1, 2], [[4, 0], [0, 0]]); # x[0] ~ normal(1, 2) | x[1] = 2",
        "(a, b) ~ Normal([0, 0], [[1, 0], [0, 1]]) on [0, 1] x [-inf, inf]; # x[0] ~ normal(0, 1) on [0, 1] | x[1] ~ normal(0, 1)",
        "(b, a) ~ Normal([1, 2], [[4, 0], [0, 9]]); # x[0] ~ normal(2, 3) | x[1] ~ normal(1, 2)",
        "x[0..1] ~ Uniform(0, 1); # x[0] ~ uniform(0, 1) | x[1] ~ uniform(0, 1)",
        "b ~ Uniform(0, 1); a ~ Beta(2, 2); # x[0] ~ beta(2, 2) | x[1] ~ uniform(0, 1)",
        "a ~ Uniform(0, 1); b = 0 given a < 5; b = 1 given a >= 5; # x[0] ~ uniform(0, 1) | x[1] = 0",
        "x[0..1] = 2; # x[0] = 2 | x[1] = 2",
        "x[0..1] ~ Uniform(0, 1); b = 2; # x[0] ~ uniform(0, 1) | x[1] = 2",
        "x[0..1] = 2; b ~ b + Uniform(0, 1); # x[0] = 2 | x[1] ~ uniform(2, 3)",
        "a ~ Mixture(0.5: Uniform(0, 1), 0.5: Uniform(0, 1)) ; b = 0; # x[0] ~ uniform(0, 1) | x[1] = 0",
      })
  void independent(String assignments, String expected) throws IOException {
    assertEquals(expected, lines(statement(Samples.assignments(assignments))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "(a, b) ~ Normal([0, 1], [[1, 0.3], [0.3, 1]]); # branches 1 rest 0 | branch 2/1 | x[0] = 1*u[0] | x[1] = 3/10*u[0] + 1*u[1] | 1: normal(0, 1); normal(1, sqrt(91/100))",
        "(a, b) ~ Normal([1, 5], [[1, 2], [2, 4]]); # branches 1 rest 0 | branch 1/1 | x[0] = 1*u[0] | x[1] = 2*u[0] + 3 | 1: normal(1, 1)",
        "a ~ Normal(0, 1); b = 2 * a + 1; # branches 1 rest 0 | branch 1/1 | x[0] = 1*u[0] | x[1] = 2*u[0] + 1 | 1: normal(0, 1)",
        "a ~ Beta(2, 2); b ~ Normal(2 * a + 1, 0.5); # branches 1 rest 0 | branch 2/1 | x[0] = 1*u[0] | x[1] = 2*u[0] + 1*u[1] | 1: beta(2, 2); normal(1, 1/2)",
        "a ~ Beta(2, 2); b ~ Uniform(a, a + 2); # branches 1 rest 0 | branch 2/1 | x[0] = 1*u[0] | x[1] = 1*u[0] + 1*u[1] | 1: beta(2, 2); uniform(0, 2)",
        "a ~ 2 * LogNormal(0, 1); b = 0; # branches 1 rest 0 | branch 1/1 | x[0] = 2*u[0] | x[1] = 0 | 1: lognormal(0, 1)",
        "a ~ -Weibull(3, 4); b = 0; # branches 1 rest 0 | branch 1/1 | x[0] = -1*u[0] | x[1] = 0 | 1: weibull(3, 4)",
        "a ~ Beta(2, 2); b ~ StudentT(3, 2 * a + 1, 0.5); # branches 1 rest 0 | branch 2/1 | x[0] = 1*u[0] | x[1] = 2*u[0] + 1*u[1] | 1: beta(2, 2); studentt(3, 1, 1/2)",
        "a ~ Beta(2, 2); b ~ Laplace(a, 1); # branches 1 rest 0 | branch 2/1 | x[0] = 1*u[0] | x[1] = 1*u[0] + 1*u[1] | 1: beta(2, 2); laplace(0, 1)",
        "a ~ 1e200 * (1e200 * Normal(0, 1)); b = 0; # branches 1 rest 0 | branch 1/1 | x[0] = 10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000*u[0] | x[1] = 0 | 1: normal(0, 1)",
        "a ~ 10 + 5 * Beta(2, 2); b = 0; # branches 1 rest 0 | branch 1/1 | x[0] = 5*u[0] + 10 | x[1] = 0 | 1: beta(2, 2)",
        "a ~ Uniform(0, 1) + Uniform(0, 1); b = 0; # branches 1 rest 0 | branch 2/1 | x[0] = 1*u[0] + 1*u[1] | x[1] = 0 | 1: uniform(0, 1); uniform(0, 1)",
        "a ~ Mixture(0.3: Normal(0, 1), 0.7: Normal(3, 2)); b = 0; # branches 1 rest 0 | branch 1/2 | x[0] = 1*u[0] | x[1] = 0 | 3/10: normal(0, 1) | 7/10: normal(3, 2)",
        "a ~ Mixture(1/2: Beta(2, 2), 1/2: 1 + Beta(3, 3)); b = 0; # branches 2 rest 0 | branch 1/1 | x[0] = 1*u[0] | x[1] = 0 | 1/2: beta(2, 2) | branch 1/1 | x[0] = 1*u[0] + 1 | x[1] = 0 | 1/2: beta(3, 3)",
        "a ~ Mixture(1/2: Normal(0, 1), 1/2: Normal(1, 1)) on [0, inf]; b = 0; # branches 1 rest 0 | branch 1/2 | x[0] = 1*u[0] | x[1] = 0 | 1/2: normal(0, 1) within [0, inf] | 1/2: normal(1, 1) within [0, inf]",
        "a ~ Categorical(0: 0.7, 2: 0.3); b ~ Normal(a, 1 + a); # branches 2 rest 0 | branch 1/1 | x[0] = 0 | x[1] = 1*u[0] | 7/10: normal(0, 1) | branch 1/1 | x[0] = 2 | x[1] = 1*u[0] | 3/10: normal(2, 3)",
        "a ~ Categorical(0: 0.2, 1: 0.3, 2: 0.5) on [1, inf]; b = 0; # branches 2 rest 0 | branch 0/1 | x[0] = 1 | x[1] = 0 | 3/8:  | branch 0/1 | x[0] = 2 | x[1] = 0 | 5/8: ",
        "a ~ Binomial(2, 1/3); b = 0; # branches 3 rest 0 | branch 0/1 | x[0] = 0 | x[1] = 0 | 4/9:  | branch 0/1 | x[0] = 1 | x[1] = 0 | 4/9:  | branch 0/1 | x[0] = 2 | x[1] = 0 | 1/9: ",
        "(a, b) ~ OneHot(b: 2/3, a: 1/3); # branches 2 rest 0 | branch 0/1 | x[0] = 1 | x[1] = 0 | 1/3:  | branch 0/1 | x[0] = 0 | x[1] = 1 | 2/3: ",
        "a ~ Bernoulli(0.25); b ~ Beta(2, 2) given a == 1; b = 7 given a == 0; # branches 2 rest 0 | branch 0/1 | x[0] = 0 | x[1] = 7 | 3/4:  | branch 1/1 | x[0] = 1 | x[1] = 1*u[0] | 1/4: beta(2, 2)",
        "a ~ Normal(0, 1); b = 0 given a <= 1; b = 1 given a > 1; # branches 2 rest 0 | branch 1/1 | x[0] = 1*u[0] | x[1] = 0 | 1: normal(0, 1) within [-inf, 1] | branch 1/1 | x[0] = 1*u[0] | x[1] = 1 | 1: normal(0, 1) within [1, inf]",
        "a ~ Uniform(0, 3); b = 0 given a in [1, 2]; b = 1 given not a in [1, 2]; # branches 2 rest 0 | branch 1/2 | x[0] = 1*u[0] | x[1] = 1 | 1: uniform(0, 3) within [-inf, 1] | 1: uniform(0, 3) within [2, inf] | branch 1/1 | x[0] = 1*u[0] | x[1] = 0 | 1: uniform(0, 3) within [1, 2]",
        "a ~ 1 - 2 * Beta(2, 2); b = 0 given a < 0; b = 1 given a >= 0; # branches 2 rest 0 | branch 1/1 | x[0] = -2*u[0] + 1 | x[1] = 1 | 1: beta(2, 2) within [-inf, 1/2] | branch 1/1 | x[0] = -2*u[0] + 1 | x[1] = 0 | 1: beta(2, 2) within [1/2, inf]",
      })
  void dependent(String assignments, String expected) throws IOException {
    String text = lines(statement(Samples.assignments(assignments)));
    assertEquals(expected.strip(), text.strip());
  }

  /** A box around inputs that move together is a part of each question. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "P(c > 0) = ? # P(c > 0 | a >= 0 and a <= 1 and b >= -1) = ?",
        "P(c > 0 | d > 0) = ? # P(c > 0 | d > 0 and a >= 0 and a <= 1 and b >= -1) = ?",
        "P(c > 0 | d > 0 or d < -1) = ? # P(c > 0 | (d > 0 or d < -1) and a >= 0 and a <= 1 and b >= -1) = ?",
        "E(c + 1) / P(c > 0) = ? # E(c + 1 | a >= 0 and a <= 1 and b >= -1) / P(c > 0 | a >= 0 and a <= 1 and b >= -1) = ?",
        "cdf(c) # cdf(c | a >= 0 and a <= 1 and b >= -1)",
        "cdf(c, d | c > 0) # cdf(c, d | c > 0 and a >= 0 and a <= 1 and b >= -1)",
      })
  void aBoxIsACondition(String asked, String meant) throws IOException {
    String law = "distribution E for N { (a, b) ~ Normal([0, 1], [[1, 0.3], [0.3, 1]])";
    String boxed = law + " on [0, 1] x [-1, inf]; }\nquery q: " + asked + " under E;";
    String free = law + "; }\nquery q: " + meant + " under E;";
    assertEquals(
        statement(Samples.claim(free)).canonical(), statement(Samples.claim(boxed)).canonical());
  }

  /** The kernel reads what the language writes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "(a, b) ~ Normal([0, 1], [[1, 0.3], [0.3, 1]]);",
        "a ~ Poisson(3); b ~ Normal(a, 1);",
        "(a, b) ~ OneHot(a: 1/3, b: 2/3);",
      })
  void isCanonical(String assignments) throws IOException, StatementException {
    Statement statement = statement(Samples.assignments(assignments));
    assertEquals(statement, Statement.parse(statement.canonical()));
  }

  @Test
  void mixturesOfDistributionsJoinWhatHasTheSameFunctions() throws IOException {
    String text =
        """
        semantics real;
        network N = "net.onnx" { input a, b; output c, d; }
        distribution D for N { a ~ Uniform(0, 1); b = 1; }
        distribution E for N { a ~ Beta(2, 2); b = 1; }
        distribution F for N { a = 0; b ~ Normal(0, 1); }
        distribution G for N mixture { 0.2: D; 0.8: E; }
        distribution M for N mixture { 0.5: G; 0.5: F; }
        query q: P(c > 0) = ? under M;
        """;
    assertEquals(
        "branches 2 rest 0 | branch 1/2 | x[0] = 1*u[0] | x[1] = 1 | 1/10: uniform(0, 1)"
            + " | 2/5: beta(2, 2) | branch 1/1 | x[0] = 0 | x[1] = 1*u[0] | 1/2: normal(0, 1)",
        lines(statement(text)));
  }

  @Test
  void aMixtureOfOneIsTheOne() throws IOException {
    String one = Samples.PRELUDE + "distribution M for N mixture { 1: D; }\n";
    assertEquals(
        statement(one + "query q: P(c > 0) = ? under D;"),
        statement(one + "query q: P(c > 0) = ? under M;"));
  }

  @Test
  void constantsStandForTheirNumbers() throws IOException {
    String text =
        """
        semantics real;
        constant g = 9.81;
        network N = "net.onnx" { input a, b; output c, d; }
        distribution D for N { a ~ Normal(g, 2 * g); b = g; }
        query q: P(c > g) = ? under D;
        """;
    assertEquals("x[0] ~ normal(981/100, 981/50) | x[1] = 981/100", lines(statement(text)));
    assertTrue(statement(text).canonical().contains("P(1*y[0] > 981/100)"));
  }

  @Test
  void whatIsCutOffAPoissonIsTheRest() throws IOException {
    Law law = law("a ~ Poisson(3); b ~ Poisson(0.5);");
    Rational sum =
        law.branches().stream()
            .flatMap(branch -> branch.weights().stream())
            .reduce(Rational.ZERO, Rational::plus);
    assertEquals(Rational.ONE, sum.plus(law.rest()));
    assertTrue(law.rest().signum() > 0);
    assertTrue(law.rest().compareTo(Rational.parse("1e-28")) < 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "Poisson(3) on [0, 2] # 2/17, 6/17, 9/17",
        "Poisson(3) on [0.5, 2.9] # 2/5, 3/5",
        "Poisson(3) on [-inf, 1] # 1/4, 3/4",
        "Poisson(1) on [60, 61] # 61/62, 1/62",
      })
  void aPoissonInARangeHasNoRest(String term, String weights) throws IOException {
    Law law = law("a ~ " + term + "; b = 0;");
    assertEquals(Rational.ZERO, law.rest());
    assertEquals(
        weights,
        law.branches().stream()
            .flatMap(branch -> branch.weights().stream())
            .map(Rational::toString)
            .collect(Collectors.joining(", ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Poisson(3) on [1, inf]", "Poisson(3) on [0, 10000000]"})
  void withoutAnUpperEndWithinReachThereIsARest(String term) throws IOException {
    assertTrue(law("a ~ " + term + "; b = 0;").rest().signum() > 0);
  }

  @Test
  void samplesAreSummandsOfOneBranch() throws IOException {
    Files.writeString(folder.resolve("s.csv"), "a,b\n0,1\n\n2, 3.5\r\n-1,1/2\n");
    String expected =
        "branches 1 rest 0 | branch 2/3 | x[0] = 1*u[0] | x[1] = 1*u[1]"
            + " | 1/3: normal(0, 1/10); normal(1, 1/10)"
            + " | 1/3: normal(2, 1/10); normal(7/2, 1/10)"
            + " | 1/3: normal(-1, 1/10); normal(1/2, 1/10)";
    for (String bandwidth : List.of("0.1", "[0.1, 0.1]", "[[0.01, 0], [0, 0.01]]")) {
      assertEquals(
          expected,
          lines(
              statement(
                  Samples.assignments("(a, b) ~ Kde(\"s.csv\", bandwidth = " + bandwidth + ");"))));
    }
    assertEquals(
        "branches 1 rest 0 | branch 2/3 | x[0] = 1*u[0] | x[1] = 1/2*u[0] + 1*u[1]"
            + " | 1/3: normal(0, 1); normal(1, sqrt(3/4))"
            + " | 1/3: normal(2, 1); normal(5/2, sqrt(3/4))"
            + " | 1/3: normal(-1, 1); normal(1, sqrt(3/4))",
        lines(
            statement(
                Samples.assignments(
                    "(a, b) ~ Kde(\"s.csv\", bandwidth = [[1, 0.5], [0.5, 1]]);"))));
  }

  @Test
  void oneSampleIsANormal() throws IOException {
    Files.writeString(folder.resolve("s.csv"), "1,2\n");
    assertEquals(
        statement(Samples.assignments("(a, b) ~ Normal([1, 2], [[2, 1], [1, 3]]);")),
        statement(Samples.assignments("(a, b) ~ Kde(\"s.csv\", bandwidth = [[2, 1], [1, 3]]);")));
  }

  @Test
  void rulesOfThumbAreSampleVariancesTimesAFactor() throws IOException {
    Files.writeString(folder.resolve("s.csv"), "0\n1\n2\n3\n");
    // 4^(-2/5) = 0.57434917749851751..., and the sample variance is 5/3.
    assertEquals(
        "normal(0, sqrt(" + Rational.parse("0.574349177499").times(Rational.of(5, 3)) + "))",
        law("a ~ Kde(\"s.csv\", bandwidth = scott); b = 0;")
            .branches()
            .get(0)
            .distributions(0)
            .get(0)
            .canonical());
    // 3^(-2/5) = 0.64439401497725424...
    assertEquals(
        "normal(3, sqrt(" + Rational.parse("0.644394014977").times(Rational.of(5, 3)) + "))",
        law("a ~ Kde(\"s.csv\", bandwidth = silverman); b = 0;")
            .branches()
            .get(0)
            .distributions(0)
            .get(3)
            .canonical());
  }

  @Test
  void equalRowsAddUp() throws IOException {
    Files.writeString(folder.resolve("s.csv"), "1,2\n3,4\n1,2\n");
    assertEquals(
        "branches 2 rest 0 | branch 0/1 | x[0] = 1 | x[1] = 2 | 2/3:  | branch 0/1 | x[0] = 3"
            + " | x[1] = 4 | 1/3: ",
        lines(statement(Samples.assignments("(a, b) ~ Empirical(\"s.csv\");"))));
  }

  @Test
  void aRowGivesAllInputs() throws IOException {
    Files.writeString(folder.resolve("row.csv"), "p,q\n0.5,-2\n");
    assertEquals(
        "x[0] = 1/2 | x[1] ~ uniform(-3, -1)",
        lines(statement(Samples.assignments("x = \"row.csv\"; b ~ b + Uniform(-1, 1);"))));
  }

  /** A file that changes is read again. */
  @Test
  void aChangedFileIsNoticed() throws IOException {
    String text = Samples.assignments("x[0..1] = \"row.csv\";");
    Files.writeString(folder.resolve("row.csv"), "1,2");
    assertEquals("x[0] = 1 | x[1] = 2", lines(statement(text)));
    Files.writeString(folder.resolve("row.csv"), "11,22");
    assertEquals("x[0] = 11 | x[1] = 22", lines(statement(text)));
  }
}
