package surety.certificates.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.FloatFormat;
import surety.certificates.arithmetic.Rational;
import surety.certificates.text.StatementException;

class SemanticsTest {
  private static final Statement REAL =
      Statements.query(
          Statements.inputs("uniform(0, 1)"),
          Statements.form("1"),
          Comparison.LESS_OR_EQUAL,
          Rational.ZERO);

  @Test
  void theTextSaysWhichFormatAndHowAccurate() throws StatementException {
    Semantics single = Semantics.of(FloatFormat.FLOAT32, 4);
    String text = REAL.in(single).canonical();
    assertEquals("semantics float32 accuracy 4", text.lines().toList().get(1));
    assertEquals(REAL.in(single), Statement.parse(text));
    Semantics rough = Semantics.of(FloatFormat.FLOAT64, 1_000_000);
    assertEquals(REAL.in(rough), Statement.parse(REAL.in(rough).canonical()));
    assertEquals("semantics real", REAL.canonical().lines().toList().get(1));
    assertTrue(REAL.semantics().isReal());
    assertFalse(single.isReal());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "float32",
        "float32 accuracy",
        "float32 accuracy ",
        "float32 accuracy 0",
        "float32 accuracy -1",
        "float32 accuracy 04",
        "float32 accuracy +4",
        "float32 accuracy 4 ulp",
        "float32  accuracy 4",
        "float32 accuracy 4 accuracy 4",
        "float32 accuracy 1000001",
        "float32 accuracy 99999999999",
        "float16 accuracy 4",
        "FLOAT32 accuracy 4",
        "Float32 accuracy 4",
        "real accuracy 4",
        "real accuracy 0",
        "real ",
        "",
        "reals",
        " float32 accuracy 4",
      })
  void allElseIsRefused(String wrong) {
    String text = REAL.canonical().replace("semantics real", "semantics " + wrong);
    assertThrows(StatementException.class, () -> Statement.parse(text));
  }

  @Test
  void regionsAreThoseOverTheReals() throws StatementException {
    RegionStatement statement =
        new RegionStatement(
            Statements.NO_DIGEST, Law.independent(Statements.inputs("normal(0, 1)")));
    String text = statement.canonical();
    assertEquals(statement, RegionStatement.parse(text));
    String other = text.replace("semantics real", "semantics float32 accuracy 4");
    assertThrows(StatementException.class, () -> RegionStatement.parse(other));
  }

  @Test
  void accuraciesAreOfFormatsOnly() {
    assertThrows(IllegalArgumentException.class, () -> new Semantics(Optional.empty(), 4));
    assertThrows(IllegalArgumentException.class, () -> Semantics.of(FloatFormat.FLOAT32, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> Semantics.of(FloatFormat.FLOAT32, Semantics.WORST_ACCURACY + 1));
  }
}
