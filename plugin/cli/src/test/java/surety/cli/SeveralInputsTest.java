package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network whose file has several inputs and outputs. */
class SeveralInputsTest {
  @TempDir private Path folder;
  private Path network;

  /** relu(speed), and the image as it is. */
  @BeforeEach
  void write() throws IOException {
    network = Files.write(folder.resolve("net.onnx"), TinyNetwork.twoInputs("image", 2, "speed"));
  }

  private CommandRun run(String command, String body, String... more) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("net.sure"),
            """
            semantics real;
            network Net = "net.onnx" { input i0, i1, speed; output fast, o0, o1; }
            distribution D for Net { i0 ~ Uniform(0, 1); i1 = 3; speed ~ Uniform(-1, 1); }
            """
                + body);
    Object[] arguments = new Object[2 + more.length];
    arguments[0] = command;
    arguments[1] = file;
    System.arraycopy(more, 0, arguments, 2, more.length);
    return CommandRun.of(arguments);
  }

  @Test
  void areOneVectorInASpecification() throws IOException {
    CommandRun check =
        run("check", "property p: P(fast + o0 <= 0.5) in [0.31249, 0.31251] under D;\n");
    assertEquals(0, check.status(), check.out() + check.err());
  }

  @Test
  void onnxRuntimeIsFedAllOfThem() throws IOException {
    CommandRun run = run("run", "query q: P(o1 > 0) = ? under D;\n", "--input", "0.25, 3, 0.5");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("fast    0.5             0.5"), run.out());
    assertTrue(run.out().contains("o0      0.25            0.25"), run.out());
    assertTrue(run.out().contains("o1      3               3"), run.out());
  }

  @Test
  void haveTheirNamesInAFirstSpecification() throws IOException {
    Path file = folder.resolve("new.sure");
    CommandRun run = CommandRun.of("new", network, "-o", file);
    assertEquals(0, run.status(), run.err());
    String text = Files.readString(file);
    assertTrue(text.contains("input  image_0, image_1, speed;"), text);
    assertTrue(text.contains("output rectified, y_0, y_1;"), text);
    assertEquals(0, CommandRun.of("check", "--no-certificates", file).status());
  }

  @Test
  void allOfThemAreNamedOrNone() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("n.sure"),
            """
            semantics real;
            network Net = "net.onnx" { input image, speed; }
            """);
    CommandRun run = CommandRun.of("check", file);
    assertEquals(3, run.status());
    assertTrue(run.err().contains("names 2 inputs, but 'net.onnx' has 3"), run.err());
  }
}
