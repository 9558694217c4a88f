package surety.eclipse.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaTest {
  @TempDir Path folder;

  private Path jdk(String release) throws IOException {
    Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
    Files.createFile(java);
    assertTrue(java.toFile().setExecutable(true));
    if (release != null) {
      Files.writeString(folder.resolve("release"), release);
    }
    return java;
  }

  @Test
  void theOneThatRunsThisIsGoodEnough() {
    assertEquals("", Java.hindrance(""));
    assertEquals("", Java.hindrance(System.getProperty("java.home")));
  }

  @Test
  void aFolderOrItsExecutableCanBeNamed() throws IOException {
    Path java = jdk("IMPLEMENTOR=\"somebody\"\nJAVA_VERSION=\"17.0.1\"\n");
    assertEquals(java, Java.of(folder.toString()).program());
    assertEquals(java, Java.of(folder.resolve("bin").toString()).program());
    assertEquals(java, Java.of(java.toString()).program());
    assertEquals("", Java.hindrance(folder.toString()));
  }

  @Test
  void whatIsNotThereIsNamed() {
    String missing = folder.resolve("missing").toString();
    assertEquals("there is no Java at " + missing, Java.hindrance(missing));
    assertEquals("there is no Java at " + folder, Java.hindrance(folder.toString()));
    assertEquals("'a\0b' is no path", Java.hindrance("a\0b"));
  }

  @Test
  void whatCannotBeRunIsNoJava() throws IOException {
    Path file = Files.writeString(folder.resolve("java"), "text");
    assertEquals("there is no Java at " + file, Java.hindrance(folder.toString()));
  }

  @Test
  void anOldOneIsRefused() throws IOException {
    Path java = jdk("JAVA_VERSION=\"1.8.0_392\"\n");
    String old = java + " is Java 8, but it has to be 17 or newer";
    assertEquals(old, Java.hindrance(folder.toString()));
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"11.0.2\"");
    assertEquals(old.replace("8,", "11,"), Java.hindrance(java.toString()));
    Path link = Files.createSymbolicLink(folder.resolve("link"), java);
    assertTrue(Java.hindrance(link.toString()).contains("Java 11"));
  }

  @Test
  void oneThatDoesNotSayItsVersionIsTried() throws IOException {
    Path java = jdk(null);
    assertEquals("", Java.hindrance(java.toString()));
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=unknown");
    assertEquals("", Java.hindrance(java.toString()));
  }
}
