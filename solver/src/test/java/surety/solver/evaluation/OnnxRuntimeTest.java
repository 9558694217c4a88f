package surety.solver.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.replay.NetworkContent;
import surety.solver.Networks;
import surety.solver.evaluation.RuntimeEstimate.Computed;
import surety.solver.evaluation.RuntimeEstimate.Format;
import surety.solver.evaluation.RuntimeEstimate.Unavailable;
import surety.solver.onnx.OnnxWriteException;
import surety.solver.onnx.OnnxWriter;

class OnnxRuntimeTest {
  private static byte[] example(String file) {
    try {
      return Files.readAllBytes(Path.of("../examples/" + file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] written(Network network) {
    try {
      return OnnxWriter.write(network, "test");
    } catch (OnnxWriteException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RuntimeEstimate estimate(byte[] model, List<Rational> inputs, int outputs) {
    return OnnxRuntime.estimate(NetworkContent.of(model), inputs, outputs);
  }

  @Test
  void anNnetFileIsNotAsked() {
    byte[] nnet = "// NNet\n".getBytes(StandardCharsets.US_ASCII);
    Unavailable unavailable = assertInstanceOf(Unavailable.class, estimate(nnet, numbers("1"), 1));
    assertEquals("ONNX Runtime reads ONNX files, and this is an NNet file", unavailable.reason());
  }

  private static List<Rational> numbers(String... texts) {
    return Arrays.stream(texts).map(Rational::parse).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"iris/iris-relu.onnx", "iris/iris-tanh.onnx"})
  void isCloseToTheFunctionOverTheReals(String file) throws IOException {
    byte[] model = example(file);
    List<Rational> inputs = numbers("0.2", "0.8");
    Network network = OnnxReader.read(model);
    Computed computed =
        assertInstanceOf(Computed.class, estimate(model, inputs, network.outputs()));
    assertEquals(Format.FLOAT32, computed.format());
    assertEquals(List.of((double) 0.2f, (double) 0.8f), computed.inputs());
    Evaluation exact = Evaluation.of(network, inputs);
    for (int j = 0; j < network.outputs(); j++) {
      assertEquals(exact.enclosures().get(j).middle(), computed.outputs().get(j), 1e-5);
    }
  }

  /** What float32 makes of 2^24 + 1, which is no float: the estimate is not the exact value. */
  @Test
  void roundsAsTheFormatDoes() {
    byte[] model = written(Networks.linear(0, 1));
    Computed computed = assertInstanceOf(Computed.class, estimate(model, numbers("16777217"), 1));
    assertEquals(List.of(16777216.0), computed.outputs());
  }

  @Test
  void anOverflowIsAResult() {
    byte[] model = written(Networks.linear(0, 2));
    Computed computed = assertInstanceOf(Computed.class, estimate(model, numbers("3e38"), 1));
    assertEquals(List.of(Double.POSITIVE_INFINITY), computed.outputs());
  }

  @Test
  void whatIsNoModelIsRefusedInWords() {
    Unavailable unavailable =
        assertInstanceOf(Unavailable.class, estimate(new byte[] {1, 2, 3}, numbers("1"), 1));
    assertTrue(
        unavailable.reason().startsWith("ONNX Runtime refuses the network: "),
        unavailable.reason());
  }

  @Test
  void anotherNumberOfInputsOrOutputsIsSaid() {
    byte[] model = written(Networks.maximum());
    Unavailable inputs = assertInstanceOf(Unavailable.class, estimate(model, numbers("1"), 1));
    assertTrue(inputs.reason().startsWith("ONNX Runtime refuses"), inputs.reason());
    Unavailable outputs =
        assertInstanceOf(Unavailable.class, estimate(model, numbers("1", "2"), 3));
    assertEquals("ONNX Runtime gives 1 outputs instead of 3", outputs.reason());
  }

  /** Without its jar, as on a platform without its library, there is a sentence and no error. */
  @Test
  void withoutTheRuntimeThereIsASentence() throws ReflectiveOperationException, IOException {
    URL[] classes = {
      OnnxRuntime.class.getProtectionDomain().getCodeSource().getLocation(),
      Rational.class.getProtectionDomain().getCodeSource().getLocation()
    };
    try (URLClassLoader alone = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
      Class<?> content = alone.loadClass(NetworkContent.class.getName());
      Object empty = content.getMethod("of", byte[].class).invoke(null, new byte[0]);
      Object estimate =
          alone
              .loadClass(OnnxRuntime.class.getName())
              .getMethod("estimate", content, List.class, int.class)
              .invoke(null, empty, List.of(), 1);
      assertEquals("Unavailable", estimate.getClass().getSimpleName());
      assertTrue(
          estimate.toString().contains("native library cannot be loaded on "), estimate.toString());
    }
  }

  @Test
  void theInnermostReasonIsTheOneThatIsSaid() {
    LinkageError error =
        new ExceptionInInitializerError(
            new IllegalStateException("outer", new IOException("no library for this platform")));
    String reason = ((Unavailable) OnnxRuntime.notLoaded(error)).reason();
    assertTrue(reason.contains("no library for this platform"), reason);
    assertTrue(reason.contains(System.getProperty("os.arch")), reason);
  }
}
