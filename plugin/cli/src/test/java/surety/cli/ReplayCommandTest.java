package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.report.ResultsSchema;

class ReplayCommandTest {
  private static final String LOW = "property low: P(y0 > 0.75) < 0.5 under Even;";
  private static final String LOWER = "property low: P(y0 > 0.75) < 0.25 under Even;";
  private static final String HIGH = "property high: P(y0 > 0.25) < 0.5 under Even;";
  private static final String BAND = "query band: cdf(y0) at [0.1, 0.5] under Even;";

  @TempDir private Path folder;
  private Project project;
  private Path file;
  private Path certificate;

  @BeforeEach
  void check() throws IOException {
    project = new Project(folder);
    file = project.specification(LOW, HIGH, BAND);
    CommandRun run = CommandRun.of("check", file);
    assertEquals(40, run.status(), run.err());
    certificate = project.certificate("low");
  }

  @Test
  void whatCheckWroteIsValid() {
    CommandRun run = replay();
    assertEquals(0, run.status(), run.out() + run.err());
    assertEquals("VALID, PROVED: " + certificate, run.firstLine());
    assertTrue(run.out().contains("P(y0 > 0.75)"), run.out());
    assertTrue(run.out().contains("probability in ["), run.out());
    assertTrue(run.out().contains("so the property is PROVED"), run.out());
    assertTrue(run.out().contains("rounding in the deployed network is not covered"), run.out());
  }

  @Test
  void aValidCertificateMayProveAViolation() {
    certificate = project.certificate("high");
    CommandRun run = replay();
    assertEquals(40, run.status(), run.err());
    assertEquals("VALID, VIOLATED: " + certificate, run.firstLine());
    assertTrue(run.out().contains("so the property is VIOLATED"), run.out());
  }

  @Test
  void jsonKeepsToTheSchemaWhateverTheVerdict() throws IOException {
    for (String name : new String[] {"low", "high", "band"}) {
      certificate = project.certificate(name);
      CommandRun run = replay("--format", "json");
      assertEquals(name.equals("high") ? 40 : 0, run.status(), run.err());
      ResultsSchema.assertValid(run.out());
      assertTrue(run.out().contains("\"verdict\" : \"VALID\""), run.out());
    }
    Files.writeString(certificate, "nonsense\n");
    CommandRun invalid = replay("--format", "json");
    assertEquals(4, invalid.status());
    ResultsSchema.assertValid(invalid.out());
  }

  /** Bounds that leave the limit open are true, and a gate must not pass them. */
  @Test
  void aValidCertificateMayLeaveItUndecided() throws IOException {
    file = project.specification("property third: P(y0 <= 1/3) <= 1/3 under Even;");
    assertEquals(30, CommandRun.of("check", file, "--timeout", "1s").status());
    certificate = project.certificate("third");
    CommandRun run = replay();
    assertEquals(30, run.status(), run.err());
    assertEquals("VALID, UNDECIDED: " + certificate, run.firstLine());
  }

  @Test
  void aQueryRequiresNothing() throws IOException {
    file = project.specification("query rate: P(y0 > 0.25) = ? under Even;");
    assertEquals(0, CommandRun.of("check", file).status());
    certificate = project.certificate("rate");
    CommandRun run = replay();
    assertEquals(0, run.status(), run.err());
    assertEquals("VALID: " + certificate, run.firstLine());
  }

