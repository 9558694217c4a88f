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
  void beginsWithTheRangesThatANetworkStates() throws IOException {
    Path cut =
        Files.writeString(
            folder.resolve("cut.nnet"),
            """
            1,2,1,2,
            2,1,
            0,
            200.0,-3.141593,
            10000.0,3.4e38,
            5100.0,0.0,0.0,
            9800.0,6.283186,1.0,
            1.0,1.0,
            0.0,
            """);
    CommandRun run = CommandRun.of("new", cut);
    assertEquals(0, run.status(), run.err());
    Path file = folder.resolve("cut.sure");
    assertTrue(
        Files.readString(file).contains("  x0 ~ Uniform(200, 10000);\n  x1 ~ Uniform(0, 1);\n"),
        Files.readString(file));
    CommandRun check = CommandRun.of("check", "--no-certificates", file);
    assertEquals(0, check.status(), check.err());
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

  private static final String PROPERTY =
      """
      (declare-const X_0 Real)
      (declare-const X_1 Real)
      (declare-const Y_0 Real)
      (assert (and (>= X_0 0) (<= X_0 1) (= X_1 0)))
      (assert (>= Y_0 0.999))
      """;

  @Test
  void beginsWithAPropertyInTheVnnlibFormat() throws IOException {
    Path property = Files.writeString(folder.resolve("prop.vnnlib"), PROPERTY);
    CommandRun run = CommandRun.of("new", "--vnnlib", property, "--network", network);
    assertEquals(0, run.status(), run.err());
    assertEquals("wrote " + folder.resolve("prop.sure") + "\n", run.out());
    CommandRun check = CommandRun.of("check", "--no-certificates", folder.resolve("prop.sure"));
    assertEquals(0, check.status(), check.out() + check.err()); // 0.001 is below the limit
    assertTrue(check.out().contains("P(unsafe) <= 0.01 under Box"), check.out());
  }

  @Test
  void severalBoxesAreSaid() throws IOException {
    String two = PROPERTY + "(assert (or (<= X_0 0.25) (>= X_0 0.75)))";
    Path property = Files.writeString(folder.resolve("prop.vnnlib"), two);
    CommandRun run = CommandRun.of("new", network, "--vnnlib", property);
    assertEquals(0, run.status(), run.err());
    assertTrue(run.err().contains("prop.vnnlib has 2 boxes of inputs"), run.err());
  }

  @Test
  void aWrongPropertySaysWhere() throws IOException {
    Path property =
        Files.writeString(folder.resolve("prop.vnnlib"), PROPERTY.replace(">= Y_0", ">= Y_9"));
    CommandRun run = CommandRun.of("new", network, "--vnnlib", property);
    assertEquals(3, run.status());
    assertEquals("surety: " + property + ":5:13: 'Y_9' is no declared variable\n", run.err());
    assertFalse(Files.exists(folder.resolve("prop.sure")));
    String other = PROPERTY.replace("(declare-const X_1 Real)", "").replace(" (= X_1 0)", "");
    Files.writeString(property, other);
    run = CommandRun.of("new", network, "--vnnlib", property);
    assertEquals(3, run.status());
    assertTrue(run.err().contains("declares 1 inputs, but the network has 2"), run.err());
    run = CommandRun.of("new", network, "--vnnlib", folder.resolve("missing.vnnlib"));
    assertEquals(3, run.status(), run.err());
    assertTrue(run.err().contains("missing.vnnlib"), run.err());
  }

  @Test
  void oneNetworkIsNamed() {
    assertEquals(2, CommandRun.of("new").status());
    CommandRun run = CommandRun.of("new", network, "--network", network);
    assertEquals(2, run.status());
    assertTrue(run.err().contains("name one network"), run.err());
  }
}
