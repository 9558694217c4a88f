package surety.eclipse.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCommandTest {
  @TempDir Path folder;

  private static ServerUnavailable refusal(String setting, Path jar) {
    return assertThrows(ServerUnavailable.class, () -> ServerCommand.of(setting, jar));
  }

  @Test
  void theJavaThatRunsThisStartsTheJar() throws IOException {
    Path jar = Files.createFile(folder.resolve("with blank.jar"));
    Path options = Files.createFile(folder.resolve("server.options"));
    List<String> words = ServerCommand.of("", jar).words();
    assertTrue(words.get(0).startsWith(System.getProperty("java.home")), words.get(0));
    assertEquals("@" + options, words.get(1));
    assertEquals(
        List.of("-jar", jar.toString(), "language-server"),
        words.subList(words.size() - 3, words.size()));
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Path jar = folder.resolve("surety.jar");
    assertTrue(refusal("", jar).details().contains("surety.jar"));
    Files.createFile(jar);
    assertTrue(refusal("", jar).details().contains("server.options"));
    assertTrue(refusal("", jar).getMessage().contains("install the plug-in again"));
  }

  @Test
  void aMissingJavaIsNamed() throws IOException {
    Path jar = Files.createFile(folder.resolve("a.jar"));
    ServerUnavailable refusal = refusal(folder.resolve("jdk").toString(), jar);
    assertEquals("there is no Java at " + folder.resolve("jdk"), refusal.details());
    assertTrue(refusal.getMessage().contains("preferences"), refusal.getMessage());
  }
}
