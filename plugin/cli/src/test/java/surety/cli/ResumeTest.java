package surety.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.stop.StoppedException;
import surety.language.verification.Search;
import surety.solver.Checker;

/** What an earlier run left is gone on from, and what stands in the way of that is said. */
class ResumeTest {
  @TempDir private Path folder;
  private Path file;
  private Path certificate;
  private Path part;

  @BeforeEach
  void write() throws IOException {
    Files.write(
        folder.resolve("net.onnx"), TinyNetwork.activated(new float[][] {{1}, {1}, {1}}, "Tanh"));
    file = write("0.5");
    certificate = folder.resolve("certificates").resolve("s.p.cert");
    part = folder.resolve("certificates").resolve("s.p.cert.part");
  }

  private Path write(String threshold) throws IOException {
    return Files.writeString(
        folder.resolve("s.sure"),
        """
        semantics real;
        network Net = "net.onnx";
        distribution D for Net {
          x[0] ~ Uniform(0, 1);
          x[1] ~ Uniform(0, 1);
          x[2] ~ Uniform(-1, 1);
        }
        query p: P(y[0] > %s) = ? under D;
        query c: cdf(y[0]) at 10 points under D;
        """
            .formatted(threshold));
  }

  /** A run that leaves a part, as one does that is killed. */
  private void leavePart() throws IOException {
    CommandRun.with(new GrowingSearch(400, 1), new Interruption(), "check", file, "--gap", "1e-9");
    Files.move(certificate, part);
  }

  private CommandRun check(Object... options) {
    return CommandRun.of(
        Stream.concat(Stream.of("check", file, "--property", "p"), Stream.of(options)).toArray());
  }

  private static long cells(CommandRun run) {
    String line = run.out().lines().filter(l -> l.contains(" cell")).findFirst().orElseThrow();
    String cells = line.replaceAll(".* s, ([0-9,]+) cells?.*", "$1");
    return Long.parseLong(cells.replace(",", ""));
  }

  @Test
  void aPartIsToldOfOnce() throws IOException {
    leavePart();
    CommandRun run = check("--gap", "0.05");
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(
        run.err()
            .startsWith(
                "surety: an earlier run did not come to its end with 'p', whose trees are kept in "),
        run.err());
    assertTrue(run.err().contains("--resume"), run.err());
  }

  @Test
  void aPartIsGoneOnFrom() throws IOException {
    leavePart();
    CommandRun run = check("--resume", "--gap", "0.05");
    assertEquals("surety: 'p': going on from " + part + "\n", run.err());
    assertTrue(cells(run) >= 400, run.out());
    assertFalse(Files.exists(part));
    CommandRun replay =
        CommandRun.of("replay", "--specification", file, "--certificate", certificate);
    assertTrue(replay.firstLine().startsWith("VALID"), replay.out());
  }

  /** And then another time, with a closer gap. */
  @Test
  void aCertificateIsGoneOnFrom() throws IOException {
    leavePart();
    Files.move(part, certificate);
    CommandRun run = check("--resume", "--gap", "1e-9", "--timeout", "1s");
    assertEquals("surety: 'p': going on from " + certificate + "\n", run.err());
    assertTrue(cells(run) >= 400, run.out());
    byte[] first = Files.readAllBytes(certificate);
    CommandRun again = check("--resume", "--gap", "0.1");
    assertTrue(again.out().contains("unchanged, replayed"), again.out());
    assertArrayEquals(first, Files.readAllBytes(certificate));
  }

  @Test
  void aCdfIsGoneOnFrom() throws IOException {
    Path of = folder.resolve("certificates").resolve("s.c.cert");
    CommandRun.with(new GrowingSearch(400, 1), new Interruption(), "check", file, "--gap", "1e-9");
    long before = Files.size(of);
    CommandRun run = CommandRun.of("cdf", file, "--resume", "--gap", "1e-3", "--timeout", "5s");
    assertTrue(run.err().startsWith("surety: 'c': going on from " + of), run.err());
    assertEquals(0, run.status(), run.err());
    assertTrue(Files.size(of) >= before);
  }

