package surety.language.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.language.OnnxSample;

class NetworkProposalTest {
  @TempDir private Path folder;

  private NetworkProposal read(int inputs, int outputs) throws IOException {
    return NetworkProposal.read(
        Files.write(folder.resolve("a-net.onnx"), OnnxSample.linear(inputs, outputs)));
  }

  private String refusal(Path file) {
    String message = assertThrows(IOException.class, () -> NetworkProposal.read(file)).getMessage();
    assertTrue(message.startsWith(file.toString()), message);
    assertTrue(message.lines().count() == 1, message);
    return message.substring(file.toString().length());
  }

  @Test
  void aFewInputsAndOutputsHaveNames() throws IOException {
    NetworkProposal proposal = read(2, 3);
    assertEquals("ANet", proposal.name());
    assertEquals(List.of("x0", "x1"), proposal.inputs());
    assertEquals(List.of("y0", "y1", "y2"), proposal.outputs());
    assertTrue(proposal.description().startsWith("2 inputs, 3 outputs, 6 weights and biases"));
    assertTrue(proposal.description().contains("1. affine, 2 to 3"), proposal.description());
    assertTrue(proposal.description().contains("SHA-256 `"), proposal.description());
  }

  private NetworkProposal cut(String least, String greatest) throws IOException {
    return NetworkProposal.read(
        Files.writeString(
            folder.resolve("cut.nnet"),
            """
            // a network in the NNet format
            1,2,1,2,
            2,1,
            0,
            0.0,%s,
            12.50,%s,
            0.0,0.0,0.0,
            1.0,1.0,1.0,
            1.0,1.0,
            0.0,
            """
                .formatted(least, greatest)));
  }

  @Test
  void rangesThatANetworkStatesAreProposed() throws IOException {
    assertEquals(
        List.of(
            new Choice("x0", "Uniform(0, 12.5)"), new Choice("x1", "Uniform(-3.141593, 3.141593)")),
        cut("-3.141593", "3.141593").choices());
    assertEquals("Uniform(-1e29, 0.00001)", cut("-1e29", "1e-5").distributions().get(1));
    assertEquals("= 7", cut("7.0", "7").distributions().get(1));
    assertEquals("= 0", cut("-0.0", "0").distributions().get(1));
  }

  @Test
  void otherInputsAreBetween0And1() throws IOException {
    List<String> unknown = List.of("Uniform(0, 1)", "Uniform(0, 1)");
    assertEquals(unknown, read(2, 3).distributions());
    assertEquals(unknown.get(0), cut("-3.4e38", "3.4e38").distributions().get(1));
    assertEquals(unknown.get(0), cut("0", "1e30").distributions().get(1));
    assertEquals(unknown.get(0), cut("-1e30", "0").distributions().get(1));
    assertEquals("x[783]", read(784, 10).choices().get(783).name());
  }

  @Test
  void rangesThatAreNoNumbersAreRefused() throws IOException {
    for (String wrong : List.of("inf", "Infinity", "nan", "", "0.0,1.0")) {
      String message = assertThrows(IOException.class, () -> cut("0", wrong)).getMessage();
      assertTrue(message.contains("Line 6"), message);
      assertTrue(message.contains("the inputs' greatest values"), message);
    }
    String message = assertThrows(IOException.class, () -> cut("2", "1")).getMessage();
    assertTrue(message.contains("is less than its least one"), message);
  }

  private NetworkProposal crossed(String first, int size, String second, String third)
      throws IOException {
    byte[] file = OnnxSample.crossed(first, size, second, third);
    return NetworkProposal.read(Files.write(folder.resolve("crossed.onnx"), file));
  }

  @Test
  void severalInputsAndOutputsKeepTheirNames() throws IOException {
    NetworkProposal proposal = crossed("image", 2, "speed", "same");
    assertEquals(List.of("image_0", "image_1", "speed"), proposal.inputs());
    assertEquals(List.of("rectified", "same_0", "same_1"), proposal.outputs());
    String description = proposal.description();
    assertTrue(description.contains("inputs: `image[0]`, `image[1]`, `speed`\n"), description);
    assertTrue(description.contains("outputs: `rectified`, `same[0]`, `same[1]`\n"), description);
  }

  @Test
  void namesThatASpecificationCannotHaveAreNumbers() throws IOException {
    List<String> numbers = List.of("x0", "x1", "x2");
    assertEquals(numbers, crossed("image", 2, "2nd", "same").inputs());
    assertEquals(numbers, crossed("image", 2, "property", "same").inputs());
    assertEquals(numbers, crossed("image", 2, "image_1", "same").inputs());
    // an output of the same name as an input
    NetworkProposal clash = crossed("image", 1, "a.b", "a_b");
    assertEquals(List.of("x0", "x1"), clash.inputs());
    assertEquals(List.of("y0", "y1"), clash.outputs());
    assertEquals(List.of("layer_in", "speed"), crossed("layer.in", 1, "speed", "z").inputs());
  }

  @Test
  void manyAreCounted() throws IOException {
    NetworkProposal proposal = read(784, 10);
    assertEquals("x[783]", proposal.inputs().get(783));
    assertEquals("y9", proposal.outputs().get(9));
    assertEquals("x299", read(300, 1).inputs().get(299));
    assertEquals("x[300]", read(301, 1).inputs().get(300));
  }

  @Test
  void tooManyAreRefused() throws IOException {
    Path file = Files.write(folder.resolve("wide.onnx"), OnnxSample.linear(10_001, 1));
    assertEquals(
        " has 10001 inputs, and each needs a line of its own; the most are 10000", refusal(file));
    assertEquals(10_000, read(1, 20_000).outputs().size());
  }

  @ParameterizedTest
  @CsvSource({
    "iris.onnx,Iris",
    "iris-relu.onnx,IrisRelu",
    "iris_relu v2.ONNX,IrisReluV2",
    "2nets.onnx,Net2nets",
    ".onnx,Net",
    "---,Net",
    "größe.onnx,GroE",
    "網路.onnx,Net",
    "a\"b'c.onnx,ABC",
    "p.onnx,P",
    "model.pb,ModelPb",
  })
  void theFileGivesTheName(String file, String name) {
    assertEquals(name, NetworkProposal.name(file));
  }

  @Test
  void whatIsNoNetworkIsRefused() throws IOException {
    assertEquals(" is a folder; name the .onnx file itself", refusal(folder));
    assertEquals(
        " cannot be read: there is no such file or folder", refusal(folder.resolve("no.onnx")));
    Path text = Files.writeString(folder.resolve("text.onnx"), "this is text");
    assertEquals(
        " is refused: this is a text file, not an ONNX file; name the .onnx file itself",
        refusal(text));
    Path empty = Files.writeString(folder.resolve("empty.onnx"), "");
    assertEquals(" is refused: this file is empty; export the network again", refusal(empty));
    byte[] network = OnnxSample.linear(2, 2);
    Path cut = Files.write(folder.resolve("cut.onnx"), java.util.Arrays.copyOf(network, 40));
    assertTrue(refusal(cut).startsWith(" is refused: Not a readable ONNX file"));
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    Path huge = folder.resolve("huge.onnx");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength((1L << 30) + 1);
    }
    assertEquals(" cannot be read: it is larger than 1024 MB", refusal(huge));
  }
}
