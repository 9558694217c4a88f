package surety.language.vnnlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Rational;

class VnnlibPropertyTest {
  private static final String FLAT =
      """
      (declare-const X_0 Real)
      (declare-const Y_0 Real)
      (assert (>= X_0 0))
      (assert (<= X_0 1))
      (assert (>= Y_0 2))
      """;

  private static final String TENSORS =
      """
      (vnnlib-version <2.0>)
      (declare-network f
        (declare-input X real [1, 2] "in")
        (declare-input Z float32 [])
        (declare-output Y Real [3]))
      (assert (and (>= X[0,0] 0) (<= X[0,0] 1) (>= X[0,1] 0) (<= X [0, 1] 2)))
      (assert (== Z 0.5))
      (assert (>= Y[2] (+ X[0,1] Z)))
      """;

  private static String refused(String text) {
    String message =
        assertThrows(VnnlibException.class, () -> VnnlibProperty.read(text)).getMessage();
    assertTrue(message.matches("[0-9]+:[0-9]+: .*"), message); // '.' is no line end
    return message;
  }

  private static List<Rational> numbers(String... texts) {
    return Arrays.stream(texts).map(Rational::parse).toList();
  }

  @Test
  void aBoxAndAnEventAreRead() throws VnnlibException {
    VnnlibProperty property = VnnlibProperty.read(FLAT);
    assertEquals(List.of("X_0"), property.inputs());
    assertEquals(List.of("Y_0"), property.outputs());
    assertEquals(1, property.boxes().size());
    assertEquals(numbers("0"), property.boxes().get(0).least());
    assertEquals(numbers("1"), property.boxes().get(0).greatest());
  }

  @Test
  void tensorsAreOneVectorEach() throws VnnlibException {
    VnnlibProperty property = VnnlibProperty.read(TENSORS);
    assertEquals(List.of("X_0_0", "X_0_1", "Z"), property.inputs());
    assertEquals(List.of("Y_0", "Y_1", "Y_2"), property.outputs());
    assertEquals(List.of(), property.inputNodes()); // only one of two has such a name
    assertEquals(numbers("0", "0", "0.5"), property.boxes().get(0).least());
    assertEquals(numbers("1", "2", "0.5"), property.boxes().get(0).greatest());
  }

  @Test
  void theClosestEndsCount() throws VnnlibException {
    VnnlibProperty property =
        VnnlibProperty.read(
            FLAT + "(assert (and (< X_0 0.75) (> (* 2 X_0) 0.5) (not (> X_0 0.9))))");
    assertEquals(numbers("0.25"), property.boxes().get(0).least());
    assertEquals(numbers("0.75"), property.boxes().get(0).greatest());
  }

  @Test
  void disjunctionsOfInputsAreBoxes() throws VnnlibException {
    VnnlibProperty property =
        VnnlibProperty.read(
            FLAT
                + "(assert (or (<= X_0 0.2) (and (>= X_0 0.5) (<= Y_0 9))"
                + " (and (<= X_0 0.2) (>= Y_0 7))))");
    assertEquals(2, property.boxes().size());
    assertEquals(numbers("0.2"), property.boxes().get(0).greatest());
    assertEquals(numbers("0.5"), property.boxes().get(1).least());
  }

