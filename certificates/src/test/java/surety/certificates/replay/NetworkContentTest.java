package surety.certificates.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.nnet.NnetFiles;
import surety.certificates.nnet.NnetReader;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.onnx.OnnxFiles;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.rejection.ProblemRejection;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;

class NetworkContentTest {
  @Test
  void theContentSaysWhichFormatItIs() throws NetworkFormatException {
    assertEquals(
        OnnxReader.read(OnnxFiles.corner()),
        NetworkContent.of(OnnxFiles.corner()).network(Stop.NEVER));
    assertEquals(
        NnetReader.read(NnetFiles.small(), Stop.NEVER),
        NetworkContent.of(NnetFiles.small()).network(Stop.NEVER));
  }

  @Test
  void aMessageIsOfTheFormatThatTheFileBeginsLike() {
    assertTrue(refused("7,5,5,50,\n").startsWith("Line 1: 7 layers"));
    assertFalse(refused("a text").startsWith("Line"), refused("a text"));
    assertTrue(refused("").contains("it is empty"));
  }

  private static String refused(String text) {
    byte[] file = text.getBytes(StandardCharsets.US_ASCII);
    return assertThrows(
            NetworkFormatException.class, () -> NetworkContent.of(file).network(Stop.NEVER))
        .getMessage();
  }

  @TempDir private Path folder;

  private NetworkContent load(byte[] model) throws IOException {
    return NetworkContent.load(Files.write(folder.resolve("net.onnx"), model), Files::readAllBytes);
  }

  private void write(String name, float... values) throws IOException {
    Files.write(folder.resolve(name), OnnxFiles.data(values));
  }

  @Test
  void aNetworkInOneFileHasTheDigestOfThatFile() throws IOException {
    for (byte[] file : List.of(OnnxFiles.corner(), NnetFiles.small(), new byte[] {1, 2, 3})) {
      NetworkContent content = load(file);
      assertTrue(content.data().isEmpty());
      assertEquals(Sha256.of(file), content.digest(Stop.NEVER));
    }
  }

  @Test
  void otherFilesAreLoadedAndCountToTheDigest() throws IOException {
    byte[] model = OnnxFiles.external("w.bin", "b.bin");
    write("w.bin", 9, 2, -3, 9);
    write("b.bin", 0.5f);
    NetworkContent content = load(model);
    assertEquals(List.of("b.bin", "w.bin"), List.copyOf(content.data().keySet()));
    double[] y = content.network(Stop.NEVER).evaluate(new double[] {1, 1});
    assertArrayEquals(new double[] {-0.5}, y);
    String text =
        Sha256.of(model)
            + "\n"
            + Sha256.of(OnnxFiles.data(0.5f))
            + "\n"
            + Sha256.of(OnnxFiles.data(9, 2, -3, 9))
            + "\n";
    assertEquals(Sha256.of(text.getBytes(StandardCharsets.US_ASCII)), content.digest(Stop.NEVER));
  }

  @Test
  void whateverChangesGivesAnotherDigest() throws IOException {
    byte[] model = OnnxFiles.external("w", "b");
    write("w", 9, 2, -3, 9);
    write("b", 0.5f);
    Set<String> digests = new HashSet<>();
    assertTrue(digests.add(load(model).digest(Stop.NEVER)));
    write("b", 0.25f);
    assertTrue(digests.add(load(model).digest(Stop.NEVER)));
    write("b", 0.5f);
    assertFalse(digests.add(load(model).digest(Stop.NEVER)));
    write("w", 8, 2, -3, 9); // what the network does not use counts, too
    assertTrue(digests.add(load(model).digest(Stop.NEVER)));
    assertTrue(digests.add(NetworkContent.of(model).digest(Stop.NEVER)));
    write("w", 0.5f);
    write("b", 9, 2, -3, 9);
    assertTrue(digests.add(load(model).digest(Stop.NEVER)));
    assertTrue(digests.add(load(OnnxFiles.external("b", "w")).digest(Stop.NEVER)));
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    write("w", 1);
    byte[] model = OnnxFiles.external("w", "b");
    Files.createDirectory(folder.resolve("b")); // a folder is no file
    String message = assertThrows(NetworkFormatException.class, () -> load(model)).getMessage();
    assertEquals(
        "the model keeps data in the file 'b', which is not beside it; put it there", message);
  }

  @Test
  void nothingOutsideOfTheFolderIsRead() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    write("w", 9, 2, -3, 9);
    Path file = Files.write(inner.resolve("n.onnx"), OnnxFiles.external("../w", "../w"));
    NetworkContent content = NetworkContent.load(file, Files::readAllBytes);
    assertTrue(content.data().isEmpty());
    assertThrows(NetworkFormatException.class, () -> content.network(Stop.NEVER));
  }

  /** The certificate of one network says nothing of one whose weights were exchanged. */
  @Test
  void aReplayRefusesOtherWeights() throws IOException {
    write("w", 0, 1, 1);
    write("b", 0);
    NetworkContent content = load(OnnxFiles.external("w", "b"));
    Statement property = Certificates.property();
    Statement statement =
        new Statement(content.digest(Stop.NEVER), property.inputs(), 1, property.claim());
    byte[] certificate = Certificates.certificate(statement);
    InputStream in = new ByteArrayInputStream(certificate);
    String before = Replay.run(statement, List.of(content), in, 1).toString();
    assertFalse(before.contains("OtherNetwork"), before);
    write("b", 0.001f);
    NetworkContent swapped = load(OnnxFiles.external("w", "b"));
    ReplayResult result =
        Replay.run(statement, List.of(swapped), new ByteArrayInputStream(certificate), 1);
    assertEquals(ReplayVerdict.INVALID, result.replay());
    assertTrue(result.reason().orElseThrow() instanceof ProblemRejection.OtherNetwork);
  }
}
