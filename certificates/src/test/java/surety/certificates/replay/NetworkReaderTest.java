package surety.certificates.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import surety.certificates.nnet.NnetFiles;
import surety.certificates.nnet.NnetReader;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.onnx.OnnxFiles;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.stop.Stop;

class NetworkReaderTest {
  @Test
  void theContentSaysWhichFormatItIs() throws NetworkFormatException {
    assertEquals(
        OnnxReader.read(OnnxFiles.corner()), NetworkReader.read(OnnxFiles.corner(), Stop.NEVER));
    assertEquals(
        NnetReader.read(NnetFiles.small(), Stop.NEVER),
        NetworkReader.read(NnetFiles.small(), Stop.NEVER));
  }

  @Test
  void aMessageIsOfTheFormatThatTheFileBeginsLike() {
    assertTrue(refused("7,5,5,50,\n").startsWith("Line 1: 7 layers"));
    assertFalse(refused("a text").startsWith("Line"), refused("a text"));
    assertTrue(refused("").contains("it is empty"));
  }

  private static String refused(String text) {
    byte[] file = text.getBytes(StandardCharsets.US_ASCII);
    return assertThrows(NetworkFormatException.class, () -> NetworkReader.read(file, Stop.NEVER))
        .getMessage();
  }
}
