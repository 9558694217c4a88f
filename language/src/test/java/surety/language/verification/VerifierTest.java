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
import surety.certificates.network.Network;
import surety.certificates.replay.Sha256;
import surety.certificates.statement.Statement;
import surety.certificates.stop.StoppedException;
import surety.certificates.text.StatementException;
import surety.language.Kind;
import surety.language.Obligation;
import surety.language.OnnxSample;
import surety.language.Region;
import surety.language.storage.CertificateFolder;
import surety.solver.Checker;
import surety.solver.Progress;
import surety.solver.Result;
import surety.solver.UnsuitableException;

class VerifierTest {
  @TempDir private Path folder;
  private final Verifier verifier = new Verifier(Checker::check, () -> Bench.NOW);
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

  private Ending run(Job job) {
    return run(verifier, job);
  }

  private static Ending run(Verifier verifier, Job job) {
    Networks networks = new Networks(job::isCancelled);
    return job.certificate().isPresent()
        ? verifier.replay(job.obligation(), job.certificate().get(), 1, networks, job)
        : verifier.search(
            job.obligation(),
            job.settings().budget(job.obligation()),
            networks,
            CertificateFolder.beside(job.file()),
            job);
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
    Evidence searched = evidence(run(search()));
    assertEquals(VerificationState.PROVED, searched.state());
    Path certificate = searched.certificate().orElseThrow();
    byte[] bytes = Files.readAllBytes(certificate);
    Evidence replayed = evidence(run(replay(certificate)));
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
    Ending ending = run(new Verifier(refusing, () -> Bench.NOW), search());
    assertEquals("too large; take less", failure(ending));
  }

  @Test
  void anotherNetworkIsNotSearched() throws IOException, StatementException {
    Files.write(network, OnnxSample.linear(2, 1));
    assertInstanceOf(Ending.OtherNetwork.class, run(search()));
    assertInstanceOf(Ending.OtherNetwork.class, run(replay(folder.resolve("c"))));
  }

  @Test
  void aMissingNetworkIsAMessage() throws IOException, StatementException {
    Files.delete(network);
    assertTrue(failure(run(search())).contains("net.onnx: there is no such file"));
  }

  @Test
  void aMissingOrUnreadableCertificateIsAMessage() throws IOException, StatementException {
    String missing = failure(run(replay(folder.resolve("c"))));
    assertTrue(missing.contains("there is no certificate"), missing);
    String unreadable = failure(run(replay(Files.createDirectory(folder.resolve("d")))));
    assertTrue(unreadable.contains("cannot be replayed"), unreadable);
  }

  @Test
  void aFolderThatCannotBeMadeIsNoticedFirst() throws IOException, StatementException {
    Files.write(folder.resolve("certificates"), new byte[] {1});
    assertInstanceOf(Ending.Unwritable.class, run(search()));
  }

  @Test
  void aCancelledSearchWritesNothing() throws StatementException {
    Job before = search();
    before.cancel();
    assertInstanceOf(Ending.Stopped.class, run(before));
    Job job = search();
    Search cancelling =
        (statement, net, options, listener, cancelled) -> {
          job.cancel();
          return Checker.check(statement, net, options, listener, cancelled);
        };
    assertInstanceOf(Ending.Stopped.class, run(new Verifier(cancelling, () -> Bench.NOW), job));
    assertTrue(Files.notExists(folder.resolve("certificates").resolve("s.p.cert")));
  }

  @Test
  void whatIsThrownIsAnEndingOfItsOwn() throws StatementException {
    for (Error error : List.of(new OutOfMemoryError("heap"), new StackOverflowError("deep"))) {
      Search failing =
          (statement, net, options, listener, cancelled) -> {
            throw error;
          };
      Ending ending = run(new Verifier(failing, () -> Bench.NOW), search());
      Ending.Fault fault = assertInstanceOf(Ending.Fault.class, ending);
      assertEquals(error, fault.cause());
      assertEquals(error instanceof OutOfMemoryError, fault.isOfMemory());
    }
    Search wrapped =
        (statement, net, options, listener, cancelled) -> {
          throw new IllegalStateException("a thread", new OutOfMemoryError("heap"));
        };
    Ending ending = run(new Verifier(wrapped, () -> Bench.NOW), search());
    assertTrue(assertInstanceOf(Ending.Fault.class, ending).isOfMemory());
  }

  @Test
  void withoutBoundsAtTheTimeLimitItsTimeIsUp() throws StatementException {
    Search late =
        (statement, net, options, listener, cancelled) -> {
          throw new StoppedException();
        };
    Ending ending = run(new Verifier(late, () -> Bench.NOW), search());
    assertInstanceOf(Ending.TimeUp.class, ending);
  }

  /** Cancels itself during the search, and wants what there is until then, or not. */
  private static final class Impatient implements Caller {
    private final boolean isPartWanted;
    private final Optional<Ending> objection;
    private boolean isCancelled;

    Impatient(boolean isPartWanted, Optional<Ending> objection) {
      this.isPartWanted = isPartWanted;
      this.objection = objection;
    }

    @Override
    public boolean isCancelled() {
      return isCancelled;
    }

    @Override
    public boolean isPartWanted() {
      return isPartWanted;
    }

    @Override
    public Optional<Ending> objection(Result result, List<Network> networks) {
      return objection;
    }

    @Override
    public void progressed(Progress progress) {}
  }

  private Ending impatient(boolean isPartWanted, Optional<Ending> objection)
      throws StatementException {
    Impatient caller = new Impatient(isPartWanted, objection);
    Search cancelling =
        (statement, net, options, listener, cancelled) -> {
          Result result = Checker.check(statement, net, options, listener, cancelled);
          caller.isCancelled = true;
          return result;
        };
    Obligation obligation = obligation();
    return new Verifier(cancelling, () -> Bench.NOW)
        .search(
            obligation,
            VerificationSettings.defaults().budget(obligation),
            new Networks(() -> false),
            CertificateFolder.beside(file),
            caller);
  }

  @Test
  void aPartIsKeptForWhoWantsIt() throws StatementException {
    assertInstanceOf(Ending.Stopped.class, impatient(false, Optional.empty()));
    Path certificate = folder.resolve("certificates").resolve("s.p.cert");
    assertTrue(Files.notExists(certificate));
    assertTrue(evidence(impatient(true, Optional.empty())).certificate().isPresent());
    assertTrue(Files.exists(certificate));
  }

  @Test
  void whatIsObjectedToIsNotWritten() throws StatementException {
    Ending objection = new Ending.Failed("no");
    assertEquals(objection, impatient(true, Optional.of(objection)));
    assertTrue(Files.notExists(folder.resolve("certificates").resolve("s.p.cert")));
  }
}
