package surety.certificates.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.text.StatementException;

class FiniteValuesTest {
  private static Optional<List<Rational>> values(String start, String step, String variable)
      throws StatementException {
    String loop = "start\n" + start + "\nstep\n" + step + "\nend\n";
    return FiniteValues.of(Loops.claim(loop, 0, "E(x) = ?").program()).of(variable);
  }

  @ParameterizedTest
  @CsvSource({
    "'x := 0', 'x := (1 - x)', '[0, 1]'",
    "'x := 2', 'x := {1/2: x; 1/2: 1/3}', '[1/3, 2]'",
    "'x ~ finite(0: 1/2, 1: 1/2)', 'x ~ finite(2: 1)', '[0, 1, 2]'",
    "'x := 1', 'if x == 1 {\nx := 5\n} else {\nx := 7\n}', '[1, 5, 7]'",
    "'x := 1', 'y := (x ^ 2)\nx := ((y / 2) * 2)', '[1]'",
    "'x := 0', 'y ~ finite(0: 1/2, 1: 1/2)\nx := (x * y)', '[0]'",
    "'x := 1', 'y := 2\nx, y := y, x', '[1, 2]'"
  })
  void fewValues(String start, String step, String values) throws StatementException {
    assertEquals(values, values(start, step, "x").orElseThrow().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "'x := 0', 'x := (x + 1)'",
    "'x := 0', 'x ~ uniform(0, 1)'",
    "'x := 0', 'y ~ uniform(0, 1)\nx := (0 * y)'",
    "'x := 0', 'x := cos(x)'",
    "'x := 0', 'x := pi'",
    "'x := 0', 'x := (1 / x)'",
    "'x := 2', 'x := (x ^ 2)'",
    "'x := y', 'x := y'",
    "'x := 0', 'x := {1/2: 0; 1/2: sqrt(4)}'"
  })
  void otherValues(String start, String step) throws StatementException {
    assertEquals(Optional.empty(), values(start, step, "x"));
  }

  /** Also where a variable's values come from one that is found to have many later. */
  @Test
  void whatDependsOnManyValuesHasMany() throws StatementException {
    assertEquals(Optional.empty(), values("x := 0\ny := 0", "x := y\ny := (y + 1)", "x"));
  }

  @Test
  void unknownVariablesHaveNone() throws StatementException {
    assertEquals(Optional.empty(), values("x := 0", "x := 1", "y"));
  }
}
