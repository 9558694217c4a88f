package surety.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.network.Network;
import surety.certificates.onnx.OnnxReader;
import surety.cli.report.CommandSchemas;

class BoundNetworkCommandTest {
  private static final String BOX = "[0,1] x [-0.5,2]";

  @TempDir private Path folder;
  private Path network;
  private Path output;

  @BeforeEach
  void create() throws IOException {
    network = folder.resolve("net.onnx");
    output = folder.resolve("bounds");
    Files.write(network, TinyNetwork.linear(new float[][] {{1, -0.5f}, {2, 0}}));
  }

  private CommandRun run(Object... more) {
    Object[] all = new Object[more.length + 2];
    all[0] = "bound-network";
    all[1] = network;
    System.arraycopy(more, 0, all, 2, more.length);
    return CommandRun.of(all);
  }

  private void assertRefused(int status, String message, CommandRun run) {
    assertEquals(status, run.status(), run.err());
    assertTrue(run.err().contains(message), run.err());
    assertEquals("", run.out());
    assertFalse(Files.exists(output.resolve("net-lower.onnx")));
    assertFalse(Files.exists(output.resolve("net-upper.onnx")));
  }

  @Test
  void writesBothNetworks() throws IOException {
    CommandRun run = run("--input", BOX, "--output", output);
    assertEquals(0, run.status(), run.err());
    assertEquals("BOUNDED: " + network + " over [0, 1] x [-0.5, 2], 10 segments", run.firstLine());
    Network original = OnnxReader.read(Files.readAllBytes(network));
    for (String name : List.of("net-lower.onnx", "net-upper.onnx")) {
      byte[] file = Files.readAllBytes(output.resolve(name));
      double[] x = {0.25, 1};
      assertArrayEquals(original.evaluate(x), OnnxReader.read(file).evaluate(x));
    }
    try (var files = Files.list(output)) {
      assertEquals(2, files.count(), "nothing but the two");
    }
    assertTrue(run.out().contains("y[1]     0 "), run.out());
  }

  @Test
  void jsonKeepsToTheSchema() throws IOException {
    CommandRun run = run("--input=[0,1]^2", "--output", output, "--segments=4", "--format", "json");
    assertEquals(0, run.status(), run.err());
    CommandSchemas.BOUNDING.assertValid(run.out());
    assertTrue(run.out().contains("\"segments\" : 4"), run.out());
  }

  @Test
  void aNetworkThatBendsGetsBoundsOnEitherSide() throws IOException {
    Files.write(network, TinyNetwork.activated(new float[][] {{1, -0.5f}, {2, 0}}, "Tanh"));
    CommandRun run = run("--input", BOX, "--output", output, "--segments", "5");
    assertEquals(0, run.status(), run.err());
    Network lower = OnnxReader.read(Files.readAllBytes(output.resolve("net-lower.onnx")));
    Network upper = OnnxReader.read(Files.readAllBytes(output.resolve("net-upper.onnx")));
    for (double t = 0; t <= 1; t += 0.125) {
      double[] x = {t, 2.5 * t - 0.5};
      double[] sums = {x[0] + 2 * x[1], -0.5 * x[0]};
      for (int i = 0; i < 2; i++) {
        double value = Math.tanh(sums[i]);
        assertTrue(lower.evaluate(x)[i] <= value && value <= upper.evaluate(x)[i]);
        assertEquals(lower.evaluate(x)[i], upper.evaluate(x)[i], 0.1);
      }
    }
  }

  @Test
  void anActivationThatIsNotDefinedIsBadInput() throws IOException {
    Files.write(network, TinyNetwork.activated(new float[][] {{1, -0.5f}, {2, 0}}, "Log"));
    CommandRun run = run("--input", BOX, "--output", output);
    assertRefused(3, "neuron 1 of activation layer 1: it is log of a number in [-1.0, 5.0]", run);
    assertTrue(run.err().contains("take a smaller box"), run.err());
    assertTrue(run.err().contains("--bounding adaptive"), run.err());
  }

  @Test
  void anAbsoluteValueIsItsOwnBound() throws IOException {
    Files.write(network, TinyNetwork.activated(new float[][] {{1, -0.5f}, {2, 0}}, "Abs"));
    CommandRun run = run("--input", BOX, "--output", output);
    assertEquals(0, run.status(), run.err());
    Network lower = OnnxReader.read(Files.readAllBytes(output.resolve("net-lower.onnx")));
    for (double t = 0; t <= 1; t += 0.125) {
      double[] x = {t, 2.5 * t - 0.5};
      assertEquals(Math.abs(x[0] + 2 * x[1]), lower.evaluate(x)[0]);
      assertEquals(Math.abs(-0.5 * x[0]), lower.evaluate(x)[1]);
    }
  }

