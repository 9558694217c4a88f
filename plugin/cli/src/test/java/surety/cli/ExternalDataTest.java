package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network whose weights are in a file beside it. */
class ExternalDataTest {
  private static final String SPECIFICATION =
      """
      semantics real;
      network Net = "models/net.onnx" { input x; output y; }
      distribution D for Net { x ~ Uniform(0, 1); }
      property low: P(y <= 1) in [0.49999, 0.50001] under D;
      """;

  @TempDir private Path folder;
  private Path weights;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    Path models = Files.createDirectory(folder.resolve("models"));
    Files.write(models.resolve("net.onnx"), TinyNetwork.external("net.onnx.data"));
    weights = models.resolve("net.onnx.data");
    Files.write(weights, bytes(2));
    file = Files.writeString(folder.resolve("net.sure"), SPECIFICATION);
  }

  private static byte[] bytes(float weight) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(weight).array();
  }

  private CommandRun replay() {
    Path certificate = folder.resolve("certificates").resolve("net.low.cert");
    return CommandRun.of("replay", "--specification", file, "--certificate", certificate);
  }

  @Test
  void isCheckedAndReplayed() {
    CommandRun check = CommandRun.of("check", file);
    assertEquals(0, check.status(), check.out() + check.err());
    CommandRun replay = replay();
    assertEquals(0, replay.status(), replay.out() + replay.err());
  }

  @Test
  void otherWeightsAreAnotherNetwork() throws IOException {
    assertEquals(0, CommandRun.of("check", file).status());
    Files.write(weights, bytes(2.0001f));
    CommandRun replay = replay();
    assertEquals(4, replay.status(), replay.out() + replay.err());
    assertTrue(replay.out().contains("network"), replay.out());
  }

  @Test
  void onnxRuntimeGetsTheWeightsToo() {
    CommandRun run = CommandRun.of("run", file, "--input", "0.25");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("y       0.5             0.5"), run.out());
    assertTrue(run.out().contains("float32"), run.out());
    assertTrue(!run.out().contains("note"), run.out());
  }

  @Test
  void missingWeightsAreNamed() throws IOException {
    Files.delete(weights);
    CommandRun run = CommandRun.of("check", file);
    assertEquals(3, run.status());
    assertTrue(
        run.err()
            .contains(
                "is refused: the model keeps data in the file 'net.onnx.data', which is not beside"
                    + " it; put it there"),
        run.err());
  }

  @Test
  void weightsThatAreCutShortAreRefused() throws IOException {
    Files.write(weights, new byte[3]);
    CommandRun run = CommandRun.of("check", file);
    assertEquals(3, run.status());
    assertTrue(run.err().contains("Tensor 'w': its shape [1, 1] needs 1 elements"), run.err());
  }

  @Test
  void weightsElsewhereAreRefused() throws IOException {
    Files.write(folder.resolve("models").resolve("net.onnx"), TinyNetwork.external("../w"));
    Files.write(folder.resolve("w"), bytes(2));
    CommandRun run = CommandRun.of("check", file);
    assertEquals(3, run.status());
    assertTrue(run.err().contains("its data is in another file, '../w'"), run.err());
  }
}
