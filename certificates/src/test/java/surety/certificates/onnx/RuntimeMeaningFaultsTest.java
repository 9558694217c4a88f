package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;

/** Graphs that may be understood as other functions than the runtime computes. */
class RuntimeMeaningFaultsTest {

  /**
   * The text of the standard once said that the input is not reduced, which some programs take for
   * the identity, and came to say that the function is applied to each number. So it is refused, or
   * it is what the runtime computes.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"ReduceL1", "ReduceL2", "ReduceSumSquare", "ReduceLogSum", "ReduceLogSumExp"})
  void programsDisagreeAboutAReductionOverNoAxes(String operator) throws Exception {
    byte[] file =
        Onnx.network(
            18,
            3,
            Onnx.initializer(Onnx.longs("a")),
            Onnx.node(operator, "x, a", Onnx.intAttribute("noop_with_empty_axes", 1)));
    float[] theirs = OnnxRuntime.run(file, new float[] {-0.5f, 1.5f, 3}, 1, 3);
    Network network;
    try {
      network = OnnxReader.read(file);
    } catch (NetworkFormatException e) {
      return; // refusing it is right, too
    }
    double[] ours = network.evaluate(new double[] {-0.5, 1.5, 3});
    assertArrayEquals(new double[] {theirs[0], theirs[1], theirs[2]}, ours, 1e-5);
  }

  private static Proto external(Proto tensor, String length) {
    String[] entries = {"location", "data.bin", "offset", "0", "length", length};
    for (int i = 0; i < entries.length; i += 2) {
      tensor.message(13, new Proto().string(1, entries[i]).string(2, entries[i + 1]));
    }
    return tensor.varint(14, 1);
  }

  private static void requireRefused(byte[] file, int bytes) {
    Map<String, byte[]> files = Map.of("data.bin", new byte[bytes]);
    assertThrows(NetworkFormatException.class, () -> OnnxReader.readNamed(file, files, Stop.NEVER));
  }

  /** The runtime takes the file, which is not even among those that the digest covers. */
  @Test
  void sparseValuesBothInsideAndInAnotherFileAreRefused() {
    Proto values = Onnx.header("w", Onnx.FLOAT, 2).float32(4, 1).float32(4, 2);
    Proto sparse =
        new Proto()
            .message(1, external(values, "8"))
            .message(2, Onnx.longs("", 0, 1))
            .varint(3, 2)
            .varint(3, 1);
    requireRefused(
        Onnx.network(2, new Proto().message(15, sparse), Onnx.node("MatMul", "x, w")), 8);
  }

  /** They are part of what the digest covers, but are not read. */
  @Test
  void sparseValuesInAnotherFileAreRefused() throws Exception {
    for (int part = 1; part <= 2; part++) {
      Proto values = Onnx.header("w", Onnx.FLOAT, 2);
      Proto indices = Onnx.header("", 7, 2);
      Proto sparse =
          new Proto()
              .message(1, part == 1 ? external(values, "8") : values.float32(4, 1).float32(4, 2))
              .message(2, part == 2 ? external(indices, "16") : Onnx.longs("", 0, 1))
              .varint(3, 2)
              .varint(3, 1);
      byte[] file = Onnx.network(2, new Proto().message(15, sparse), Onnx.node("MatMul", "x, w"));
      assertEquals(Set.of("data.bin"), OnnxReader.dataFiles(file));
      requireRefused(file, 16);
    }
  }

  /** As other weights are. */
  @Test
  void quantizedWeightsBothInsideAndInAnotherFileAreRefused() {
    Proto weights = Onnx.header("q", 3, 2, 1).bytes(9, new byte[] {1, 2});
    requireRefused(
        Onnx.network(
            2,
            Onnx.initializer(external(weights, "2")),
            Onnx.initializer(Onnx.floats("s", Onnx.dims(), 1)),
            Onnx.node("d", "DequantizeLinear", "q, s", "w"),
            Onnx.node("MatMul", "x, w")),
        2);
  }
}
