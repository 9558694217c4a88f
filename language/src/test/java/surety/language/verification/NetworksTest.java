package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.replay.Sha256;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;
import surety.language.DataFile;
import surety.language.OnnxSample;

class NetworksTest {
  private static final byte[] CONTENT = OnnxSample.linear(2, 3);

  @TempDir private Path folder;
  private final Networks networks = new Networks(Stop.NEVER);
  private Path file;
  private DataFile made;

  @BeforeEach
  void write() throws IOException {
    file = Files.write(folder.resolve("net.onnx"), CONTENT);
    made = new DataFile(file, Sha256.of(CONTENT));
  }

  @Test
  void aFileIsReadOnce() throws UnusableNetworkException, IOException {
    assertEquals(2, networks.of(made).inputs());
    Files.delete(file);
    assertSame(networks.of(made), networks.of(made));
  }

  @Test
  void aModelIsTheFileAndTheNetworkInIt() throws UnusableNetworkException {
    List<Networks.Model> models = networks.models(List.of(made, made));
    assertEquals(2, models.size());
    assertArrayEquals(CONTENT, models.get(1).content().file());
    assertEquals(3, models.get(1).network().outputs());
    assertArrayEquals(CONTENT, networks.content(made).file());
  }

  @Test
  void anotherDigestIsRefusedAlsoOfWhatWasReadBefore() throws UnusableNetworkException {
    DataFile other = new DataFile(file, Sha256.of(new byte[0]));
    assertThrows(OtherNetworkException.class, () -> networks.content(other));
    assertThrows(OtherNetworkException.class, () -> networks.models(List.of(made, other)));
    assertThrows(OtherNetworkException.class, () -> networks.of(other));
    networks.of(made);
    String message =
        assertThrows(OtherNetworkException.class, () -> networks.of(other)).getMessage();
    assertTrue(message.startsWith(file + " is not the one"), message);
  }

  @Test
  void whatIsNoNetworkIsNamed() throws IOException {
    byte[] text = "hello".getBytes(StandardCharsets.UTF_8);
    Files.write(file, text);
    DataFile hello = new DataFile(file, Sha256.of(text));
    String message =
        assertThrows(UnusableNetworkException.class, () -> networks.of(hello)).getMessage();
    assertTrue(message.startsWith(file + ": this is a text file"), message);
    Path missing = folder.resolve("missing.onnx");
    String reason =
        assertThrows(UnusableNetworkException.class, () -> networks.content(missing)).getMessage();
    assertEquals(missing + ": there is no such file or folder", reason);
  }

  @Test
  void whatNobodyWantsIsNotRead() {
    Networks stopped = new Networks(() -> true);
    assertThrows(StoppedException.class, () -> stopped.of(made));
    assertThrows(StoppedException.class, () -> stopped.content(file));
  }
}
