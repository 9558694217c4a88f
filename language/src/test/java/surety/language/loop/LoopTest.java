package surety.language.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.statement.LoopClaim;
import surety.language.Diagnostic;
import surety.language.Obligation;
import surety.language.Severity;
import surety.language.Specification;
import surety.language.SpecificationFormatter;
import surety.language.SpecificationReader;

/** Loops as they are written, and what the kernel is asked. */
class LoopTest {
  private static final String VEHICLE =
      """
      semantics real;
      constant speed = 10;
      loop Vehicle {
        constant tau = 0.1, K = -0.5;
        start { psi ~ Normal(0, 0.1); v ~ Uniform(6.5, 8); x ~ Uniform(-0.1, 0.1); }
        step {
          w1 ~ Uniform(-0.1, 0.1);
          w2 ~ Normal(0, variance = 0.01);
          x := x + tau * v * cos(psi);
          v := v + tau * (K * (v - speed) + w1);
          psi := psi + w2;
        }
      }
      property ahead "R1": E(x[20]) in [15.6, 15.61] of Vehicle;
      """;

  @TempDir Path folder;

  private Specification read(String text) throws IOException {
    Path file = folder.resolve("loop.sure");
    Files.writeString(file, text);
    return new SpecificationReader().read(file);
  }

  private static List<String> errors(Specification specification) {
    return specification.diagnostics().stream()
        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
        .map(Diagnostic::message)
        .toList();
  }

  private LoopClaim claim(String text) throws IOException {
    Specification specification = read(text);
    assertEquals(List.of(), errors(specification));
    return (LoopClaim) specification.obligations().get(0).statement().claim();
  }

  private static String loop(String start, String step) {
    return "semantics real;\nloop L { start { %s } step { %s } }\nquery q: E(x[3]) = ? of L;\n"
        .formatted(start, step);
  }

  @Test
  void aLoopIsTheKernels() throws IOException {
    LoopClaim claim = claim(VEHICLE);
    assertEquals(
        """
        start
        psi ~ normal(0, 1/100)
        v ~ uniform(13/2, 8)
        x ~ uniform(-1/10, 1/10)
        step
        w1 ~ uniform(-1/10, 1/10)
        w2 ~ normal(0, 1/100)
        x := (x + ((1/10 * v) * cos(psi)))
        v := (v + (1/10 * ((-1/2 * (v - 10)) + w1)))
        psi := (psi + w2)
        end
        """,
        claim.program().canonical());
    assertEquals("after 20 iterations: E(x) in [78/5, 1561/100]", claim.canonical());
    Obligation asked = read(VEHICLE).obligations().get(0);
    assertEquals("E(x[20]) in [15.6, 15.61] of Vehicle", asked.text());
    assertEquals(List.of(), asked.networkFiles());
  }

  @ParameterizedTest
  @CsvSource({
    "'x := 2^3 - 1/2;', 'x := 15/2'",
    "'x := -x^2 / 4;', 'x := (-1 * ((x ^ 2) / 4))'",
    "'x := x * -1;', 'x := (x * -1)'",
    "'x := e * pi;', 'x := (exp(1) * pi)'",
    "'x := {1/3: x; 2/3: x + 1;};', 'x := {1/3: x; 2/3: (x + 1)}'",
    "'x, y := y, sin(x);', 'x, y := y, sin(x)'",
    "'if (f == 1 and not f > 2) { x := 1; }', 'if [f == 1 and not [f > 2]] {'",
    "'if (0 <= f < 2) { x := 1; } else if (f != 3) { x := 2; }', 'if [0 <= f and f < 2] {'",
    "'f ~ Bernoulli(1/4);', 'f ~ finite(0: 3/4, 1: 1/4)'",
    "'f ~ Bernoulli(1);', 'f ~ finite(1: 1)'",
    "'f ~ Categorical(2: 1/4, 1: 3/4);', 'f ~ finite(1: 3/4, 2: 1/4)'",
    "'f ~ DiscreteUniform(-1, 1);', 'f ~ finite(-1: 1/3, 0: 1/3, 1: 1/3)'",
    "'f ~ Exponential(4);', 'f ~ gamma(1, 1/4)'",
    "'f ~ Laplace(0, 2);', 'f ~ laplace(0, 2)'",
    "'f ~ Triangular(0, 1, pi);', 'f ~ triangular(0, 1, pi)'",
    "'f ~ Normal(pi/4, pi/9) on [0, pi/2];', 'f ~ truncated-normal((pi / 4), ((pi / 9) ^ 2), 0, (pi / 2))'"
  })
  void statements(String written, String kernel) throws IOException {
    String text = claim(loop("x := 1; y := 0; f := 0;", written)).program().canonical();
    assertTrue(text.contains("\n" + kernel + "\n"), text);
  }