  @Test
  void thresholdsThatTheCertificateChoseAreSaid() throws IOException {
    String chosen = "the certificate chose the thresholds";
    certificate = project.certificate("band");
    assertFalse(replay().out().contains(chosen));
    assertTrue(replay("--format", "json").out().contains("\"thresholds\" : \"specification\""));
    file = project.specification("query band: cdf(y0) at 4 points under Even;");
    assertEquals(0, CommandRun.of("check", file).status());
    CommandRun run = replay();
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains(chosen), run.out());
    CommandRun json = replay("--format", "json");
    ResultsSchema.assertValid(json.out());
    assertTrue(json.out().contains("\"thresholds\" : \"certificate\""), json.out());
  }

  @Test
  void anotherFileNameDoesNotMatter() throws IOException {
    certificate = Files.move(certificate, folder.resolve("from the vendor"));
    CommandRun run = replay();
    assertEquals(0, run.status(), run.out());
    assertTrue(run.out().contains("  low\n"), run.out());
  }

  @Test
  void anotherPropertyIsNotProved() {
    CommandRun run = replay("--property", "high");
    assertEquals(4, run.status());
    assertEquals(
        "INVALID: this is the certificate of 'low' and proves nothing of 'high'; take that of"
            + " 'high', or ask with --property low",
        run.firstLine());
  }

  @Test
  void whatNoPropertyAsksIsHeldAgainstTheOneThatIsNamed() throws IOException {
    file = project.specification(LOWER, HIGH);
    CommandRun run = replay("--property", "high");
    assertEquals(4, run.status());
    assertTrue(run.out().contains("another statement"), run.out());
    assertTrue(run.out().contains("take that specification, or run surety check again"), run.out());
  }

  @Test
  void anotherLimitIsNotProved() throws IOException {
    file = project.specification(LOWER);
    CommandRun run = replay();
    assertEquals(4, run.status());
    assertEquals(
        "INVALID: the certificate is about another statement: it says 'P(1*y[0] > 3/4) < 1/2' where"
            + " 'P(1*y[0] > 3/4) < 1/4' is asked; "
            + file
            + " asks 'low' otherwise than it did when the certificate was made (x[k] and y[k] are"
            + " the inputs and outputs in their order): take that specification, or run surety"
            + " check again",
        run.firstLine());
  }

  @Test
  void aCertificateOfNothingThatIsAskedIsInvalid() throws IOException {
    Path kept = Files.move(certificate, folder.resolve("kept"));
    file = project.specification(HIGH, BAND);
    certificate = kept;
    CommandRun run = replay();
    assertEquals(4, run.status());
    assertTrue(run.firstLine().contains("'high', 'band'"), run.out());
  }

  @Test
  void aSwappedNetworkIsInvalid() throws IOException {
    Files.write(folder.resolve("net.onnx"), TinyNetwork.linear(new float[][] {{2}}));
    CommandRun run = replay();
    assertEquals(4, run.status());
    String line = run.firstLine();
    String beginning =
        "INVALID: the certificate is about another network than " + folder.resolve("net.onnx");
    assertTrue(line.startsWith(beginning), line);
    assertTrue(
        line.matches(
            ".*\\(SHA-256 [0-9a-f]{12}\\.\\.\\. there, [0-9a-f]{12}\\.\\.\\. here\\); take the"
                + " network that was checked, or run surety check again"),
        line);
  }

  @Test
  void aCutCertificateIsNeverValid() throws IOException {
    byte[] whole = Files.readAllBytes(certificate);
    for (int length = 0; length < whole.length; length += whole.length / 12) {
      Files.write(certificate, Arrays.copyOf(whole, length));
      CommandRun run = replay();
      assertEquals(5, run.status(), run.out());
      assertTrue(run.firstLine().startsWith("INCOMPLETE: "), run.out());
    }
  }

  @Test
  void anEmptyCertificateIsSaidToBeSo() throws IOException {
    Files.write(certificate, new byte[0]);
    CommandRun run = replay();
    assertEquals(5, run.status());
    assertTrue(run.out().contains("the certificate is empty; 'surety check' writes it"), run.out());
  }

  @Test
  void aCutCertificateUnderAnotherNameIsIncompleteToo() throws IOException {
    byte[] whole = Files.readAllBytes(certificate);
    certificate = Files.write(folder.resolve("part"), Arrays.copyOf(whole, 40));
    assertEquals(5, replay().status());
  }

  @Test
  void aChangedByteIsNeverValid() throws IOException {
    byte[] whole = Files.readAllBytes(certificate);
    for (int i = 0; i < whole.length; i += whole.length / 16) {
      byte[] changed = whole.clone();
      changed[i] ^= 1;
      Files.write(certificate, changed);
      CommandRun run = replay();
      assertTrue(run.status() == 4 || run.status() == 5, run.out() + run.err());
      assertFalse(run.out().startsWith("VALID"), run.out());
    }
  }

  @Test
  void aCertificateThatCannotBeReadIsInvalid() {
    certificate = folder.resolve("none.cert");
    CommandRun missing = replay();
    assertEquals(4, missing.status());
    assertTrue(missing.firstLine().contains("none.cert cannot be read"), missing.out());
  }

  @Test
  void aFolderIsNoCertificate() {
    certificate = folder;
    CommandRun run = replay();
    assertEquals(2, run.status());
    assertTrue(run.err().contains(folder + " is a folder; name one certificate in it"), run.err());
  }

  @Test
  void oneIsReplayedAtATime() {
    CommandRun run = replay("b.cert", "c.cert");
    assertEquals(2, run.status());
    assertTrue(
        run.err()
            .startsWith(
                "surety: one certificate is replayed at a time, named with --certificate; there is"
                    + " no place for 'b.cert', 'c.cert'\n"),
        run.err());
  }

  @Test
  void wrongNamesAndFilesAreTheCallersFault() throws IOException {
    CommandRun name = replay("--property", "lwo");
    assertEquals(2, name.status());
    assertTrue(name.err().contains("no property 'lwo'"), name.err());
    file = folder.resolve("none.sure");
    assertEquals(3, replay().status());
    file = project.specification("property low: P(y7 > 0.5) < 0.5 under Even;");
    CommandRun wrong = replay();
    assertEquals(3, wrong.status());
    assertTrue(wrong.err().contains("spec.sure:12:"), wrong.err());
    file = project.specification(LOW);
    Files.delete(folder.resolve("net.onnx"));
    assertEquals(3, replay().status());
  }

  private CommandRun replay(String... options) {
    Object[] arguments =
        new Object[] {"replay", "--specification", file, "--certificate", certificate};
    Object[] all = Arrays.copyOf(arguments, arguments.length + options.length);
    System.arraycopy(options, 0, all, arguments.length, options.length);
    return CommandRun.of(all);
  }
}
