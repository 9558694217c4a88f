package surety.certificates.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.cell.Truncation;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.region.AxisPlan;
import surety.certificates.region.NaiveTree;
import surety.certificates.region.RegionProblem;
import surety.certificates.region.RegionTree;
import surety.certificates.rejection.RejectedException;
import surety.certificates.rejection.Rejection;
import surety.certificates.statement.RegionStatement;
import surety.certificates.statement.Statements;
import surety.certificates.stop.Stop;
import surety.certificates.writing.CertificateWriter;

class RegionReplayTest {
  static final RegionStatement STATEMENT =
      new RegionStatement(
          Sha256.of(Certificates.NETWORK), Statements.inputs("uniform(0, 1)", "normal(0, 1)"));

  private static final List<Truncation> TRUNCATIONS =
      List.of(new Truncation(0, 1), new Truncation(-8, 8));

  private static final List<AxisPlan> PLANS =
      List.of(new AxisPlan(0, List.of()), new AxisPlan(6, List.of(-2.0, 0.0, 2.0)));

  private static byte[] valid;

  @BeforeAll
  static void write() throws IOException, RejectedException {
    valid = certificate();
  }

  static byte[] certificate() throws IOException, RejectedException {
    RegionProblem problem =
        RegionProblem.of(
            STATEMENT.law().branches().get(0),
            OnnxReader.read(Certificates.NETWORK),
            TRUNCATIONS,
            PLANS,
            Stop.NEVER);
    byte[] tree = NaiveTree.bytes(NaiveTree.of(problem));
    int[] regions = new int[1];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      RegionTree.walk(problem, new ByteArrayInputStream(tree), region -> regions[0]++);
    } catch (RejectedException e) {
      throw new AssertionError(e);
    }
    RegionHeader header = RegionHeader.of(STATEMENT, TRUNCATIONS, PLANS, regions[0]);
    CertificateWriter.write(header, new ByteArrayInputStream(tree), out);
    return out.toByteArray();
  }

  private static RegionReplayResult replay(
      RegionStatement statement, byte[] network, byte[] certificate) throws IOException {
    return RegionReplay.run(
        statement,
        NetworkContent.of(network),
        new ByteArrayInputStream(certificate),
        region -> {},
        Stop.NEVER);
  }

  private static void assertVerdict(
      ReplayVerdict verdict, String reason, RegionReplayResult result) {
    assertEquals(verdict, result.replay());
    assertTrue(
        result.reason().map(Rejection::message).orElse("").contains(reason),
        result.reason()::toString);
    assertEquals(verdict == ReplayVerdict.VALID, result.outcome().isPresent());
  }

  @Test
  void aCertificateReplays() throws IOException {
    RegionReplayResult result = replay(STATEMENT, Certificates.NETWORK, valid);
    assertVerdict(ReplayVerdict.VALID, "", result);
    assertTrue(result.outcome().orElseThrow().regions() > 1);
    assertTrue(result.outcome().orElseThrow().total().contains(1));
    assertTrue(result.tails() > 0);
  }

  @Test
  void anotherNetworkOrStatementIsInvalid() throws IOException {
    byte[] other = Certificates.NETWORK.clone();
    other[other.length - 1] ^= 1;
    assertVerdict(ReplayVerdict.INVALID, "digest", replay(STATEMENT, other, valid));
    RegionStatement swapped = new RegionStatement(Sha256.of(other), STATEMENT.law());
    assertVerdict(ReplayVerdict.INVALID, "digest", replay(swapped, Certificates.NETWORK, valid));
    RegionStatement wider =
        new RegionStatement(
            STATEMENT.networkDigest(), Statements.inputs("uniform(0, 1)", "normal(0, 2)"));
    assertVerdict(
        ReplayVerdict.INVALID, "another statement", replay(wider, Certificates.NETWORK, valid));
  }

  @ParameterizedTest
  @CsvSource({
    "surety region certificate 1, surety region certificate 2, expected",
    "'\nregions ', '\nregions 1', number of regions",
    "'\nregions ', '\nregions 0', not a number of regions",
    "'normal(0, 1)', 'normal(0, 2)', another statement",
    "truncations 2, truncations 1, expected",
    "plans 2, plans 3, INVALID",
    "'\n6 ', '\n41 ', degree",
    "'\n6 ', '\n5 ', bounds",
    "'\nend\n', '\nEND\n', expected"
  })
  void aChangedHeaderIsInvalid(String from, String to, String reason) throws IOException {
    RegionReplayResult result =
        replay(STATEMENT, Certificates.NETWORK, Certificates.tampered(valid, from, to));
    assertVerdict(ReplayVerdict.INVALID, reason.equals("INVALID") ? "" : reason, result);
  }

  @Test
  void everyChangedByteIsNoticed() throws IOException {
    for (int i = 0; i < valid.length; i += 7) {
      byte[] changed = valid.clone();
      changed[i] ^= 0x20;
      RegionReplayResult result = replay(STATEMENT, Certificates.NETWORK, changed);
      assertTrue(result.replay() != ReplayVerdict.VALID, "byte " + i);
    }
  }

  @Test
  void aTruncatedFileIsIncomplete() throws IOException {
    for (int length = 0; length < valid.length; length += 11) {
      RegionReplayResult result =
          replay(STATEMENT, Certificates.NETWORK, Arrays.copyOf(valid, length));
      assertEquals(ReplayVerdict.INCOMPLETE, result.replay(), "length " + length);
    }
  }

  @Test
  void nothingMayFollow() throws IOException {
    byte[] longer = Arrays.copyOf(valid, valid.length + 1);
    assertVerdict(
        ReplayVerdict.INVALID, "goes on", replay(STATEMENT, Certificates.NETWORK, longer));
  }
}
