package surety.language.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import surety.language.Samples;

/** Several networks: their inputs are the same, and it is clear which one is meant. */
class TogetherValidatorTest {
  private static final String NETWORKS =
      """
      semantics real;
      network A = "net.onnx" { input a, b; output c, d; }
      network B = "net.onnx" { input a, b; output c, e; }
      network C = "net.onnx";
      network W = "wide.onnx";
      distribution D for A { a = 1; b ~ Uniform(0, 1); }
      distribution E for A, B, C { a = 1; b ~ Uniform(0, 1); }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("wrong")
  void saysWhatIsWrong(String text, List<String> messages) throws IOException {
    assertEquals(messages, new Samples(folder).messages(NETWORKS + text));
  }

  @ParameterizedTest
  @MethodSource("right")
  void saysNothing(String text) throws IOException {
    assertEquals(List.of(), new Samples(folder).messages(NETWORKS + text));
  }

  private static Stream<Arguments> wrong() {
    return Stream.of(WRONG);
  }

  private static final Arguments[] WRONG = {
    arguments(
        "query q: P(c > 0) = ? under E;",
        List.of("8:12 name.ambiguous 'c' stands in networks A and B; write A.c or B.c")),
    arguments(
        "query q: P(y[0] > 0) = ? under E;",
        List.of(
            "8:12 name.ambiguous 'y[0]' stands in networks A and B and C; write A.y[0] or B.y[0] or C.y[0]")),
    arguments(
        "query q: P(C.y[2] > 0) = ? under E;",
        List.of("8:14 index.range y[2] does not exist; the outputs of network C are y[0] to y[1]")),
    arguments(
        "query q: P(A.e > 0) = ? under E;",
        List.of("8:14 unknown.output network A has no output 'e'; its outputs are c, d")),
    arguments(
        "query q: P(B.c > 0) = ? under D;",
        List.of("8:12 unknown.network the distribution here is not for network 'B'; it is for A")),
    arguments(
        "query q: P(zz > 0) = ? under E;",
        List.of(
            "8:12 unknown.output none of the networks A, B, C has an output 'zz'; the names here are c, d, e")),
    arguments(
        "query q: P(argmax(A) != argmax(B)) = ? under E;",
        List.of(
            "8:25 event.class the outputs of networks A and B are not the same, so that their classes cannot be compared; they need the same names in the same order")),
    arguments(
        "query q: P(argmax(B) == d) = ? under E;",
        List.of("8:25 unknown.output network B has no output 'd'; its outputs are c, e")),
    arguments(
        "query q: P(argmax(B) == A.c) = ? under E;",
        List.of("8:25 event.class 'A.c' is no output of network B; the classes are c, e")),
    arguments(
        "query q: P(argmax(B) == c) = ? under D;",
        List.of("8:19 unknown.network the distribution here is not for network 'B'; it is for A")),
    arguments(
        "event f = a > 0; query q: P(f) = ? under D;",
        List.of("8:11 name.ambiguous 'a' stands in networks A and B; write A.a or B.a")),
    arguments(
        "event f = x[0] > 0; query q: P(f) = ? under D;",
        List.of(
            "8:11 name.ambiguous 'x[0]' stands in networks A and B and C and W; write A.x[0] or B.x[0] or C.x[0] or W.x[0]")),
    arguments(
        "event f = e > 0; query q: P(f) = ? under D;",
        List.of(
            "8:29 event.network event f is about network B, which the distribution here is not for; it is for A")),
    arguments(
        "event f = B.e > 0; event g = f; query q: P(not g) = ? under D;",
        List.of(
            "8:48 event.network event g is about network B, which the distribution here is not for; it is for A")),
    arguments(
        "distribution F for A, A { a = 1; b = 1; } query q: P(d > 0) = ? under D;",
        List.of("8:23 network.together network A is given twice; name it once")),
    arguments(
        "distribution F for A, W { a = 1; b = 1; } query q: P(d > 0) = ? under D;",
        List.of(
            "8:23 network.together network A has 2 inputs, and network W has 12; networks of one distribution have the same")),
    arguments(
        "distribution F for A, Z { a = 1; b = 1; } query q: P(d > 0) = ? under D;",
        List.of(
            "8:23 unknown.network network 'Z' is not declared; the networks here are A, B, C, W")),
    arguments(
        "network S = \"net.onnx\" { input b, a; }"
            + " distribution F for A, S { a = 1; b = 1; } query q: P(d > 0) = ? under D;",
        List.of(
            "8:62 network.together the inputs of networks A and S have other names, or another order; networks of one distribution have the same")),
  };

  private static Stream<String> right() {
    return Stream.of(
        "query q: P(e > 0 and d > 0 and A.c > B.c and C.y[1] > 0) = ? under E;",
        "query q: P(a > 0 and b > 0.5 or b < 1) = ? under E;",
        "query q: P(argmax(A) == c and argmax(B) == c and argmax(C) == y[1]) = ? under E;",
        "query q: P(argmax(A) != argmax(C)) = ? under E;",
        "event f = A.a > 0 and d > 0; query q: P(f) = ? under D;",
        "event f = B.a > 0 and argmax(B) in {c, e}; query q: P(f | e > 0) = ? under E;");
  }
}
