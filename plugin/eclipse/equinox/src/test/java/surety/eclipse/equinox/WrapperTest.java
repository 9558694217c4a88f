package surety.eclipse.equinox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrapperTest {

  @TempDir Path folder;
  private List<Path> plain;

  @BeforeEach
  void twoJars() throws IOException {
    plain =
        List.of(
            Jars.jar(
                folder.resolve("1.jar"), Map.of(), "x/A.class", "x/y/B.class", "META-INF/K.SF"),
            Jars.jar(
                folder.resolve("2.jar"), Map.of(), "x/A.class", "z/C.class", "module-info.class"));
  }

  @Test
  void allPackagesAreExportedSomeWithAVersion() throws IOException {
    Path target = folder.resolve("new/w.jar");
    Bundle bundle = Wrapper.wrap("w", "1.0.0", plain, Map.of("x.y", "1.3.0"), target);
    assertEquals(new Bundle(target, "w", "1.0.0", false), bundle);
    try (JarFile jar = new JarFile(target.toFile())) {
      assertEquals(
          "x,x.y;version=\"1.3.0\",z",
          jar.getManifest().getMainAttributes().getValue("Export-Package"));
    }
  }

  @Test
  void theFirstOfTwoFilesCountsAndSignaturesAreLeftOut() throws IOException {
    Path target = folder.resolve("w.jar");
    Wrapper.wrap("w", "1.0.0", plain, Map.of(), target);
    try (JarFile jar = new JarFile(target.toFile())) {
      byte[] contents = jar.getInputStream(jar.getEntry("x/A.class")).readAllBytes();
      assertEquals("1.jar x/A.class", new String(contents, StandardCharsets.UTF_8));
      assertNull(jar.getEntry("META-INF/K.SF"));
      assertNull(jar.getEntry("module-info.class"));
    }
  }

  @Test
  void theSameJarsGiveTheSameBytes() throws IOException {
    Path one = folder.resolve("one.jar");
    Path two = folder.resolve("two.jar");
    Wrapper.wrap("w", "1.0.0", plain, Map.of(), one);
    Wrapper.wrap("w", "1.0.0", plain, Map.of(), two);
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
  }

  @Test
  void aMissingJarIsAnError() {
    List<Path> missing = List.of(folder.resolve("missing.jar"));
    assertThrows(
        IOException.class,
        () -> Wrapper.wrap("w", "1.0.0", missing, Map.of(), folder.resolve("w.jar")));
  }
}
