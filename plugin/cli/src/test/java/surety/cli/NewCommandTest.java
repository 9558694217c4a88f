package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {
  @TempDir private Path folder;
  private Path network;

  @BeforeEach
  void create() throws IOException {
    network = folder.resolve("two-inputs.onnx");
    Files.write(network, TinyNetwork.linear(new float[][] {{1}, {2}}));
  }

  @Test
  void writesASpecificationThatCanBeChecked() throws IOException {
    CommandRun run = CommandRun.of("new", network);
    assertEquals(0, run.status(), run.err());
    Path file = folder.resolve("two-inputs.sure");
    assertEquals("wrote " + file + "\n", run.out());
    assertEquals(
        """
        semantics real;

        network TwoInputs = "two-inputs.onnx" {
          input  x0, x1;
          output y0;
        }

        distribution Inputs for TwoInputs {
          x0 ~ Uniform(0, 1);
          x1 ~ Uniform(0, 1);
        }

        query outputs: cdf(y0) under Inputs;
        """,
        Files.readString(file));
    CommandRun check = CommandRun.of("check", "--no-certificates", file);
    assertEquals(0, check.status(), check.err());
    assertEquals("ANSWERED", check.firstLine().split(" ", 2)[0].replace(":", ""));
  }

  @Test
  void overwritesOnlyIfToldTo() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.sure"), "mine");
    CommandRun refused = CommandRun.of("new", network, "-o", file);
    assertEquals(2, refused.status());
    assertEquals(
        "surety: " + file + " is there already; name another with -o, or say --force\n",
        refused.err());
    assertEquals("mine", Files.readString(file));
    assertEquals(0, CommandRun.of("new", network, "-o", file, "--force").status());
    assertTrue(Files.readString(file).startsWith("semantics real;"));
  }

  @Test
  void aWrongNetworkLeavesNothing() throws IOException {
    Path text = Files.writeString(folder.resolve("text.onnx"), "text");
    for (Path wrong : new Path[] {text, folder, folder.resolve("no.onnx")}) {
      CommandRun run = CommandRun.of("new", wrong, "-o", folder.resolve("new.sure"));
      assertEquals(3, run.status(), run.err());
      assertTrue(run.err().startsWith("surety: " + wrong), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
    }
    assertFalse(Files.exists(folder.resolve("new.sure")));
    assertEquals(
        "surety: "
            + text
            + " is refused: this is a text file, not an ONNX file; name the .onnx file itself",
        CommandRun.of("new", text).err().strip());
  }

  @Test
  void aPlaceThatCannotBeWrittenIsWrongUsage() {
    CommandRun gone = CommandRun.of("new", network, "-o", folder.resolve("no/such/folder.sure"));
    assertEquals(2, gone.status());
    assertEquals(1, gone.err().lines().count(), gone.err());
    CommandRun directory = CommandRun.of("new", network, "--force", "-o", folder);
    assertEquals(2, directory.status());
    assertTrue(directory.err().contains("is a folder"), directory.err());
    assertEquals(2, CommandRun.of("new").status());
    assertEquals(2, CommandRun.of("new", network, network).status());
  }
}
