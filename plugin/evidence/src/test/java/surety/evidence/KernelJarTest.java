package surety.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelJarTest {
  @TempDir private Path folder;

  @Test
  void startsTheKernel() throws Exception {
    Path jar = Files.write(folder.resolve("kernel.jar"), KernelJar.bytes());
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "--help")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    assertTrue(said.startsWith("usage: java -jar certificates.jar"), said);
  }

  @Test
  void isTheSameEachTime() throws EvidenceException {
    assertArrayEquals(KernelJar.bytes(), KernelJar.bytes());
  }

  @Test
  void namesItsMainClass() throws EvidenceException, IOException {
    try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(KernelJar.bytes()))) {
      assertEquals(
          "surety.certificates.replay.Main",
          jar.getManifest().getMainAttributes().getValue("Main-Class"));
    }
  }
}
