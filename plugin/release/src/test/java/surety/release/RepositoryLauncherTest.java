package surety.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher at the top of the repository, with a Maven and a Java that only pretend. */
class RepositoryLauncherTest {
  @TempDir private Path folder;
  private Sandbox sandbox;
  private Path root;
  private Path launcher;

  @BeforeEach
  void checkOut() throws IOException {
    root = Files.createDirectories(folder.resolve("the repository"));
    launcher = copy("surety");
    copy("plugin/cli/src/main/launch/surety");
    copy("pom.xml");
    sandbox =
        new Sandbox(folder)
            .with(
                "sh", "readlink", "sed", "find", "head", "mkdir", "touch", "cat", "mv", "rm", "cp")
            .set("JAVA_HOME", Sandbox.fakeJava(folder.resolve("java"), "17.0.9").toString())
            .withScript(
                "mvn",
                "printf '%s ' mvn \"$@\"",
                "touch plugin/cli/target/surety.jar",
                "cp plugin/cli/src/main/launch/surety plugin/cli/target/");
  }

  private Path copy(String name) throws IOException {
    Path copy = root.resolve(name);
    Files.createDirectories(copy.getParent());
    Files.copy(Path.of("../..").resolve(name), copy);
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
    return copy;
  }

  @Test
  void buildsOnceAndStartsWhatItBuilt() throws IOException {
    sandbox.set("SURETY_MAVEN_OPTS", "-o -Dx=y");
    Run first = sandbox.run(launcher, "check", "a b").expecting(0);
    assertEquals("building Surety (first use, takes two or three minutes)...\n", first.err());
    Path target = root.resolve("plugin/cli/target");
    assertTrue(first.out().endsWith("-jar\n" + target + "/surety.jar\ncheck\na b\n"), first.out());
    String log = Files.readString(target.resolve("launcher.log"));
    assertTrue(log.contains(" package -pl plugin/cli -am -o -Dx=y "), log);
    assertTrue(Files.exists(target.resolve("surety-17.0.9.jsa")));
    assertEquals("", sandbox.run(launcher, "check").expecting(0).err());
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws IOException {
    sandbox.run(launcher, "check").expecting(0);
    Path old = root.resolve("plugin/cli/target/surety-16.0.jsa");
    Files.createFile(old);
    Files.setLastModifiedTime(
        root.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));
    Run again = sandbox.run(launcher, "check").expecting(0);
    assertEquals("building Surety (a source has changed)...\n", again.err());
    assertFalse(Files.exists(old), "an archive of classes that were");
  }

  @Test
  void aBuildThatFailsShowsWhatMavenSaid() throws IOException {
    sandbox.withScript("mvn2", "echo broken; exit 1");
    Files.move(
        folder.resolve("tools/mvn2"),
        folder.resolve("tools/mvn"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Run run = sandbox.run(launcher, "check").expecting(1);
    assertTrue(
        run.err().endsWith("broken\nsurety: the build failed; the messages of Maven are above\n"),
        run.err());
    assertEquals("", run.out());
  }

  @Test
  void withoutAJavaNothingIsBuilt() {
    Run run = sandbox.set("JAVA_HOME", "/nowhere").run(launcher, "check").expecting(1);
    assertTrue(run.err().startsWith("surety: JAVA_HOME is /nowhere"), run.err());
    assertFalse(Files.exists(root.resolve("plugin/cli/target")));
  }

  @Test
  void withoutMavenItSaysSo() throws IOException {
    Files.delete(folder.resolve("tools/mvn"));
    Run run = sandbox.run(launcher, "check").expecting(1);
    assertTrue(run.err().startsWith("surety: Maven is missing; install Maven 3.8"), run.err());
  }
}
