package surety.eclipse.equinox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {

  @TempDir Path folder;

  @Test
  void aJarWithASymbolicNameIsABundle() throws IOException {
    Path jar =
        Jars.jar(
            folder.resolve("a.jar"),
            Map.of("Bundle-SymbolicName", "a.b; singleton:=true", "Bundle-Version", " 1.2.0 "));
    assertEquals(Optional.of(new Bundle(jar, "a.b", "1.2.0", false)), Bundle.read(jar));
  }

  @Test
  void aFragmentIsRecognised() throws IOException {
    Path jar =
        Jars.jar(
            folder.resolve("f.jar"), Map.of("Bundle-SymbolicName", "f", "Fragment-Host", "a.b"));
    assertTrue(Bundle.read(jar).orElseThrow().fragment());
  }

  @Test
  void aFolderWithAManifestIsABundle() throws IOException {
    Files.createDirectories(folder.resolve("classes/META-INF"));
    Files.writeString(
        folder.resolve("classes/META-INF/MANIFEST.MF"),
        "Manifest-Version: 1.0\nBundle-SymbolicName: c\n");
    Bundle bundle = Bundle.read(folder.resolve("classes")).orElseThrow();
    assertEquals("c", bundle.name());
    assertEquals("0.0.0", bundle.version());
    assertFalse(bundle.fragment());
  }

  @Test
  void plainJarsAndFoldersAreNone() throws IOException {
    assertTrue(Bundle.read(Jars.jar(folder.resolve("p.jar"), Map.of(), "x/Y.class")).isEmpty());
    assertTrue(Bundle.read(folder).isEmpty());
  }

  @Test
  void whatCannotBeReadIsAnError() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
    assertThrows(IOException.class, () -> Bundle.read(text));
    assertThrows(IOException.class, () -> Bundle.read(folder.resolve("missing.jar")));
  }
}
