package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.replay.Sha256;
import surety.certificates.statement.Statement;
import surety.certificates.statement.StatementException;
import surety.language.Kind;
import surety.language.Obligation;
import surety.language.OnnxSample;
import surety.language.Region;
import surety.solver.Checker;
import surety.solver.UnsuitableException;

class WorkTest {
  @TempDir private Path folder;
  private final Work work = new Work(Checker::check, () -> Bench.NOW);
  private Path file;
  private Path network;

  @BeforeEach
  void writeNetwork() throws IOException {
    file = folder.resolve("s.sure");
    network = Files.write(folder.resolve("net.onnx"), OnnxSample.linear(1, 1));
  }

  private Obligation obligation() throws StatementException {
    Statement statement =
        Statement.parse(
            "surety statement 2\nsemantics real\nnetworks 1\nnetwork sha256 "
                + Sha256.of(OnnxSample.linear(1, 1))
                + " outputs 1\ninputs 1\nx[0] ~ uniform(0, 1)\nP(1*y[0] > 3/4) < 1/2\n");
    return new Obligation(
        "p",
        Optional.empty(),
        Kind.PROPERTY,
        List.of(network),
        statement,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        new Region(1, 1, 1),
        List.of("x"),
        List.of("y"));
  }

  private Job search() throws StatementException {
    return Job.search(
        file, obligation(), VerificationSettings.defaults(), Urgency.ASKED, job -> {});
  }

  private Job replay(Path certificate) throws StatementException {
    return Job.replay(
        file, obligation(), VerificationSettings.defaults(), certificate, Urgency.FOUND, job -> {});
  }

  private static Evidence evidence(Ending ending) {
    return assertInstanceOf(Ending.Established.class, ending).evidence();
  }

  private static String failure(Ending ending) {
    return assertInstanceOf(Ending.Failed.class, ending).reason();
  }

  @Test
  void whatASearchWritesAReplayConfirms() throws StatementException, IOException {
    Evidence searched = evidence(work.run(search()));
    assertEquals(VerificationState.PROVED, searched.state());
    Path certificate = searched.certificate().orElseThrow();
    byte[] bytes = Files.readAllBytes(certificate);
    Evidence replayed = evidence(work.run(replay(certificate)));
    assertEquals(searched.points(), replayed.points());
    assertEquals(searched.cells(), replayed.cells());
    assertTrue(replayed.isReplayed() && !searched.isReplayed());
    assertArrayEquals(bytes, Files.readAllBytes(certificate));
  }

  @Test
  void whatCannotBeSearchedForIsAMessage() throws StatementException {
    Search refusing =
        (statement, net, options, listener, cancelled) -> {
          throw new UnsuitableException("too large; take less", new ArithmeticException());
        };
    Ending ending = new Work(refusing, () -> Bench.NOW).run(search());
    assertEquals("too large; take less", failure(ending));
  }

  @Test
  void anotherNetworkIsNotSearched() throws IOException, StatementException {
    Files.write(network, OnnxSample.linear(2, 1));
    assertInstanceOf(Ending.OtherNetwork.class, work.run(search()));
    assertInstanceOf(Ending.OtherNetwork.class, work.run(replay(folder.resolve("c"))));
  }

  @Test
  void aMissingNetworkIsAMessage() throws IOException, StatementException {
    Files.delete(network);
    assertTrue(failure(work.run(search())).contains("net.onnx: there is no such file"));
  }

  @Test
  void aMissingOrUnreadableCertificateIsAMessage() throws IOException, StatementException {
    String missing = failure(work.run(replay(folder.resolve("c"))));
    assertTrue(missing.contains("there is no certificate"), missing);
    String unreadable = failure(work.run(replay(Files.createDirectory(folder.resolve("d")))));
    assertTrue(unreadable.contains("cannot be replayed"), unreadable);
  }

  @Test
  void aFolderThatCannotBeMadeIsNoticedFirst() throws IOException, StatementException {
    Files.write(folder.resolve("certificates"), new byte[] {1});
    assertInstanceOf(Ending.Unwritable.class, work.run(search()));
  }

  @Test
  void aCancelledSearchWritesNothing() throws StatementException {
    Job before = search();
    before.cancel();
    assertInstanceOf(Ending.Stopped.class, work.run(before));
    Job job = search();
    Search cancelling =
        (statement, net, options, listener, cancelled) -> {
          job.cancel();
          return Checker.check(statement, net, options, listener, cancelled);
        };
    assertInstanceOf(Ending.Stopped.class, new Work(cancelling, () -> Bench.NOW).run(job));
    assertTrue(Files.notExists(folder.resolve("certificates").resolve("s.p.cert")));
  }
}
