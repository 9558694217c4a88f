package surety.eclipse.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCommandTest {
  @TempDir Path folder;

  @Test
  void theJavaThatRunsThisStartsTheJar() throws IOException {
    Path jar = Files.createFile(folder.resolve("with blank.jar"));
    ServerCommand command = ServerCommand.of(jar);
    assertTrue(command.hindrance().contains("server.options"), command.hindrance());
    Path options = Files.createFile(folder.resolve("server.options"));
    assertEquals("", command.hindrance());
    assertEquals("@" + options, command.words().get(1));
    List<String> words = command.words();
    assertEquals(
        List.of("-jar", jar.toString(), "language-server"),
        words.subList(words.size() - 3, words.size()));
  }

  @Test
  void aMissingJarIsNamed() {
    ServerCommand command = ServerCommand.of(folder.resolve("missing.jar"));
    assertTrue(command.hindrance().contains("missing.jar"), command.hindrance());
  }

  @Test
  void aMissingJavaIsNamed() throws IOException {
    Path jar = Files.createFile(folder.resolve("a.jar"));
    ServerCommand command = new ServerCommand(folder.resolve("bin/java"), jar);
    assertTrue(command.hindrance().contains("there is no Java"), command.hindrance());
  }
}
