package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFolderTest {
  @TempDir private Path folder;

  @Test
  void liesBesideTheSpecification() throws Exception {
    CertificateFolder certificates = CertificateFolder.of(folder.resolve("my spec.sure"), null);
    certificates.prepare();
    assertEquals(
        Optional.of(folder.resolve("certificates").resolve("my spec.rare.cert")),
        certificates.write("rare", new byte[] {1}));
  }

  @Test
  void isCreatedWhereWanted() throws Exception {
    Path chosen = folder.resolve("a").resolve("b");
    CertificateFolder certificates = CertificateFolder.of(Path.of("spec.text"), chosen);
    certificates.prepare();
    certificates.write("rare", new byte[] {1});
    assertTrue(Files.exists(chosen.resolve("spec.text.rare.cert")));
  }

  @Test
  void writesNothingIfNoneAreWanted() throws Exception {
    CertificateFolder certificates = CertificateFolder.none();
    certificates.prepare();
    assertEquals(Optional.empty(), certificates.write("rare", new byte[] {1}));
  }

  @Test
  void aFileInItsPlaceIsReported() throws IOException {
    Path file = Files.write(folder.resolve("certificates"), new byte[] {7});
    CertificateFolder certificates = CertificateFolder.of(folder.resolve("s.sure"), null);
    Failure failure = assertThrows(Failure.class, certificates::prepare);
    assertEquals(ExitStatus.USAGE, failure.status());
    assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
    assertTrue(failure.getMessage().contains("--no-certificates"), failure.getMessage());
    assertFalse(Files.isDirectory(file));
  }
}
