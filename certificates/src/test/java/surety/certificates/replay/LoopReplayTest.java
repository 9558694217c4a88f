package surety.certificates.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.loop.Loops;
import surety.certificates.recurrence.Derivation;
import surety.certificates.recurrence.LoopBounds;
import surety.certificates.recurrence.LoopProof;
import surety.certificates.rejection.Rejection;
import surety.certificates.statement.LoopClaim;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Verdict;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;
import surety.certificates.text.StatementException;
import surety.certificates.writing.CertificateWriter;

class LoopReplayTest {
  private static final LoopProof PROOF = new LoopProof(Derivation.CLOSED, 96);

  private static Statement statement;
  private static byte[] valid;

  @BeforeAll
  static void write() throws StatementException, IOException {
    statement = Loops.statement(Loops.TURNING, 20, "E(x) in [78/5, 1561/100]");
    valid = certificate(statement, PROOF);
  }

  static byte[] certificate(Statement about, LoopProof proof) throws IOException {
    List<Enclosure> bounds = LoopBounds.of((LoopClaim) about.claim(), proof, Stop.NEVER);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CertificateWriter.write(new Header(about, List.of(), List.of(), bounds), proof, out);
    return out.toByteArray();
  }

  private static ReplayResult replay(Statement about, byte[] certificate) throws IOException {
    return Replay.run(about, List.of(), new ByteArrayInputStream(certificate), 1);
  }

  private static void assertVerdict(ReplayVerdict verdict, String reason, ReplayResult result) {
    assertEquals(verdict, result.replay(), () -> result.reason().toString());
    assertTrue(
        result.reason().map(Rejection::message).orElse("").contains(reason),
        result.reason()::toString);
    assertEquals(verdict == ReplayVerdict.VALID, !result.bounds().isEmpty());
  }

  @Test
  void aCertificateReplays() throws IOException {
    ReplayResult result = replay(statement, valid);
    assertVerdict(ReplayVerdict.VALID, "", result);
    assertEquals(Optional.of(Verdict.PROVED), result.verdict());
    assertEquals(0, result.exitStatus());
  }

  @Test
  void severalNumbersReplay() throws IOException, StatementException {
    Statement moments = Loops.statement(Loops.PLANAR, 4, "moments(y, 5) = ?");
    byte[] certificate = certificate(moments, new LoopProof(Derivation.WALKED, 64));
    assertEquals(5, replay(moments, certificate).bounds().size());
  }

  @ParameterizedTest
  @CsvSource({
    "'78/5', '77/5', another statement",
    "'after 20', 'after 21', another statement",
    "'normal(0, 1/100)', 'normal(0, 1/10)', another statement",
    "'(x + ((1/10', '(x - ((1/10', another statement",
    "'E(x) in', 'E(y) in', another statement",
    "'truncations 0', 'truncations 1\n0x0p0 0x1p0', 'no truncations'",
    "'numbers 0', 'numbers 1\n1/2', 'no numbers'",
    "'\nclosed 96\n', '\nopen 96\n', 'how to derive'",
    "'\nclosed 96\n', '\nclosed 0\n', 'how to derive'",
    "'\nclosed 96\n', '\nclosed 9999\n', 'how to derive'",
    "'\nclosed 96\n', '\n', 'how to derive'",
    "'\nclosed 96\n', '\nclosed 96\nclosed 96\n', expected",
    "'\nclosed 96\n', '\nclosed 20\n', do not follow",
    "'bounds 1\n', 'bounds 2\n0x0p0 0x1p0\n', claimed bounds",
    "'surety certificate 2', 'surety certificate 1', expected"
  })
  void aChangedCertificateIsInvalid(String from, String to, String reason) throws IOException {
    assertVerdict(
        ReplayVerdict.INVALID, reason, replay(statement, Certificates.tampered(valid, from, to)));
  }

  /** Another way to derive the same is as good. */
  @Test
  void otherDerivationsAreValidIfTheyGiveTheBounds() throws IOException {
    byte[] finer = Certificates.tampered(valid, "\nclosed 96\n", "\nwalked 192\n");
    assertVerdict(ReplayVerdict.VALID, "", replay(statement, finer));
  }

  @Test
  void closerBoundsAreInvalid() throws IOException {
    Enclosure bounds = replay(statement, valid).bounds().get(0);
    String upper = bounds.upper().toHex();
    byte[] closer =
        Certificates.tampered(valid, " " + upper + "\n", " " + bounds.lower().toHex() + "\n");
    assertVerdict(ReplayVerdict.INVALID, "do not follow from the proof", replay(statement, closer));
    byte[] wider = Certificates.tampered(valid, " " + upper + "\n", " 0x1p10\n");
    assertVerdict(ReplayVerdict.VALID, "", replay(statement, wider));
    assertEquals(30, replay(statement, wider).exitStatus());
  }

  @Test
  void noChangedByteIsValid() throws IOException {
    for (int i = 0; i < valid.length; i++) {
      byte[] changed = valid.clone();
      changed[i] ^= 0x04;
      assertTrue(replay(statement, changed).replay() != ReplayVerdict.VALID, "byte " + i);
    }
  }

  @Test
  void aTruncatedFileIsIncomplete() throws IOException {
    for (int length = 0; length < valid.length; length++) {
      ReplayVerdict verdict = replay(statement, Arrays.copyOf(valid, length)).replay();
      assertEquals(ReplayVerdict.INCOMPLETE, verdict, "length " + length);
    }
  }

  @Test
  void aLoopHasNoNetworks() throws IOException {
    ReplayResult result =
        Replay.run(
            statement,
            List.of(NetworkContent.of(SupportReplayTest.NETWORK)),
            new ByteArrayInputStream(valid),
            1);
    assertVerdict(ReplayVerdict.INVALID, "0 networks", result);
  }

  @Test
  void whatCannotBeDerivedIsInvalid() throws IOException, StatementException {
    Statement unknown = Loops.statement("start\nstep\nx := (x + 1)\nend\n", 2, "E(x) = ?");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CertificateWriter.write(
        new Header(unknown, List.of(), List.of(), List.of(Enclosure.WHOLE)), PROOF, out);
    assertVerdict(
        ReplayVerdict.INVALID, "no value before it is read", replay(unknown, out.toByteArray()));
  }

  @Test
  void aReplayCanBeStopped() {
    assertThrows(
        StoppedException.class,
        () -> Replay.run(statement, List.of(), new ByteArrayInputStream(valid), 1, () -> true));
  }
}