  @Test
  void impossibleBoxesAmongOthersAreLeftOut() throws VnnlibException {
    VnnlibProperty property = VnnlibProperty.read(FLAT + "(assert (or (<= X_0 -1) (<= X_0 0.2)))");
    assertEquals(1, property.boxes().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 1:1: nothing is asserted",
        "'; only (a comment' | 1:1: nothing is asserted",
        "(assert (<= X_0 1)) | 1:1: no input is declared before this",
        "'(declare-const X_0 Real)\n(assert (<= X_0 1))' | 2:1: no output is declared",
        "(declare-const X_0 Int) | 1:20: the type is Real or a float such as float32, not 'Int'",
        "(declare-const Z_0 Real) | 1:16: 'Z_0' is no variable",
        "(declare-const X_00 Real) | 1:16: 'X_00' is no variable",
        "(declare-const X_0) | 1:1: write (declare-const X_0 Real)",
        "(declare-fun X_0 (Real) Real) | 1:1: write (declare-const X_0 Real)",
        "'(declare-const X_0 Real)\n(declare-const X_0 Real)' | 2:16: 'X_0' is declared twice",
        "(declare-const X_0 Real | 1:1: this parenthesis is never closed",
        "x | 1:1: everything stands in parentheses, but here is 'x'",
        ") | 1:1: everything stands in parentheses, but here is ')'",
        "() | 1:1: here stands a declaration or assert, not '()'",
        "(define X_0 1) | 1:1: here stands a declaration or assert, not 'define'",
        "(vnnlib-version <3.0>) | 1:1: versions 1 and 2 can be read",
        "(check-sat)(vnnlib-version <2.0>) | 1:12: versions 1 and 2 can be read",
      })
  void wrongFilesAreRefusedWhereTheyAreWrong(String text, String message) {
    String found = refused(text);
    assertTrue(found.contains(message), found);
  }

