package surety.certificates.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.statement.RegionStatement;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;

/**
 * Old certificates replay for ever: what is in {@code archive} is never made anew, only added to.
 */
class ArchiveTest {
  private static byte[] file(String name) throws IOException {
    try (InputStream in = ArchiveTest.class.getResourceAsStream("/archive/" + name)) {
      return in.readAllBytes();
    }
  }

  private static String text(String name) throws IOException {
    return new String(file(name), StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @CsvSource({
    "2/iris.low, 2/iris-relu.onnx",
    "2/iris.scores, 2/iris-relu.onnx",
    "2/iris-tanh.coarse, 2/iris-tanh.onnx"
  })
  void replays(String name, String network) throws IOException, StatementException {
    ReplayResult result =
        Replay.run(
            Statement.parse(text(name + ".statement")),
            List.of(NetworkContent.of(file(network))),
            new ByteArrayInputStream(file(name + ".cert")),
            2);
    assertEquals(Optional.empty(), result.reason());
    assertEquals(ReplayVerdict.VALID, result.replay());
  }

  @Test
  void replaysRegions() throws IOException, StatementException {
    RegionReplayResult result =
        RegionReplay.run(
            RegionStatement.parse(text("2/regions.statement")),
            NetworkContent.of(file("2/iris-relu.onnx")),
            new ByteArrayInputStream(file("2/regions.cert")),
            region -> {},
            Stop.NEVER);
    assertEquals(Optional.empty(), result.reason());
    assertEquals(ReplayVerdict.VALID, result.replay());
  }
}