  /** Words of loops are names elsewhere, and in them. */
  @Test
  void wordsMayBeNames() throws IOException {
    String text = loop("x := 0; step := 1; of := 2;", "x := step + of;");
    assertTrue(claim(text).program().canonical().contains("x := (step + of)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x := z; | no variable 'z'",
        "x := x[2]; | has an index",
        "x := log(x); | no function 'log' in loops",
        "x := cos(x, x); | takes one number",
        "x := x^65; | a power is 0 to 64",
        "x := 1/0; | divides by 0",
        "x := x < 1; | expected ';'",
        "x, x := 1, 2; | assigned twice",
        "x, y := 1; | as many values as variables",
        "x, y ~ Uniform(0, 1); | given to one variable",
        "x := {1/2: 1; 1/3: 2;}; | the sum of weights is 1",
        "x ~ Cauchy(0, 1); | not from 'Cauchy'",
        "x ~ Normal(0); | takes 2 parameters",
        "x ~ Normal(x, 1); | cannot stand here",
        "x ~ Uniform(a = 0, 1); | only the variance of Normal has a name",
        "x ~ Uniform(0, 1) on [0, 1/2]; | only Normal is cut off",
        "x ~ Categorical(0, 1); | each value of Categorical has a weight",
        "x ~ Categorical(0: 1/2, 0: 1/2); | stands twice",
        "x ~ Bernoulli(2); | a weight is positive",
        "x ~ DiscreteUniform(1, 1/2); | whole numbers",
        "x ~ Exponential(0); | a rate is positive",
        "if (x) { x := 1; } | is a number; write a comparison",
      })
  void wrongStatements(String step, String message) throws IOException {
    List<String> errors = errors(read(loop("x := 1; y := 0;", step)));
    assertTrue(errors.stream().anyMatch(e -> e.contains(message)), errors::toString);
    assertEquals(List.of(), read(loop("x := 1; y := 0;", step)).obligations());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "query q: E(x) = ? of L; | write after how many, as in x[10]",
        "query q: E(z[1]) = ? of L; | no variable 'z'",
        "query q: E(c[1]) = ? of L; | write it without an index",
        "query q: E(x[1] + x[2]) = ? of L; | the same number of iterations",
        "query q: E(3) = ? of L; | is about no variable",
        "query q: E(x[1]) + 1 = ? of L; | is about one of E",
        "query q: P(x[1] < 2) = ? of L; | ''",
        "query q: E(x[2000000]) = ? of L; | at most 1000000 iterations",
        "query q: Cov(x[1]) = ? of L; | is about one of E",
        "query q: moments(x[1]) of L; | up to an order",
        "query q: moments(x[1], 65) of L; | from 1 to 64",
        "query q: E(x[1]) = ? of M; | loop 'M' is not declared",
        "query q: cdf(x[1]) of L; | ''"
      })
  void wrongClaims(String claim, String message) throws IOException {
    String text =
        "semantics real;\nloop L { constant c = 1; start { x := 0; } step { x := x + c; } }\n"
            + claim;
    List<String> errors = errors(read(text));
    assertTrue(errors.stream().anyMatch(e -> e.contains(message)), errors::toString);
    assertEquals(List.of(), read(text).obligations());
  }

  @Test
  void constantsInACircleAreRefused() throws IOException {
    String text =
        "semantics real;\nloop L { constant a = b, b = a; start { x := 0; } step { x := x + a; } }\n";
    assertTrue(errors(read(text)).toString().contains("computed from itself"));
  }

  @Test
  void powersAreForLoops() throws IOException {
    String text = "semantics real;\nevent a = y[0]^2 > 1;\n";
    assertTrue(errors(read(text)).toString().contains("a power stands in loops"));
  }

  @Test
  void loopsHaveALayout() {
    String laidOut =
        """
        semantics real;

        loop L {
          constant a = 1/2, b = a^2;
          start {
            x := 0;
          }
          step {
            f ~ Categorical(0: 1/4, 1: 3/4);
            u ~ Normal(0, variance = b) on [-1, pi / 4];
            x := {1/3: x + u; 2/3: -x;};
            if (f == 1 and not x > 2) {
              x := x * a;
            } else if (f == 0) {
              x := 1;
            } else {
              x, f := f, x;
            }
          }
        }

        query q: E(x[3]^2) = ? of L;
        """;
    SpecificationFormatter formatter = new SpecificationFormatter();
    assertEquals(laidOut, formatter.format(laidOut));
    String oneLine = laidOut.replaceAll("\\s+", " ");
    assertEquals(laidOut, formatter.format(oneLine));
    String wide = laidOut.replaceAll(" +", "   ").replace("(", " ( ").replace(":=", "\n:=\n");
    assertEquals(laidOut, formatter.format(wide));
  }

  @Test
  void loopsAreOverTheReals() throws IOException {
    String text = VEHICLE.replace("semantics real;", "semantics float32;");
    assertTrue(errors(read(text)).toString().contains("about the loop over the reals"));
    assertEquals(List.of(), read(text).obligations());
  }
}