  /** In the sixth line, behind a whole property. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(declare-const X_1 Real) | 6:1: a declaration stands before all of assert",
        "(assert) | 6:1: behind assert stands one formula",
        "(assert true) | 6:9: a formula stands in parentheses",
        "(assert ()) | 6:9: a formula begins with and, or",
        "(assert (=> (<= X_0 1) (<= Y_0 1))) | 6:9: a formula begins with and, or, not",
        "(assert (and)) | 6:9: behind and stand formulas",
        "(assert (not)) | 6:9: behind not stands one formula",
        "(assert (<= X_0)) | 6:9: behind '<=' stand two sums, not 1",
        "(assert (<= X_0 1 2)) | 6:9: behind '<=' stand two sums, not 3",
        "(assert (<= X_1 1)) | 6:13: 'X_1' is no declared variable",
        "(assert (<= X_0[0] 1)) | 6:13: 'X_0' is no declared variable",
        "(assert (<= 1 2)) | 6:9: this compares numbers only",
        "(assert (<= (- X_0 X_0) 2)) | 6:9: this compares numbers only",
        "(assert (<= (* X_0 Y_0) 1)) | 6:13: a product of two variables is not linear",
        "(assert (<= (/ X_0 2) 1)) | 6:13: a sum begins with +, - or *",
        "(assert (<= (+) 1)) | 6:13: a sum begins with +, - or *",
        "(assert (== Y_0 1)) | 6:9: '==' can only give an input its value",
        "(assert (!= X_0 1)) | 6:9: '!=' can only give an input its value",
        "(assert (not (= X_0 1))) | 6:14: '=' can only give an input its value",
        "(assert (<= X_0 1e9999)) | 6:17: '1e9999' is no declared variable",
        "(assert (<= X_0 -1)) | 6:9: X_0 is at most -1 here, but at least 0 in line 3",
        "(assert (<= X_0 \"1\")) | 6:17: '\"1\"' is no number, variable or sum",
        "(assert (<= X_0 \"1)) | 6:17: this quotation mark has no second one",
        "(assert (<= X_0 [1 2])) | 6:20: between the numbers in brackets there are commas",
        "(assert (<= X_0 [-1])) | 6:18: in brackets stand whole numbers, not '-1'",
        "(assert (<= X_0 [1 | 6:17: this bracket is never closed",
        "(assert (<= X_0 1])) | 6:18: ']' does not belong here",
      })
  void wrongAssertionsAreRefusedWhereTheyAreWrong(String text, String message) {
    String found = refused(FLAT + text);
    assertTrue(found.contains(message), found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X [0, 1] 2 | X [0, 2] 2 | 6:62: 'X' has the shape [1, 2], and no element [0, 2]",
        "== Z 0.5 | == Z[0] 0.5 | 7:13: 'Z' has the shape [], so that an element of it has 0",
        "Y[2] | Y | 8:13: 'Y' has the shape [3], so that an element of it has 1 numbers",
        "<2.0> | 3 | 1:1: versions 1 and 2 can be read",
        "real [1, 2] | real | 3:3: write (declare-input X Real [1, 5])",
        "real [1, 2] | real [0, 2] | 3:25: there are 1 to 1000000 elements",
        "real [1, 2] | real [99999, 99999, 99999] | 3:25: there are 1 to 1000000 elements",
        "real [1, 2] | int8 [1, 2] | 3:20: the type is Real or a float such as float32, not 'int8'",
        "declare-input Z | declare-input X | 4:18: 'X' is declared twice",
        "declare-input Z | declare-hidden Z | 4:3: values inside of the network cannot be read",
        "(declare-input Z float32 []) | (equal-to g) | 4:3: properties of one network can be read",
        "declare-input Z | declare-state Z | 4:3: here stands declare-input or declare-output",
        "network f | network | 2:1: behind declare-network stands the name",
        "(assert (== Z 0.5)) | '; ' | 8:1: input Z has no least value in all cases up to here",
        "(== Z 0.5) | (<= Z 0.5) | 8:1: input Z has no least value",
        "(== Z 0.5) | (>= Z 0.5) | 8:1: input Z has no greatest value",
      })
  void wrongTensorsAreRefused(String from, String to, String message) {
    String text = TENSORS.replace(from, to);
    assertNotEquals(TENSORS, text);
    String found = refused(text);
    assertTrue(found.contains(message), found);
  }

  @Test
  void aSecondNetworkIsRefused() {
    String second = "(declare-network g (declare-input A real [1]) (declare-output B real [1]))\n";
    String message = refused(TENSORS.replaceFirst("(?=\\(assert)", second));
    assertTrue(message.startsWith("6:1: this is a second network"), message);
  }

  @Test
  void nothingOfOutputsIsNothing() {
    String message = refused(FLAT.replace("(assert (>= Y_0 2))", ""));
    assertTrue(message.startsWith("4:1: nothing is asserted of an output"), message);
  }

  @Test
  void numbersLeaveNothingOut() {
    String message = refused(FLAT.replace("Y_0", "Y_1"));
    assertTrue(message.startsWith("2:16: 'Y_1' is declared, but there are only 1"), message);
  }

  @Test
  void manyBoxesAreTooMany() {
    String or = "(assert (or (<= X_0 0.5) (>= X_0 0.25) (>= X_0 0.3)))\n";
    assertTrue(refused(FLAT + or.repeat(30)).contains("more than 100 boxes"));
  }

  @Test
  void deepFormulasAreTooDeep() {
    String deep = "(assert " + "(not ".repeat(300) + "(<= X_0 1)" + ")".repeat(301);
    assertTrue(refused(FLAT + deep).contains("more than 200 parentheses"));
  }

  @Test
  void compressedFilesAreNamed() {
    assertTrue(refused("\u001f\u008b\u0008").contains("unpack it with gzip -d"));
  }

  /** Whatever a file holds, the answer is a property or a place. */
  @Test
  void changedFilesGiveAPropertyOrAPlace() {
    SplittableRandom random = new SplittableRandom(2);
    String signs = "()[], \n;\"<=>XY_019.-e*+andor";
    int read = 0;
    for (int k = 0; k < 5000; k++) {
      StringBuilder text = new StringBuilder(k % 2 == 0 ? FLAT : TENSORS);
      for (int j = random.nextInt(3); j >= 0; j--) {
        char sign = signs.charAt(random.nextInt(signs.length()));
        text.setCharAt(random.nextInt(text.length()), sign);
      }
      try {
        VnnlibProperty.read(text.toString());
        read++;
      } catch (VnnlibException e) {
        assertTrue(e.getMessage().matches("[0-9]+:[0-9]+: .*"), e.getMessage());
      }
    }
    assertTrue(read > 50, "read " + read);
  }
}
