package surety.language.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFolderTest {
  @TempDir private Path folder;

  @Test
  void liesBesideTheSpecification() throws IOException {
    CertificateFolder certificates = CertificateFolder.beside(folder.resolve("my spec.sure"));
    certificates.prepare();
    assertEquals(
        Optional.of(folder.resolve("certificates").resolve("my spec.rare.cert")),
        certificates.write("rare", new byte[] {1}));
  }

  @Test
  void isCreatedWhereWanted() throws IOException {
    Path chosen = folder.resolve("a").resolve("b");
    CertificateFolder certificates = CertificateFolder.of(Path.of("spec.text"), chosen);
    certificates.prepare();
    certificates.write("rare", new byte[] {1});
    assertTrue(Files.exists(chosen.resolve("spec.text.rare.cert")));
  }

  @Test
  void writesNothingIfNoneAreWanted() throws IOException {
    CertificateFolder certificates = CertificateFolder.none();
    certificates.prepare();
    assertEquals(Optional.empty(), certificates.write("rare", new byte[] {1}));
    assertEquals(Optional.empty(), certificates.file("rare"));
    assertEquals(List.of(), certificates.files());
  }

  @Test
  void aFileInItsPlaceIsReported() throws IOException {
    Path file = Files.write(folder.resolve("certificates"), new byte[] {7});
    CertificateFolder certificates = CertificateFolder.beside(folder.resolve("s.sure"));
    IOException failure = assertThrows(IOException.class, certificates::prepare);
    assertEquals("a file is in its place", FileReasons.of(failure));
    assertFalse(Files.isDirectory(file));
  }

  @Test
  void findsItsOwnAndNoOthers() throws IOException {
    CertificateFolder certificates = CertificateFolder.beside(folder.resolve("s.sure"));
    assertEquals(List.of(), certificates.files());
    certificates.prepare();
    Path b = certificates.write("b", new byte[] {1}).orElseThrow();
    Path a = certificates.write("a", new byte[] {1}).orElseThrow();
    CertificateFolder.beside(folder.resolve("s.t.sure")).write("a", new byte[] {1});
    CertificateFolder.beside(folder.resolve("st.sure")).write("a", new byte[] {1});
    Files.write(folder.resolve("certificates").resolve(".s.a.cert.77.tmp"), new byte[] {1});
    Files.write(folder.resolve("certificates").resolve("s..cert"), new byte[] {1});
    Files.write(folder.resolve("certificates").resolve("s.cert"), new byte[] {1});
    assertEquals(List.of(a, b), certificates.files());
  }
}
