package surety.certificates.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.onnx.OnnxFiles;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.ListedThresholds;
import surety.certificates.statement.Statement;

class MainTest {
  private static final Statement STATEMENT = Certificates.property();
  private static final byte[] VALID = Certificates.certificate(STATEMENT);

  @TempDir private Path folder;
  private Path statement;
  private Path network;
  private Path certificate;
  private String out;
  private String err;

  @BeforeEach
  void writeFiles() throws IOException {
    statement = Files.writeString(folder.resolve("s.txt"), STATEMENT.canonical());
    network = Files.write(folder.resolve("n.onnx"), Certificates.NETWORK);
    certificate = Files.write(folder.resolve("c.cert"), VALID);
  }

  private int run(String... arguments) {
    ByteArrayOutputStream standard = new ByteArrayOutputStream();
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    int status =
        Main.run(
            arguments,
            new PrintStream(standard, true, StandardCharsets.UTF_8),
            new PrintStream(error, true, StandardCharsets.UTF_8));
    out = standard.toString(StandardCharsets.UTF_8);
    err = error.toString(StandardCharsets.UTF_8);
    return status;
  }

  private int replay() {
    return run(
        "--statement",
        statement.toString(),
        "--network",
        network.toString(),
        "--certificate",
        certificate.toString());
  }

  @Test
  void validIsZero() {
    assertEquals(0, replay());
    assertEquals("VALID, PROVED", out.lines().findFirst().orElseThrow());
    assertTrue(out.contains(STATEMENT.claim().canonical()));
    assertTrue(out.contains("\nbetween 0."));
    assertTrue(out.contains("leaves: 6"));
    assertTrue(out.contains("claim level R"));
    assertEquals("", err);
  }

  /** Files in which a model keeps weights lie beside it; none of them is named on the line. */
  @Test
  void weightsInOtherFilesAreReadBesideTheModel() throws IOException {
    Files.write(network, OnnxFiles.external("w", "b"));
    assertEquals(3, replay());
    assertEquals(
        "error: the model keeps data in the file 'b', which is not beside it; put it there\n",
        err.replace("\r", ""));
    Files.write(folder.resolve("w"), OnnxFiles.data(0, 1, 1));
    Files.write(folder.resolve("b"), OnnxFiles.data(0));
    assertEquals(4, replay()); // another network than that of the statement, and read
    assertEquals("", err);
  }

  private int replay(Statement about) throws IOException {
    Files.writeString(statement, about.canonical());
    Files.write(certificate, Certificates.certificate(about));
    return replay();
  }

  /** The bounds are right; a gate must not take that for a property that holds. */
  @Test
  void validButViolatedIsForty() throws IOException {
    assertEquals(
        40,
        replay(
            Certificates.property(Comparison.LESS_OR_EQUAL, Comparison.LESS, Rational.of(1, 2))));
    assertEquals("VALID, VIOLATED", out.lines().findFirst().orElseThrow());
  }

  @Test
  void validButUndecidedIsThirty() throws IOException {
    assertEquals(30, replay(Certificates.undecided()));
    assertEquals("VALID, UNDECIDED", out.lines().findFirst().orElseThrow());
  }

  @Test
  void aQueryRequiresNothing() throws IOException {
    assertEquals(0, replay(Certificates.query()));
    assertEquals("VALID", out.lines().findFirst().orElseThrow());
    assertFalse(out.contains("chose the thresholds"), out);
  }

  /** Of a cdf at so many points the statement does not say at which. */
  @Test
  void thresholdsThatTheCertificateChoseAreSaid() throws IOException {
    assertEquals(0, replay(Certificates.band()));
    assertTrue(out.startsWith("VALID\n"), out);
    assertTrue(out.contains("\nthe certificate chose the thresholds\n"), out);
    Statement listed =
        Certificates.statement(
            new BandClaim(
                Certificates.Y, new ListedThresholds(Certificates.numbers(Certificates.band()))));
    assertEquals(0, replay(listed));
    assertFalse(out.contains("chose the thresholds"), out);
  }

  @Test
  void optionsInAnyOrder() {
    assertEquals(
        0,
        run(
            "--certificate",
            certificate.toString(),
            "--statement",
            statement.toString(),
            "--network",
            network.toString()));
  }

  @Test
  void invalidIsFour() throws IOException {
    byte[] changed = VALID.clone();
    changed[VALID.length / 2] ^= 1;
    Files.write(certificate, changed);
    assertEquals(4, replay());
    assertTrue(out.startsWith("INVALID: "));
    assertEquals(1, out.lines().count());
    Files.write(certificate, VALID);
    Files.writeString(
        statement,
        Certificates.property(Comparison.LESS, Comparison.GREATER, Rational.of(1, 2)).canonical());
    assertEquals(4, replay());
    assertTrue(out.contains("another statement"));
  }

  @Test
  void incompleteIsFive() throws IOException {
    Files.write(certificate, Arrays.copyOf(VALID, VALID.length - 40));
    assertEquals(5, replay());
    assertTrue(out.startsWith("INCOMPLETE: "));
    Files.write(certificate, new byte[0]);
    assertEquals(5, replay());
  }

  @Test
  void anotherNetworkIsFour() throws IOException {
    Files.write(network, new byte[] {1});
    assertEquals(4, replay());
    assertTrue(out.contains("network file is not the one"));
  }

