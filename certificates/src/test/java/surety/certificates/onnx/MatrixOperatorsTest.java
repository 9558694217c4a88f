package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MatrixOperatorsTest {

  private static Proto constant(SplittableRandom random, String name, long... dims) {
    int size = (int) Arrays.stream(dims).reduce(1, (a, b) -> a * b);
    return Onnx.initializer(Onnx.floats(name, dims, random.doubles(size, -2, 2).toArray()));
  }

  /** Dimensions in front of a matrix, of a length that is random and some of them left out. */
  private static long[] shape(SplittableRandom random, long[] batch, long rows, long columns) {
    int left = random.nextInt(batch.length + 1);
    long[] some =
        IntStream.range(left, batch.length)
            .mapToLong(i -> random.nextInt(3) == 0 ? 1 : batch[i])
            .toArray();
    long[] dims = Arrays.copyOf(some, some.length + 2);
    dims[some.length] = rows;
    dims[some.length + 1] = columns;
    return dims;
  }

  @Test
  void factorsOfEveryShapeAreThoseOfOnnxRuntime() throws Exception {
    SplittableRandom random = new SplittableRandom(11);
    for (int seed = 0; seed < 120; seed++) {
      long[] batch = random.longs(random.nextInt(3), 1, 4).toArray();
      int rows = random.nextInt(1, 4);
      int inner = random.nextInt(1, 4);
      int columns = random.nextInt(1, 4);
      boolean isFirst = random.nextBoolean();
      boolean isVector = random.nextInt(5) == 0;
      long[] left = shape(random, batch, rows, inner);
      long[] right = shape(random, batch, inner, columns);
      long[] x = isVector ? Onnx.dims(inner) : isFirst ? left : right;
      int size = (int) Arrays.stream(x).reduce(1, (a, b) -> a * b);
      byte[] file =
          Pictures.file(
              13,
              new long[] {1, size},
              Pictures.longs("shape", x),
              constant(random, "w", isFirst ? right : left),
              Onnx.node("r", "Reshape", "x, shape", "a"),
              Onnx.node("MatMul", isFirst ? "a, w" : "w, a"));
      try {
        OnnxRuntime.assertAgrees(file, seed, 1, size);
      } catch (AssertionError e) {
        throw new AssertionError(Arrays.toString(left) + Arrays.toString(right) + isFirst, e);
      }
    }
  }

  @Test
  void eachPartOfAGemmMayBeComputed() throws Exception {
    SplittableRandom random = new SplittableRandom(12);
    for (int seed = 0; seed < 64; seed++) {
      Proto[] attributes = {
        Onnx.intAttribute("transA", seed & 1),
        Onnx.intAttribute("transB", seed >> 1 & 1),
        Onnx.floatAttribute("alpha", seed % 3 == 0 ? 1 : 0.7f),
        Onnx.floatAttribute("beta", seed % 5 == 0 ? 1 : -1.3f)
      };
      String a = (seed & 4) == 0 ? "v" : "m";
      String b = (seed & 8) == 0 ? "w" : "r";
      String c = (seed & 16) == 0 && !(a + b).equals("vw") ? "c" : "r";
      byte[] file =
          Pictures.file(
              13,
              new long[] {1, 4},
              Pictures.longs("shape", 2, 2),
              constant(random, "v", 2, 2),
              constant(random, "w", 2, 2),
              constant(random, "c", 1, 2),
              Onnx.node("s", "Reshape", "x, shape", "m"),
              Onnx.node("t", "Relu", "m", "r"),
              Onnx.node("Gemm", String.join(",", a, b, c), attributes));
      OnnxRuntime.assertAgrees(file, seed, 1, 4);
    }
  }

  private static Arguments wrong(String operator, String inputs, String fragment) {
    SplittableRandom random = new SplittableRandom(1);
    byte[] file =
        Pictures.file(
            13,
            new long[] {1, 4},
            constant(random, "several", 3, 4, 2),
            constant(random, "odd", 3, 2, 2),
            constant(random, "matrix", 4, 2),
            constant(random, "scalar"),
            Pictures.longs("shape", 2, 1, 4),
            Onnx.node("j", "Concat", "x, x", "both", Onnx.intAttribute("axis", 0)),
            Onnx.node("s", "Reshape", "both, shape", "two"),
            Onnx.node("t", "Relu", "x", "r"),
            Onnx.node(operator, inputs));
    return Arguments.of(file, fragment);
  }

  static Stream<Arguments> allWrong() {
    return Stream.of(
        wrong("MatMul", "two, several", "the shapes [2] and [3] do not broadcast"),
        wrong("MatMul", "x, odd", "[1, 4] cannot be multiplied by one of shape [3, 2, 2]"),
        wrong("MatMul", "odd, x", "[3, 2, 2] cannot be multiplied by one of shape [1, 4]"),
        wrong("MatMul", "x, scalar", "[1, 4] cannot be multiplied by one of shape []"),
        wrong("MatMul", "scalar, x", "[] cannot be multiplied by one of shape [1, 4]"),
        wrong("MatMul", "x, r", "[1, 4] cannot be multiplied by one of shape [1, 4]"),
        wrong("Gemm", "x, several", "shape [3, 4, 2]; put a Flatten before it"),
        wrong("Gemm", "two, matrix", "shape [2, 1, 4]; put a Flatten before it"),
        wrong("Gemm", "x, r", "cannot be multiplied"),
        wrong("Gemm", "x, matrix, x", "[1, 2] and [1, 4] do not broadcast"),
        wrong("Gemm", "x, matrix, two", "do not broadcast"));
  }

  @ParameterizedTest
  @MethodSource("allWrong")
  void whatIsWrongIsRefused(byte[] file, String fragment) {
    String message = Refusal.of(file);
    assertTrue(message.contains(fragment), message);
  }
}