  @Test
  void withNothingThereNothingIsSaid() {
    CommandRun run = check("--resume", "--gap", "0.1");
    assertEquals("", run.err());
    assertTrue(Files.exists(certificate));
  }

  @Test
  void aDamagedPartIsNoBeginning() throws IOException {
    leavePart();
    byte[] bytes = Files.readAllBytes(part);
    bytes[bytes.length - 100] ^= 1;
    Files.write(part, bytes);
    CommandRun run = check("--resume", "--gap", "0.1");
    assertTrue(
        run.err()
            .startsWith(
                "surety: 'p': cannot go on from "
                    + part
                    + ": the certificate was changed after it was written"),
        run.err());
    assertTrue(Files.exists(certificate));
  }

  @Test
  void theStatementHasToBeTheSame() throws IOException {
    leavePart();
    write("0.26");
    assertEquals("", check("--gap", "0.3").err(), "a part about something else is not told of");
    leavePart();
    write("0.27");
    CommandRun run = check("--resume", "--gap", "0.1");
    assertTrue(run.err().contains("is about another statement"), run.err());
    assertTrue(run.err().contains("'P(1*y[0] > 13/50) = ?'"), run.err());
  }

  @Test
  void theNetworkHasToBeTheSame() throws IOException {
    leavePart();
    Files.write(
        folder.resolve("net.onnx"), TinyNetwork.activated(new float[][] {{1}, {1}, {2}}, "Tanh"));
    CommandRun run = check("--resume", "--gap", "0.1");
    assertTrue(run.err().contains("is about another statement: it says 'network"), run.err());
  }

  /** What cannot even be looked at in time is left as it is. */
  @Test
  void withoutTimeEverythingStaysAsItIs() throws IOException {
    leavePart();
    byte[] before = Files.readAllBytes(part);
    Search late =
        (statement, networks, options, listener, cancelled) -> {
          assertTrue(options.beginning().isPresent());
          throw new StoppedException();
        };
    CommandRun run =
        CommandRun.with(late, new Interruption(), "check", file, "--property", "p", "--resume");
    assertEquals(30, run.status());
    assertTrue(run.err().contains("nothing could be certified within its time limit"), run.err());
    assertArrayEquals(before, Files.readAllBytes(part));
    assertFalse(Files.exists(certificate));
  }

  @Test
  void needsAPlaceToLookFor() {
    CommandRun run = check("--resume", "--no-certificates");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("--resume needs the certificates' folder"), run.err());
  }

  @Test
  void aNetworkThatChangesMeanwhileHasNoVerdict() throws IOException {
    byte[] old = Files.readAllBytes(folder.resolve("net.onnx"));
    byte[] other = TinyNetwork.activated(new float[][] {{1}, {1}, {2}}, "Tanh");
    Search changing =
        (statement, networks, options, listener, cancelled) -> {
          try {
            Files.write(folder.resolve("net.onnx"), other);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return Checker.check(statement, networks, options, listener, cancelled);
        };
    CommandRun run =
        CommandRun.with(
            changing, new Interruption(), "check", file, "--property", "p", "--gap", "0.1");
    assertEquals(3, run.status(), run.out());
    assertTrue(run.firstLine().startsWith("FAILED"), run.out());
    assertFalse(run.out().contains("probability in ["), run.out());
    assertTrue(run.err().contains("net.onnx changed while it was checked"), run.err());
    assertTrue(run.err().contains("run the command again"), run.err());
    assertFalse(Files.exists(certificate));
    Files.write(folder.resolve("net.onnx"), old);
    CommandRun back = check("--resume", "--gap", "0.1");
    assertEquals("surety: 'p': going on from " + part + "\n", back.err());
    assertTrue(back.out().contains("probability in ["), back.out());
    assertEquals(List.of(false, true), List.of(Files.exists(part), Files.exists(certificate)));
  }
}