  @Test
  void whatCannotBeReadIsThree() throws IOException {
    Files.writeString(statement, "surety statement 2\n");
    assertEquals(3, replay());
    assertTrue(err.startsWith("error: line 2"));
    assertEquals("", out);
    Files.write(statement, new byte[] {(byte) 0xe9, 10});
    assertEquals(3, replay());
    Files.delete(statement);
    assertEquals(3, replay());
    assertTrue(err.contains("s.txt"));
  }

  @Test
  void aMissingOrUnreadableCertificateIsThree() throws IOException {
    Files.delete(certificate);
    assertEquals(3, replay());
    assertTrue(err.contains("c.cert"));
    Files.createDirectory(certificate);
    assertEquals(3, replay());
    assertTrue(err.startsWith("error: "));
  }

  @Test
  void wrongUsageIsTwo() {
    assertEquals(2, run());
    assertTrue(err.contains("usage:"));
    assertEquals(2, run("--statement", "s"));
    assertEquals(2, run("--statement", "s", "--network", "n", "--certificate"));
    assertEquals(2, run("--statement", "s", "--network", "n", "--cert", "c"));
    assertEquals(2, run("--statement", "s", "--statement", "s", "--certificate", "c"));
    assertEquals(2, run("--statement", "s", "--network", "n", "--certificate", "c", "x"));
    assertEquals("", out);
  }

  /** Bounds that are true, and would take for ever to write as decimals. */
  @Test
  void endsThatNobodyComputesWithAreRefused() throws IOException {
    Enclosure bounds = Certificates.header(STATEMENT, Certificates.tree()).bounds().get(0);
    Bound far = Bound.parseHex("0x1p1000000000");
    Bound near = Bound.parseHex("0x1p-1000000000");
    for (Enclosure claimed :
        List.of(
            new Enclosure(near, bounds.upper()),
            new Enclosure(near.negate(), bounds.upper()),
            new Enclosure(far.negate(), bounds.upper()),
            new Enclosure(bounds.lower(), far))) {
      Files.write(certificate, claiming(claimed));
      assertEquals(4, replay(), out);
      assertTrue(out.contains("exponents"), out);
    }
    Bound large = Bound.parseHex("0x1p4194304");
    Files.write(certificate, claiming(new Enclosure(large.negate(), large)));
    assertEquals(30, replay(), out);
    Files.write(certificate, claiming(Enclosure.WHOLE));
    assertEquals(30, replay(), out);
    assertTrue(out.contains("between -inf and inf"), out);
  }

  private static byte[] claiming(Enclosure bounds) {
    Header header = new Header(STATEMENT, Certificates.truncations(), List.of(), List.of(bounds));
    return Certificates.write(header, Certificates.tree());
  }

  @Test
  void regionsAreOfOneNetwork() throws Exception {
    Files.writeString(statement, RegionReplayTest.STATEMENT.canonical());
    Files.write(certificate, RegionReplayTest.certificate());
    assertEquals(0, replay());
    assertEquals(
        3,
        run(
            "--statement",
            statement.toString(),
            "--network",
            network.toString(),
            "--network",
            network.toString(),
            "--certificate",
            certificate.toString()));
    assertTrue(err.contains("one network"), err);
  }

  @Test
  void helpIsZero() {
    assertEquals(0, run("--help"));
    assertTrue(out.startsWith("usage:"), out);
    assertTrue(out.contains("0 valid and proved"), out);
    assertEquals("", err);
  }

  /** Next to anything else it would hide what is wrong, and end with 0 what was not replayed. */
  @Test
  void helpStandsAlone() {
    assertEquals(2, run("--help", "--help"));
    assertEquals(2, run("--help", "x"));
    assertEquals(2, run("--statement", "s", "--network", "n", "--certificate", "c", "--help"));
    assertEquals(2, run("--help", "s", "--network", "n", "--certificate", "c"));
    assertEquals(2, run("-h"));
    assertEquals(2, run("--HELP"));
    assertEquals(2, run(""));
    assertEquals("", out);
    assertTrue(err.startsWith("usage:"), err);
  }

  @Test
  void supportCertificatesReplay() throws Exception {
    Files.writeString(statement, SupportReplayTest.STATEMENT.canonical());
    Files.write(certificate, SupportReplayTest.certificate());
    Files.write(network, SupportReplayTest.NETWORK);
    assertEquals(0, replay());
    assertTrue(out.startsWith("VALID\nactivation patterns: "), out);
    assertTrue(out.contains("\nprobability of all others: at most "), out);
    assertTrue(out.contains("\nclaim level R"), out);
    Files.writeString(statement, RegionReplayTest.STATEMENT.canonical());
    assertEquals(4, replay());
    assertTrue(out.startsWith("INVALID: "), out);
  }

  @Test
  void regionCertificatesReplay() throws Exception {
    Files.writeString(statement, RegionReplayTest.STATEMENT.canonical());
    byte[] valid = RegionReplayTest.certificate();
    Files.write(certificate, valid);
    assertEquals(0, replay());
    assertTrue(out.startsWith("VALID\nactivation regions: "), out);
    assertTrue(out.contains("claim level R"), out);
    Files.write(certificate, Arrays.copyOf(valid, valid.length / 2));
    assertEquals(5, replay());
    assertTrue(out.startsWith("INCOMPLETE: "), out);
    Files.write(certificate, VALID);
    assertEquals(4, replay());
    Files.writeString(statement, RegionReplayTest.STATEMENT.canonical() + "more\n");
    assertEquals(3, replay());
    assertTrue(err.contains("error: "), err);
  }
}
