package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that is done with a network, with one in the NNet format. */
class NnetFileTest {
  /** Of x in [0, 10], cut off there: 3 relu((x - 4) / 2) + 1. */
  private static final String NETWORK =
      """
      // one input, one hidden neuron, one output
      2,1,1,1,
      1,1,1,
      0,
      0.0,
      10.0,
      4.0,1.0,
      2.0,3.0,
      1.0,
      0.0,
      1.0,
      0.0,
      """;

  private static final String SPECIFICATION =
      """
      semantics real;
      network Net = "net.nnet" { input x; output y; }
      distribution D for Net { x ~ Uniform(0, 20); }
      property low: P(y <= 1) in [0.19999, 0.20001] under D;
      property cut: P(y >= 10) >= 0.49999 under D;
      """;

  @TempDir private Path folder;
  private Path network;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    network = Files.writeString(folder.resolve("net.nnet"), NETWORK);
    file = Files.writeString(folder.resolve("net.sure"), SPECIFICATION);
  }

  private Path certificate(String name) {
    return folder.resolve("certificates").resolve("net." + name + ".cert");
  }

  @Test
  void isCheckedAndReplayed() {
    CommandRun check = CommandRun.of("check", file);
    assertEquals(0, check.status(), check.out() + check.err());
    for (String name : new String[] {"low", "cut"}) {
      CommandRun replay =
          CommandRun.of("replay", "--specification", file, "--certificate", certificate(name));
      assertEquals(0, replay.status(), replay.out() + replay.err());
    }
  }

  @Test
  void anotherNetworkIsNotWhatTheCertificateIsAbout() throws IOException {
    assertEquals(0, CommandRun.of("check", file).status());
    Files.writeString(network, NETWORK.replace("// one", "// One"));
    CommandRun replay =
        CommandRun.of("replay", "--specification", file, "--certificate", certificate("low"));
    assertEquals(4, replay.status(), replay.out() + replay.err());
  }

  @Test
  void isRunWithOneInput() {
    CommandRun run = CommandRun.of("run", file, "--input", "7");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("5.5"), run.out());
    assertTrue(run.out().contains("this is an NNet file"), run.out());
  }

  @Test
  void hasRegions() {
    CommandRun run = CommandRun.of("regions", file);
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("3 "), run.out());
  }

  @Test
  void hasAFirstSpecification() throws IOException {
    Path target = folder.resolve("new.sure");
    CommandRun run = CommandRun.of("new", network, "-o", target);
    assertEquals(0, run.status(), run.err());
    assertTrue(Files.readString(target).contains("network Net = \"net.nnet\""));
  }

  @Test
  void aWrongFileSaysWhere() throws IOException {
    Files.writeString(network, NETWORK.replace("4.0,1.0", "4.0"));
    CommandRun run = CommandRun.of("check", file);
    assertEquals(3, run.status());
    assertTrue(
        run.err().contains("is refused: Line 7: the means of the inputs and of the outputs"),
        run.err());
    assertEquals(3, CommandRun.of("new", network, "-o", folder.resolve("n.sure")).status());
  }

  @Test
  void aNameThatIsMissedIsProposed() throws IOException {
    Files.writeString(file, SPECIFICATION.replace("net.nnet", "nets.nnet"));
    CommandRun run = CommandRun.of("check", file);
    assertEquals(3, run.status());
    assertTrue(run.err().contains("did you mean 'net.nnet'?"), run.err());
  }
}
