package surety.certificates.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.onnx.CaseNetworks;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.Rejection;
import surety.certificates.statement.Law;
import surety.certificates.statement.Statements;
import surety.certificates.statement.SupportStatement;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;
import surety.certificates.support.SupportProblem;
import surety.certificates.support.SupportTree;
import surety.certificates.support.SupportTrees;
import surety.certificates.writing.CertificateWriter;

class SupportReplayTest {
  static final byte[] NETWORK = CaseNetworks.DEEP.bytes();

  static final SupportStatement STATEMENT =
      new SupportStatement(
          Sha256.of(NETWORK), Law.independent(Statements.inputs("normal(1, 1)", "normal(0, 1)")));

  private static byte[] valid;

  @BeforeAll
  static void write() throws IOException, RejectedException {
    valid = certificate();
  }

  static byte[] certificate() throws IOException, RejectedException {
    SupportProblem problem =
        SupportProblem.of(STATEMENT.law(), OnnxReader.read(NETWORK), Stop.NEVER);
    byte[] tree = SupportTrees.bytes(SupportTrees.of(problem, 0.003, true));
    SupportTree.Outcome outcome =
        SupportTree.walk(problem, new ByteArrayInputStream(tree), pattern -> {});
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SupportHeader header = SupportHeader.of(STATEMENT, outcome.missing(), outcome.patterns());
    CertificateWriter.write(header, new ByteArrayInputStream(tree), out);
    return out.toByteArray();
  }

  private static SupportReplayResult replay(
      SupportStatement statement, byte[] network, byte[] certificate) throws IOException {
    return SupportReplay.run(
        statement,
        NetworkContent.of(network),
        new ByteArrayInputStream(certificate),
        pattern -> {},
        Stop.NEVER);
  }

  private static SupportReplayResult replay(byte[] certificate) throws IOException {
    return replay(STATEMENT, NETWORK, certificate);
  }

  private static void assertVerdict(
      ReplayVerdict verdict, String reason, SupportReplayResult result) {
    assertEquals(verdict, result.replay());
    assertTrue(
        result.reason().map(Rejection::message).orElse("").contains(reason),
        result.reason()::toString);
    assertEquals(verdict == ReplayVerdict.VALID, result.outcome().isPresent());
  }

  @Test
  void aCertificateReplays() throws IOException {
    List<String> patterns = new ArrayList<>();
    SupportReplayResult result =
        SupportReplay.run(
            STATEMENT,
            NetworkContent.of(NETWORK),
            new ByteArrayInputStream(valid),
            pattern -> patterns.add(pattern.pattern()),
            Stop.NEVER);
    assertVerdict(ReplayVerdict.VALID, "", result);
    assertEquals(patterns.size(), result.outcome().orElseThrow().patterns());
    assertEquals(result.missing(), result.outcome().orElseThrow().missing());
    assertTrue(patterns.size() > 0 && result.missing() < 1);
  }

  @Test
  void anotherNetworkOrStatementIsInvalid() throws IOException {
    byte[] other = NETWORK.clone();
    other[other.length - 1] ^= 1;
    assertVerdict(ReplayVerdict.INVALID, "digest", replay(STATEMENT, other, valid));
    SupportStatement swapped = new SupportStatement(Sha256.of(other), STATEMENT.law());
    assertVerdict(ReplayVerdict.INVALID, "digest", replay(swapped, NETWORK, valid));
    SupportStatement wider =
        new SupportStatement(
            STATEMENT.networkDigest(),
            Law.independent(Statements.inputs("normal(1, 1)", "normal(0, 2)")));
    assertVerdict(ReplayVerdict.INVALID, "another statement", replay(wider, NETWORK, valid));
  }

  @ParameterizedTest
  @CsvSource({
    "surety support certificate 1, surety region certificate 1, expected",
    "surety support 1, surety regions 1, another statement",
    "'\npatterns ', '\npatterns 1', number of patterns",
    "'\npatterns ', '\npatterns 0', not a number",
    "'normal(0, 1)', 'normal(0, 2)', another statement",
    "'\nmissing 0x1', '\nmissing -0x1', no missing probability",
    "'\nmissing 0x1', '\nmissing 0x2', canonical",
    "'\ntree\n', '\ntree\n\u0003', ''",
    "'\nend\n', '\nEND\n', expected"
  })
  void aChangedHeaderIsInvalid(String from, String to, String reason) throws IOException {
    byte[] changed = Certificates.tampered(valid, from, to);
    assertVerdict(ReplayVerdict.INVALID, reason, replay(changed));
  }

  /** A bound that is one unit in the last place closer does not follow. */
  @Test
  void aCloserBoundIsInvalid() throws IOException {
    double missing = replay(valid).missing();
    byte[] closer =
        Certificates.tampered(
            valid, HeaderFields.hex(missing), HeaderFields.hex(Math.nextDown(missing)));
    assertVerdict(ReplayVerdict.INVALID, "missing probability", replay(closer));
    byte[] wider =
        Certificates.tampered(
            valid, HeaderFields.hex(missing), HeaderFields.hex(Math.nextUp(missing)));
    assertVerdict(ReplayVerdict.VALID, "", replay(wider));
  }

  @Test
  @Tag("seconds")
  void everyChangedByteIsNoticed() throws IOException {
    for (int i = 0; i < valid.length; i++) {
      byte[] changed = valid.clone();
      changed[i] ^= 0x20;
      assertTrue(replay(changed).replay() != ReplayVerdict.VALID, "byte " + i);
    }
  }

  @Test
  @Tag("seconds")
  void aTruncatedFileIsIncomplete() throws IOException {
    for (int length = 0; length < valid.length; length += 3) {
      SupportReplayResult result = replay(Arrays.copyOf(valid, length));
      assertEquals(ReplayVerdict.INCOMPLETE, result.replay(), "length " + length);
    }
  }

  @Test
  void nothingMayFollow() throws IOException {
    byte[] longer = Arrays.copyOf(valid, valid.length + 1);
    assertVerdict(ReplayVerdict.INVALID, "goes on", replay(longer));
  }

  @Test
  void aReplayCanBeStopped() {
    assertThrows(
        StoppedException.class,
        () ->
            SupportReplay.run(
                STATEMENT,
                NetworkContent.of(NETWORK),
                new ByteArrayInputStream(valid),
                pattern -> {},
                () -> true));
  }
}
