package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MissingOperatorsTest {
  private static String refused(Proto... fields) {
    byte[] file = Onnx.network(13, 2, fields);
    return Refusal.of(file);
  }

  private static Proto node(String operator, String inputs, String output) {
    return Onnx.node(output, operator, inputs, output);
  }

  @Test
  void allAreNamedInTheOrderOfTheGraph() {
    String message =
        refused(
            node("LSTM", "x", "a"),
            node("Relu", "a", "b"),
            node("Einsum", "b", "c"),
            node("GRU", "c, a", "y"));
    assertTrue(
        message.startsWith(
            "3 operators are not supported: LSTM (node 'a'), Einsum (node 'c'), GRU (node 'y');"
                + " instead of Einsum write "),
        message);
    assertTrue(message.contains("; instead of LSTM, GRU write "), message);
    assertTrue(message.contains("; supported are Abs, Add, "), message);
  }

  @Test
  void whatTheOutputDoesNotNeedIsNotMissing() {
    String message = refused(node("LSTM", "x", "a"), node("GRU", "x", "y"));
    assertTrue(message.startsWith("Operator GRU (node 'y') is not supported;"), message);
  }

  @Test
  void ofSeveralOutputsAllAreNamed() {
    Proto second = Onnx.output("z", Onnx.FLOAT);
    String message =
        refused(node("LSTM", "x", "a"), node("GRU", "a", "y"), node("Einsum", "x", "z"), second);
    assertTrue(
        message.startsWith(
            "3 operators are not supported: LSTM (node 'a'), GRU (node 'y'), Einsum (node 'z');"),
        message);
  }

  @Test
  void ofALabelAndItsProbabilitiesBothGo() {
    String message =
        refused(node("Hardmax", "x", "z"), node("ArgMax", "x", "y"), Onnx.output("z", Onnx.FLOAT));
    assertTrue(message.contains("leave the Hardmax and the ArgMax at the end off"), message);
  }

  @Test
  void ofSeveralEndsAllAreNamed() {
    String message =
        refused(
            Onnx.input("w", Onnx.FLOAT, 1, 2),
            Onnx.output("z", Onnx.FLOAT),
            node("ArgMax", "x", "z"),
            node("Add", "x, w", "y"));
    assertTrue(message.contains("leave the ArgMax at the end off"), message);
  }

  @Test
  void manyOutputsOfOneLongChainCostLittle() {
    Proto graph = new Proto();
    String value = "x";
    for (int i = 0; i < 20_000; i++) {
      graph.append(node("Identity", value, "v" + i));
      value = "v" + i;
      graph.append(Onnx.output(value, Onnx.FLOAT));
    }
    String message =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> refused(graph, node("GRU", "x", "y")));
    assertTrue(message.startsWith("Operator GRU (node 'y') is not supported;"), message);
  }

  @Test
  void manyAreCounted() {
    Proto graph = new Proto();
    String value = "x";
    for (int i = 0; i < 50; i++) {
      graph.append(node("GRU", value, "v" + i));
      value = "v" + i;
    }
    String message = refused(graph, node("Relu", value, "y"));
    assertTrue(message.contains("50 operators"), message);
    assertTrue(message.contains("GRU (node 'v19') and 30 more;"), message);
    assertFalse(message.contains("'v20'"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ArgMax", "Hardmax"})
  void scoresAreComparedBeforeTheEnd(String operator) {
    String hint = "leave the " + operator + " at the end off and compare the scores before it";
    assertTrue(refused(node(operator, "x", "y")).contains(hint));
    assertTrue(
        refused(node(operator, "x", "a"), node("Squeeze", "a", "b"), node("Cast", "b", "y"))
            .contains(hint));
    assertFalse(refused(node(operator, "x", "a"), node("Relu", "a", "y")).contains("leave the"));
  }

  @Test
  void anArgMaxGoesAlsoBehindASoftmax() {
    String message = refused(node("Softmax", "x", "a"), node("ArgMax", "a", "y"));
    assertTrue(message.contains("leave the ArgMax at the end off"), message);
    assertTrue(message.startsWith("Operator ArgMax (node 'y') is not supported"), message);
  }

  @ParameterizedTest
  @CsvSource({
    "CumSum, write MatMul with a triangular matrix of ones",
    "MeanVarianceNormalization, 'write ReduceMean, Sub, '",
    "Tan, 'write Sin, Cos and Div'",
    "Cosh, 'write Exp, Neg, Add or Sub, and Mul'"
  })
  void someAreWrittenDifferently(String operator, String way) {
    String message = refused(node(operator, "x", "y"));
    assertTrue(message.contains("; instead of " + operator + " " + way), message);
  }

  @ParameterizedTest
  @CsvSource({
    "com.microsoft, FusedMatMul, export the network without the optimisations of ONNX Runtime",
    "com.microsoft.nchwc, Conv, export the network without the optimisations of ONNX Runtime",
    "ai.onnx.ml, ZipMap, 'export the scores alone, without labels'",
    "ai.onnx.ml, Scaler, write Sub and Mul"
  })
  void thoseOfOtherDomainsHaveWaysOfTheirOwn(String domain, String operator, String way) {
    String message = refused(inDomain(domain, operator));
    String name = domain + "." + operator;
    assertTrue(message.startsWith("Operator " + name + " (node number 0)"), message);
    assertTrue(message.contains("; instead of " + name + " " + way), message);
  }

  @ParameterizedTest
  @CsvSource({"com.microsoftware, Conv", "com.acme, Einsum", "com.acme, ZipMap"})
  void ofUnknownDomainsNoWayIsKnown(String domain, String operator) {
    assertFalse(refused(inDomain(domain, operator)).contains("instead of"), domain);
  }

  private static Proto inDomain(String domain, String operator) {
    Proto node = new Proto().string(1, "x").string(2, "y").string(4, operator).string(7, domain);
    return new Proto().message(1, node);
  }

  @Test
  void convolutionsAreNotMissing() {
    String message = refused(node("Conv", "x, x", "a"), node("LSTM", "a", "y"));
    assertTrue(message.startsWith("Operator LSTM (node 'y') is not supported;"), message);
    assertFalse(message.contains("convolutions"), message);
    assertTrue(message.contains(" Conv, ConvTranspose, "), message);
  }

  @Test
  void circlesDoNotMatter() {
    assertTrue(refused(node("ArgMax", "y", "y")).contains("ArgMax"));
    assertTrue(refused(node("Identity", "y", "y")).contains("cycle"));
    assertEquals(refused(node("GRU", "b", "y"), node("GRU", "y", "b")).indexOf("2 operators"), 0);
  }
}
