package surety.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of the container file, run below a folder instead of the root of a file system. */
class ContainerfileTest {
  private static final Path FILE = Path.of("../../examples/ci/Containerfile");

  @TempDir private Path folder;
  private Sandbox sandbox;

  @AfterEach
  void clean() throws IOException {
    sandbox.removeJava();
  }

  /**
   * One instruction.
   *
   * @param name such as RUN
   * @param rest what stands behind it, in one line
   */
  private record Instruction(String name, String rest) {}

  private static List<Instruction> instructions() throws IOException {
    List<Instruction> instructions = new ArrayList<>();
    String joined = Files.readString(FILE).replace("\\\n", " ");
    for (String line : joined.lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.split(" ", 2);
        instructions.add(new Instruction(words[0], words[1].replaceAll(" +", " ").strip()));
      }
    }
    return instructions;
  }

  @Test
  void itsStepsLeadToASuretyThatStarts() throws IOException {
    List<Instruction> instructions = instructions();
    assertEquals(
        List.of("FROM", "ENV", "RUN", "ADD", "RUN", "WORKDIR", "CMD"),
        instructions.stream().map(Instruction::name).toList());
    assertEquals("debian:stable-slim", instructions.get(0).rest());
    // Debian's packages are not installed here; the Java is the one that runs this.
    String packages = instructions.get(2).rest();
    assertTrue(
        packages.startsWith(
            "apt-get update && apt-get install --yes --no-install-recommends"
                + " default-jre-headless && rm -rf /var/lib/apt/lists/"),
        packages);
    String archive = Archive.tar().getFileName().toString();
    assertEquals(archive + " /opt/", instructions.get(3).rest());
    Path opt = Files.createDirectories(folder.resolve("root/opt"));
    Path bin = Files.createDirectories(folder.resolve("root/usr/local/bin"));
    Archive.unpack(opt);
    sandbox =
        new Sandbox(folder)
            .withJava()
            .with("sh", "ln", "readlink", "sed", "mkdir", "mv", "rm")
            .set("PATH", bin + ":" + folder.resolve("tools"));
    Run run = sandbox.run("sh", "-c", below(instructions.get(4).rest())).expecting(0);
    assertTrue(run.out().contains(Archive.top() + "/surety-"), run.out());
    assertTrue(run.out().contains(".jsa\n"), run.out());
    assertTrue(Files.size(Path.of(run.firstLine())) > 1_000_000, "classes of a check");
    // With the class archive that was made: Java says where it takes them from.
    sandbox.set("SURETY_JAVA_OPTS", "-Xlog:class+load=info:stderr");
    Run start = sandbox.run("sh", "-c", "surety --version").expecting(0);
    assertTrue(
        start.err().contains("surety.cli.Interruption source: shared objects file (top)"),
        start.err().lines().filter(line -> line.contains("surety.cli")).toList().toString());
  }

  private String below(String command) {
    return command
        .replace(" /opt", " " + folder + "/root/opt")
        .replace(" /usr", " " + folder + "/root/usr");
  }
}
