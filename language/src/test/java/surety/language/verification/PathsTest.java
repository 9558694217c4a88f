package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PathsTest {
  @Test
  void oneFileHasOneKey() {
    Path key = Paths.key(Path.of("net.onnx"));
    assertEquals(key, Paths.key(Path.of("folder", "..", "net.onnx")));
    assertEquals(key, Paths.key(key));
    assertEquals(key, Path.of("").toAbsolutePath().resolve("net.onnx"));
  }
}
