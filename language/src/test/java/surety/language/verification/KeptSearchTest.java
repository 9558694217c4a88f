package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.replay.Header;
import surety.certificates.replay.Sha256;
import surety.certificates.statement.Statement;
import surety.certificates.stop.StoppedException;
import surety.certificates.text.StatementException;
import surety.certificates.writing.CertificateWriter;
import surety.language.Kind;
import surety.language.Obligation;
import surety.language.OnnxSample;
import surety.language.Region;
import surety.language.WantedGap;
import surety.language.storage.CertificateFolder;
import surety.solver.BandPoint;
import surety.solver.Checker;
import surety.solver.Progress;
import surety.solver.ProgressListener;
import surety.solver.Result;
import surety.solver.SearchOptions;
import surety.solver.StopReason;

/** What becomes of a search's part, and of what changes while it runs. */
class KeptSearchTest {
  @TempDir private Path folder;
  private final List<String> notes = new ArrayList<>();
  private final List<Integer> begun = new ArrayList<>();
  private Path network;
  private Path part;
  private Path certificate;
  private boolean resumes;
  private boolean keeps = true;
  private boolean isCancelled;

  @BeforeEach
  void writeNetwork() throws IOException {
    network = Files.write(folder.resolve("net.onnx"), OnnxSample.linear(1, 1));
    certificate = folder.resolve("certificates").resolve("s.p.cert");
    part = folder.resolve("certificates").resolve("s.p.cert.part");
    Files.createDirectories(part.getParent());
  }

  private Statement statement(String threshold) {
    try {
      return Statement.parse(
          "surety statement 2\nsemantics real\nnetworks 1\nnetwork sha256 "
              + Sha256.of(OnnxSample.linear(1, 1))
              + " outputs 1\ninputs 1\nx[0] ~ uniform(0, 1)\nP(1*y[0] > "
              + threshold
              + ") < 1/2\n");
    } catch (StatementException e) {
      throw new AssertionError(e);
    }
  }