  @Test
  void aBoxBeyondFloatsIsBadInput() throws IOException {
    Files.write(network, TinyNetwork.activated(new float[][] {{1, -0.5f}, {2, 0}}, "Sigmoid"));
    CommandRun run = run("--input=[0,1e40]^2", "--output", output);
    assertRefused(3, "take a smaller box", run);
  }

  @Test
  void aSecondRunReplacesTheFilesByTheSame() throws IOException {
    run("--input", BOX, "--output", output);
    byte[] first = Files.readAllBytes(output.resolve("net-upper.onnx"));
    assertEquals(0, run("--input", BOX, "--output", output).status());
    assertArrayEquals(first, Files.readAllBytes(output.resolve("net-upper.onnx")));
  }

  @ParameterizedTest
  @CsvSource({
    "0, it must be 1 to 1024",
    "-3, it must be 1 to 1024",
    "1025, it must be 1 to 1024",
    "ten, is not a whole number",
    "99999999999, is not a whole number up to 2147483647"
  })
  void segmentsOutOfBoundsAreWrongUsage(String segments, String message) {
    assertRefused(2, message, run("--input", BOX, "--output", output, "--segments=" + segments));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0,1",
        "[0,1] x",
        "[0,1] [0,1]",
        "[0,1] x (0,1)",
        "[0;1] x [0,1]",
        "[0,1] x [0]",
        "[0,1] x [0,1,2]",
        "[0,1]^-1",
        "[0,1]^two",
        "x"
      })
  void whatIsNoBoxIsWrongUsage(String box) {
    assertRefused(2, "is not a box", run("--input=" + box, "--output", output));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[0,1] x [0,inf]|is unbounded",
        "[-Infinity,1] x [0,1]|is unbounded",
        "[0,1] x [1,0]|is empty",
        "[NaN,1] x [0,1]|'NaN' is not a number",
        "[0,1] x [a,b]|'a' is not a number",
        "[0,1] x [0,1/0]|denominator",
        "[0,1] x [0,1e400]|is too large",
        "[0,1]^0|no sides",
        "[0,1]^999999|more than 100000",
        "[0,1]|has 1 side, but",
        "[0,1]^3|has 3 sides, but"
      })
  void boxesThatDoNotFitAreWrongUsage(String box, String message) {
    assertRefused(2, message, run("--input=" + box, "--output", output));
  }

  @Test
  void missingOptionsAreWrongUsage() {
    assertRefused(2, "--input", run("--output", output));
    assertRefused(2, "--output", run("--input", BOX));
  }

  @Test
  void aNetworkThatCannotBeReadIsBadInput() throws IOException {
    network = folder.resolve("missing.onnx");
    assertRefused(3, "there is no such network", run("--input", BOX, "--output", output));
    network = folder;
    assertRefused(3, "is a folder", run("--input", BOX, "--output", output));
    network = folder.resolve("net.onnx");
    Files.writeString(network, "no network at all", StandardCharsets.UTF_8);
    assertRefused(
        3, "this is a text file, not an ONNX file", run("--input", BOX, "--output", output));
    assertFalse(Files.exists(output), "nothing was made");
  }

  @Test
  void anOutputThatCannotBeWrittenIsWrongUsage() throws IOException {
    Files.writeString(output, "a file", StandardCharsets.UTF_8);
    assertRefused(2, "cannot be written", run("--input", BOX, "--output", output));
    Path below = output.resolve("below");
    assertRefused(2, "cannot be written", run("--input", BOX, "--output", below));
  }

  @ParameterizedTest
  @CsvSource({"net-lower.onnx, net-upper.onnx", "net-upper.onnx, net-lower.onnx"})
  void ifOneFileCannotBeWrittenThereIsNeither(String blocked, String other) throws IOException {
    Files.createDirectories(output.resolve(blocked).resolve("full"));
    CommandRun run = run("--input", BOX, "--output", output);
    assertEquals(2, run.status());
    assertTrue(run.err().contains("cannot be written"), run.err());
    assertFalse(Files.exists(output.resolve(other)));
  }
}
