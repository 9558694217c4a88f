package surety.eclipse.equinox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {

  @TempDir Path folder;

  @Test
  void bundlesAreTakenAndOtherJarsLeftOut() throws IOException {
    Bundle bundle = Jars.bundle(folder, "a.b");
    Path plain = Jars.jar(folder.resolve("plain.jar"), Map.of(), "x/Y.class");
    assertEquals(List.of(bundle), bundles(bundle.path() + File.pathSeparator + plain + "\n"));
  }

  @Test
  void theJarsOfBatikBecomeOneBundle() throws IOException {
    Path css = Jars.jar(folder.resolve("batik-css-1.17.jar"), Map.of(), "org/apache/A.class");
    Path sac = Jars.jar(folder.resolve("xml-apis-ext-1.jar"), Map.of(), "org/w3c/css/sac/S.class");
    List<Bundle> bundles = bundles(css + File.pathSeparator + sac);
    assertEquals(1, bundles.size());
    assertEquals("org.apache.batik.css", bundles.get(0).name());
    assertTrue(Files.exists(folder.resolve("made/org.apache.batik.css.jar")));
  }

  @Test
  void aJarThatIsNotThereIsAnError() {
    assertThrows(IOException.class, () -> bundles(folder.resolve("missing.jar").toString()));
  }

  private List<Bundle> bundles(String classPath) throws IOException {
    Path file = Files.writeString(folder.resolve("bundles.txt"), classPath);
    return ClassPath.bundles(file, folder.resolve("made"));
  }
}
