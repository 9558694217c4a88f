package surety.language.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.replay.Sha256;

class FileDigestTest {
  @TempDir private Path folder;

  @Test
  void isThatOfAllBytes() throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    for (int size : new int[] {0, 1, 65_535, 65_536, 65_537, 300_000}) {
      byte[] content = new byte[size];
      random.nextBytes(content);
      Path file = Files.write(folder.resolve("f"), content);
      assertEquals(Sha256.of(content), FileDigest.sha256(file));
    }
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        FileDigest.sha256(Files.writeString(folder.resolve("abc"), "abc")));
  }

  @Test
  void whatIsNotThereHasNone() {
    assertThrows(IOException.class, () -> FileDigest.sha256(folder.resolve("none")));
    assertThrows(IOException.class, () -> FileDigest.sha256(folder));
  }
}
