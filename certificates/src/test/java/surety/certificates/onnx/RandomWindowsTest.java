package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;

/** Seeded convolutions and pools against a naive exact twin, and against ONNX Runtime. */
class RandomWindowsTest {
  private static final int MODELS = 150;

  static Stream<LongFunction<RandomWindows>> kinds() {
    return Stream.of(
        RandomWindows::convolution,
        RandomWindows::transposed,
        RandomWindows::average,
        RandomWindows::greatest);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theyAreWhatTheStandardSays(LongFunction<RandomWindows> kind) {
    int read = 0;
    for (long seed = 0; seed < MODELS; seed++) {
      RandomWindows model = kind.apply(seed);
      if (!model.isRead()) {
        assertThrows(NetworkFormatException.class, () -> OnnxReader.read(model.file()));
        continue;
      }
      read++;
      Network network = read(model);
      SplittableRandom random = new SplittableRandom(seed);
      Rational[] x = new Rational[model.inputs()];
      Arrays.setAll(x, i -> Rational.ofDouble((float) random.nextDouble(-3, 3)));
      assertArrayEquals(model.evaluate(x), network.evaluateExactly(x), model.toString());
    }
    assertTrue(read > MODELS / 3, "only " + read);
  }

  private static Network read(RandomWindows model) {
    try {
      return OnnxReader.read(model.file());
    } catch (NetworkFormatException e) {
      throw new AssertionError(model.toString(), e);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theyAreWhatOnnxRuntimeComputes(LongFunction<RandomWindows> kind) throws Exception {
    for (long seed = MODELS; seed < 2 * MODELS; seed++) {
      RandomWindows model = kind.apply(seed);
      if (!model.isRun()) {
        continue;
      }
      try {
        OnnxRuntime.assertAgrees(model.file(), seed, 1, model.inputs());
      } catch (OrtException | AssertionError e) {
        throw new AssertionError(seed + ": " + model + ": " + e.getMessage(), e);
      }
    }
  }
}