  private Obligation obligation() {
    return new Obligation(
        "p",
        Optional.empty(),
        Kind.PROPERTY,
        List.of(network),
        statement("3/4"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        new Region(1, 1, 1),
        List.of("x"),
        List.of("y"));
  }

  /** A whole certificate with a tree of so many bytes, which nobody walks here. */
  private static byte[] bytes(Statement statement, int length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Header header = new Header(statement, List.of(), List.of(), List.of(Enclosure.WHOLE));
    try {
      CertificateWriter.write(header, new ByteArrayInputStream(new byte[length]), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private byte[] bytes(int length) {
    return bytes(statement("3/4"), length);
  }

  private Result result(int length, StopReason reason) {
    return new Result(
        statement("3/4"),
        Optional.empty(),
        List.of(new BandPoint(Double.NaN, Bound.ZERO, Bound.ONE)),
        1,
        1,
        reason,
        bytes(length),
        Optional.empty(),
        false,
        List.of());
  }

  /** What a search does while it runs. */
  @FunctionalInterface
  private interface Course {
    void run(ProgressListener listener) throws IOException;
  }

  private Ending search(int length, StopReason reason, Course course) {
    Search search =
        (statement, networks, options, listener, cancelled) -> {
          options.beginning().ifPresent(b -> begun.add(b.tree().length));
          try {
            course.run(listener);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return result(length, reason);
        };
    return new Verifier(search, () -> Bench.NOW)
        .search(
            obligation(),
            Budget.of(WantedGap.of(1e-9), SearchOptions.defaults()),
            new Networks(() -> false),
            CertificateFolder.beside(folder.resolve("s.sure")),
            new Asker());
  }

  private final class Asker implements Caller {
    @Override
    public void progressed(Progress progress) {}

    @Override
    public boolean isCancelled() {
      return isCancelled;
    }

    @Override
    public boolean isPartWanted() {
      return true;
    }

    @Override
    public boolean isResuming() {
      return resumes;
    }

    @Override
    public boolean isKeeping() {
      return keeps;
    }

    @Override
    public void note(String message) {
      notes.add(message);
    }
  }

  private static Evidence evidence(Ending ending) {
    return assertInstanceOf(Ending.Established.class, ending).evidence();
  }

  @Test
  void aPartIsKeptAndGoesWithTheCertificate() {
    search(
        200,
        StopReason.TIMEOUT,
        listener -> {
          assertTrue(listener.isKeeping());
          listener.keep(bytes(100));
          assertArrayEquals(bytes(100), Files.readAllBytes(part));
        });
    assertFalse(Files.exists(part));
    assertTrue(Files.exists(certificate));
    assertEquals(List.of(), notes);
  }

  @Test
  void aPartWithMoreThanTheCertificateStaysIfTheSearchWasCutShort() throws IOException {
    search(50, StopReason.TIMEOUT, listener -> listener.keep(bytes(100)));
    assertArrayEquals(bytes(100), Files.readAllBytes(part));
    assertArrayEquals(bytes(50), Files.readAllBytes(certificate));
    search(50, StopReason.GAP_REACHED, listener -> {});
    assertFalse(Files.exists(part));
  }

  @Test
  void aSmallerTreeReplacesNoLargerOne() {
    search(
        200,
        StopReason.SETTLED,
        listener -> {
          listener.keep(bytes(100));
          listener.keep(bytes(90));
          assertArrayEquals(bytes(100), Files.readAllBytes(part));
          listener.keep(bytes(110));
          assertArrayEquals(bytes(110), Files.readAllBytes(part));
        });
  }

  @Test
  void aPartAboutSomethingElseOrDamagedIsReplaced() throws IOException {
    byte[] other = bytes(statement("1/3"), 1000);
    byte[] damaged = bytes(1000);
    damaged[900] ^= 1;
    for (byte[] useless : List.of(other, damaged, new byte[5000])) {
      Files.write(part, useless);
      search(
          1,
          StopReason.TIMEOUT,
          listener -> {
            listener.keep(bytes(10));
            assertArrayEquals(bytes(10), Files.readAllBytes(part));
          });
    }
  }

  @Test
  void aSearchThatEndsWithoutAResultLeavesItsPart() throws IOException {
    Ending ending =
        search(
            1,
            StopReason.TIMEOUT,
            listener -> {
              listener.keep(bytes(10));
              throw new StoppedException();
            });
    assertInstanceOf(Ending.TimeUp.class, ending);
    assertArrayEquals(bytes(10), Files.readAllBytes(part));
  }

  @Test
  void goesOnFromThePartBeforeTheCertificate() throws IOException {
    resumes = true;
    Files.write(certificate, bytes(20));
    search(30, StopReason.TIMEOUT, listener -> {});
    Files.write(part, bytes(40));
    search(50, StopReason.TIMEOUT, listener -> {});
    assertEquals(List.of(20, 40), begun);
    assertEquals(List.of("going on from " + certificate, "going on from " + part), notes);
  }

  @Test
  void goesOnFromTheCertificateIfThePartIsDamaged() throws IOException {
    resumes = true;
    Files.write(certificate, bytes(20));
    byte[] damaged = bytes(1000);
    damaged[900] ^= 1;
    Files.write(part, damaged);
    search(30, StopReason.TIMEOUT, listener -> {});
    assertEquals(List.of(20), begun);
    assertTrue(
        notes.get(0).startsWith("cannot go on from " + part + ": the certificate was changed"),
        notes.get(0));
  }

  @Test
  void anotherStatementIsNoBeginning() throws IOException {
    resumes = true;
    Files.write(certificate, bytes(statement("1/3"), 20));
    search(30, StopReason.TIMEOUT, listener -> {});
    assertEquals(List.of(), begun);
    assertTrue(notes.get(0).contains("about another statement"), notes.get(0));
  }

  @Test
  void withNothingThereNothingIsSaid() {
    resumes = true;
    search(30, StopReason.TIMEOUT, listener -> {});
    assertEquals(List.of(), notes);
  }

  @Test
  void withoutBeingAskedItBeginsAnew() throws IOException {
    Files.write(part, bytes(40));
    search(30, StopReason.TIMEOUT, listener -> {});
    assertEquals(List.of(), begun);
    assertArrayEquals(bytes(40), Files.readAllBytes(part));
  }

  @Test
  void theSearchesOwnReasonIsTold() {
    search(30, StopReason.TIMEOUT, listener -> listener.beginsAnew("its tree is odd"));
    assertTrue(notes.get(0).endsWith("its tree is odd"), notes.get(0));
  }

  /** A folder in the part's place cannot be replaced; one message is enough. */
  @Test
  void whatCannotBeKeptIsToldOnce() throws IOException {
    Files.createDirectory(part);
    Files.write(part.resolve("inside"), new byte[1]);
    Evidence evidence =
        evidence(
            search(
                30,
                StopReason.SETTLED,
                listener -> {
                  listener.keep(bytes(10));
                  assertFalse(listener.isKeeping());
                }));
    assertEquals(Optional.of(certificate), evidence.certificate());
    assertTrue(notes.get(0).startsWith("the search so far cannot be kept: "), notes.get(0));
    assertEquals(2, notes.size(), notes.toString()); // and that it cannot be removed
  }

  @Test
  void whoDoesNotWantPartsHasNone() {
    keeps = false;
    search(30, StopReason.TIMEOUT, listener -> assertFalse(listener.isKeeping()));
  }

  private static String other(Ending ending) {
    return assertInstanceOf(Ending.OtherNetwork.class, ending).reason();
  }

  @Test
  void aNetworkThatChangedHasNoVerdict() throws IOException {
    Files.write(certificate, bytes(7));
    String reason =
        other(
            search(
                30, StopReason.SETTLED, listener -> Files.write(network, OnnxSample.linear(2, 1))));
    assertTrue(reason.contains("net.onnx changed while it was checked"), reason);
    assertTrue(reason.contains(part.toString()), reason);
    assertArrayEquals(bytes(30), Files.readAllBytes(part));
    assertArrayEquals(bytes(7), Files.readAllBytes(certificate));
  }

  @Test
  void aNetworkThatIsGoneHasNoVerdictEither() {
    keeps = false;
    String reason = other(search(30, StopReason.SETTLED, listener -> Files.delete(network)));
    assertFalse(reason.contains("kept"), reason);
    assertFalse(Files.exists(part));
    assertFalse(Files.exists(certificate));
  }

  /** Of the same length, and with the old time, as some tools do it. */
  @Test
  void aNetworkThatWasReplacedIsNoticedWhateverItsTime() {
    other(
        search(
            30,
            StopReason.SETTLED,
            listener -> {
              FileTime time = Files.getLastModifiedTime(network);
              Path fresh = Files.write(folder.resolve("fresh"), OnnxSample.linear(2, 1));
              Files.setLastModifiedTime(fresh, time);
              Files.delete(network);
              Files.move(fresh, network);
            }));
  }

  @Test
  void aNetworkThatWasOnlyTouchedOrCameBackHasOne() {
    evidence(
        search(
            30,
            StopReason.SETTLED,
            listener ->
                Files.setLastModifiedTime(
                    network, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")))));
    evidence(
        search(
            30,
            StopReason.SETTLED,
            listener -> {
              Files.write(network, OnnxSample.linear(2, 1));
              Files.write(network, OnnxSample.linear(1, 1));
            }));
  }

  /** Ctrl-C loses nothing because a file has to be read again. */
  @Test
  void aCancelDoesNotKeepANetworkFromBeingLookedAt() {
    evidence(
        search(
            30,
            StopReason.CANCELLED,
            listener -> {
              Files.setLastModifiedTime(network, FileTime.from(Instant.EPOCH));
              isCancelled = true;
            }));
  }

  /** Between two looks at the clock it jumps by years; that is no duration. */
  @Test
  void aClockThatJumpsIsNoDuration() throws IOException {
    Path written = evidence(search(30, StopReason.SETTLED, listener -> {})).certificate().get();
    Instant[] now = {Instant.parse("2030-01-01T00:00:00Z")};
    Verifier verifier =
        new Verifier(
            Checker::check,
            () -> {
              now[0] = now[0].minus(Duration.ofDays(1000));
              return now[0];
            });
    CertificateFolder certificates = CertificateFolder.beside(folder.resolve("s.sure"));
    Budget budget = Budget.of(WantedGap.of(1e-9), SearchOptions.defaults());
    Networks networks = new Networks(() -> false);
    Evidence searched =
        evidence(verifier.search(obligation(), budget, networks, certificates, new Asker()));
    assertTrue(searched.seconds() >= 0 && searched.seconds() < 600, searched.seconds() + " s");
    Evidence replayed = evidence(verifier.replay(obligation(), written, 1, networks, new Asker()));
    assertTrue(replayed.seconds() >= 0 && replayed.seconds() < 600, replayed.seconds() + " s");
    assertTrue(replayed.seconds() > 0);
    assertEquals(now[0], replayed.established());
  }
}
