package surety.certificates.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.statement.Statement;
import surety.certificates.text.StatementException;

class LoopTextTest {
  private static final String LOOP = "start\nx := 0\nstep\n%s\nend\n";

  @Test
  void loopsHaveOneText() throws ReflectiveOperationException, StatementException {
    int count = 0;
    for (Field field : Loops.class.getFields()) {
      String loop = (String) field.get(null);
      Statement statement = Loops.statement(loop, 3, "E(" + variable(loop) + ") <= 1/2");
      assertEquals(statement, Statement.parse(statement.canonical()));
      assertTrue(statement.canonical().contains(loop));
      count++;
    }
    assertTrue(count >= 12);
    assertTrue(Loops.statement(Loops.joints(), 0, "E(x) = ?").canonical().contains("160"));
  }

  private static String variable(String loop) {
    String first = loop.substring(LoopProgram.START.length() + 1);
    return first.substring(0, first.indexOf(' '));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x := ((x + 1) - (2 * pi))",
        "x := (x ^ 64)",
        "x := exp((-1/3 * x))",
        "x, y := y, sin(x)",
        "x := {1/3: x; 2/3: (x + 1)}",
        "if [x == 0 or not [x != 1]] {\nx := 1\n}",
        "if x >= (1 / 2) {\nx := 1\n} else {\ny := 1\nx := 2\n}",
        "if x < 1 {\n} else {\nx := 2\n}",
        "x ~ triangular(0, 1/2, pi)",
        "x ~ laplace(0, 2)"
      })
  void statementsAreReadAndWritten(String step) throws StatementException {
    String loop = LOOP.formatted(step);
    assertTrue(Loops.statement(loop, 1, "E(x) = ?").canonical().contains(loop));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x := x + 1",
        "x := (x+1)",
        "x := (x + 1",
        "x = 1",
        "x := 0.5",
        "x := 2/4",
        "x := (x ^ 65)",
        "x := (x ^ -1)",
        "x := tan(x)",
        "x := log(x)",
        "x := ",
        "x := {1/2: x}",
        "x := {1/2: x; 1/3: 1}",
        "x := {1/2: x; -1/2: 1; 1: 2}",
        "x, x := 1, 2",
        "x, y := 1",
        "pi := 1",
        "if := 1",
        "2x := 1",
        "x ~ normal(0)",
        "x ~ normal(x, 1)",
        "x ~ cauchy(0, 1)",
        "x ~ finite(0: 1/2, 0: 1/2)",
        "x ~ finite(0: 1/2)",
        "x ~ finite()",
        "x, y ~ uniform(0, 1)",
        "if x == 0 {",
        "if x = 0 {\n}",
        "if x == 0 and x == 1 {\n}",
        "if (x == 0) {\n}",
        "if x == 0 {\nx := 1\n} else {\n}",
        "if x == 0 {\n} else {\nx := 1\n} else {\n}",
        "}",
        "end",
        " x := 1",
        "x := 1 ",
        ""
      })
  void otherTextsAreRefused(String step) {
    assertThrows(
        StatementException.class, () -> Loops.statement(LOOP.formatted(step), 1, "E(x) = ?"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 'E(y) = ?'",
    "1, 'E(x)'",
    "1, 'E(x) ='",
    "1, 'E(x) = 1'",
    "1, 'E(x) <= 0.5'",
    "1, 'E(x) in [1, 0]'",
    "1, 'P(x) = ?'",
    "1, 'moments(x, 0) = ?'",
    "1, 'moments(x, 65) = ?'",
    "1, 'moments(x, 2) <= 3'",
    "1, 'Cov(x) = ?'",
    "1, 'E(x) = ? '",
    "1000001, 'E(x) = ?'"
  })
  void otherClaimsAreRefused(int iterations, String claim) {
    assertThrows(
        StatementException.class,
        () -> Loops.statement(LOOP.formatted("x := 1"), iterations, claim));
  }

  @Test
  void whatIsTooMuchIsRefused() {
    StringBuilder many = new StringBuilder();
    for (int k = 0; k < 65; k++) {
      many.append("v").append(k).append(" := 0\n");
    }
    assertRefused(many.append("x := 0").toString(), "64 variables");
    assertRefused("x := 0\n".repeat(4097) + "x := 0", "than anybody waits for");
    assertRefused("if x == 0 {\n".repeat(40) + "}\n".repeat(39) + "}", "than anybody waits for");
    assertRefused("x := " + "(".repeat(101) + "x" + " + 1)".repeat(101), "parts in another");
    assertRefused("x := " + "-".repeat(50_000) + "1", "");
  }

  private static void assertRefused(String step, String reason) {
    Exception refused =
        assertThrows(
            StatementException.class, () -> Loops.statement(LOOP.formatted(step), 1, "E(x) = ?"));
    assertTrue(refused.getMessage().contains(reason), refused::getMessage);
  }
}
