package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.replay.Sha256;
import surety.evidence.KeyFiles;
import surety.report.SchemaFile;

/** Attestations, from the signature to the verification by somebody else. */
class AttestCommandTest {
  private static final SchemaFile SCHEMA =
      new SchemaFile("/surety/evidence/surety-attestation.schema.json");

  @TempDir private static Path checked;
  @TempDir private Path folder;
  private EvidenceProject project;
  private KeyFiles key;
  private Path attestation;

  @BeforeAll
  static void check() throws IOException {
    EvidenceProject.create(checked);
  }

  @BeforeEach
  void copy() throws IOException {
    Copies.of(checked, folder);
    project = new EvidenceProject(folder);
    key = KeyFiles.ed25519(folder, "key");
    attestation = folder.resolve("attestation.json");
  }

  private CommandRun attest(Object... more) {
    return run(new Object[] {"attest", project.first()}, more, "--key", key.secret());
  }

  private CommandRun verify(Object... more) {
    return run(new Object[] {"verify-attestation", attestation}, more, "--key", key.open());
  }

  private static CommandRun run(Object[] command, Object[] more, Object... last) {
    Object[] all = Arrays.copyOf(command, command.length + more.length + last.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    System.arraycopy(last, 0, all, command.length + more.length, last.length);
    return CommandRun.of(all);
  }

  private void attestBoth() {
    CommandRun run = attest(project.second(), "--output", attestation);
    assertEquals(0, run.status(), run.err());
  }

  private static String payload(String envelope) throws IOException {
    JsonNode node = new ObjectMapper().readTree(envelope);
    byte[] payload = Base64.getDecoder().decode(node.get("payload").textValue());
    return new String(payload, StandardCharsets.UTF_8);
  }

  @Test
  void theEnvelopeGoesToStandardOutput() throws IOException {
    CommandRun run = attest();
    assertEquals(0, run.status(), run.err());
    assertEquals("", run.err());
    JsonNode envelope = new ObjectMapper().readTree(run.out());
    assertEquals("application/vnd.in-toto+json", envelope.get("payloadType").textValue());
    SCHEMA.assertValid(payload(run.out()));
  }

  @Test
  void everyFileIsASubjectWithItsDigest() throws IOException {
    attestBoth();
    JsonNode statement = new ObjectMapper().readTree(payload(Files.readString(attestation)));
    SCHEMA.assertValid(statement.toString());
    List<String> names =
        statement.findValue("subject").findValues("name").stream()
            .map(JsonNode::textValue)
            .toList();
    assertEquals(
        List.of(
            "a/certificates/f.band.cert",
            "a/certificates/f.high.cert",
            "a/certificates/f.low.cert",
            "a/certificates/f.third.cert",
            "a/f.sure",
            "b/bins.csv",
            "b/certificates/f.low.cert",
            "b/f.sure",
            "models/it's 100%.onnx",
            "models/net.data",
            "models/net.onnx"),
        names);
    for (JsonNode subject : statement.get("subject")) {
      Path file = folder.resolve(subject.get("name").textValue());
      assertEquals(
          Sha256.of(Files.readAllBytes(file)), subject.get("digest").get("sha256").textValue());
    }
  }

  @Test
  void aRunSaysWhatWasSigned() {
    CommandRun run = attest("--output", attestation);
    assertEquals(0, run.status(), run.err());
    assertEquals(
        "ATTESTED: " + attestation + ": 1 proved, 1 violated, 1 undecided, 1 query answered",
        run.firstLine());
    assertTrue(run.out().contains("signature  by the Ed25519 key "), run.out());
    assertTrue(run.out().contains("PROVED     low  \"R1: low | *here*\"\n"), run.out());
  }

  @Test
  void whatASignatureAndWhatAReplaySaysAreTwoLines() {
    attestBoth();
    CommandRun signed = verify();
    assertEquals(40, signed.status(), signed.err());
    assertTrue(signed.firstLine().startsWith("SIGNED: "), signed.out());
    assertTrue(signed.out().contains("\nsignature  valid: whoever holds the Ed25519 key "));
    assertTrue(signed.out().contains("\nreplay     not done: "), signed.out());
    CommandRun part = verify("--specification", project.first(), "--replay");
    assertTrue(part.firstLine().startsWith("SIGNED, REPLAYED IN PART: "), part.out());
    assertTrue(part.out().contains("\nreplay     4 of 5 certificates are valid: "), part.out());
    CommandRun all =
        verify("--specification", project.first(), "--specification", project.second(), "--replay");
    assertEquals(40, all.status(), all.err());
    assertTrue(all.firstLine().startsWith("SIGNED, REPLAYED: "), all.out());
    assertTrue(
        all.out().contains("\nreplay     5 certificates are valid: so it is true\n"), all.out());
    assertTrue(all.out().contains("\nfiles      6 files are what was attested"), all.out());
  }

  @Test
  void theStatusIsThatOfWhatIsClaimed() {
    assertEquals(0, attest("--property", "low", "--output", attestation).status());
    CommandRun proved = verify();
    assertEquals(0, proved.status(), proved.err());
    assertTrue(
        proved
            .out()
            .endsWith("nothing is attested of a/f.sure: high, a/f.sure: third, a/f.sure: band\n"),
        proved.out());
    assertEquals(0, attest("--property", "third", "--output", attestation).status());
    assertEquals(30, verify("--specification", project.first(), "--replay").status());
    assertEquals(0, attest("--property", "band", "--output", attestation).status());
    assertEquals(0, verify("--specification", project.first(), "--replay").status());
  }

  @Test
  void certificatesMayBeElsewhere() throws IOException {
    Files.move(folder.resolve("a/certificates"), folder.resolve("kept"));
    assertEquals(4, attest().status());
    CommandRun run = attest("--certificates", folder.resolve("kept"), "--output", attestation);
    assertEquals(0, run.status(), run.err());
    CommandRun verified =
        verify(
            "--specification",
            project.first(),
            "--replay",
            "--certificates",
            folder.resolve("kept"));
    assertTrue(verified.firstLine().startsWith("SIGNED, REPLAYED: "), verified.out());
  }

  @Test
  void whatDoesNotReplayIsNotSigned() throws IOException {
    byte[] whole = Files.readAllBytes(project.certificate("high"));
    byte[] changed = whole.clone();
    changed[whole.length / 2] ^= 1;
    Files.write(project.certificate("high"), changed);
    refused(4, "the certificate of 'high'", attest("--output", attestation));
    Files.write(project.certificate("high"), Arrays.copyOf(whole, whole.length - 20));
    refused(5, "is INCOMPLETE", attest("--output", attestation));
    Files.copy(
        project.certificate("low"),
        project.certificate("high"),
        StandardCopyOption.REPLACE_EXISTING);
    refused(4, "another statement", attest("--output", attestation));
    Files.delete(project.certificate("high"));
    refused(4, "there is no certificate of 'high'", attest("--output", attestation));
    Files.createDirectory(project.certificate("high"));
    refused(4, "there is no certificate of 'high'", attest("--output", attestation));
  }

  private void refused(int status, String reason, CommandRun run) {
    assertEquals(status, run.status(), run.out() + run.err());
    assertEquals("", run.out());
    assertTrue(run.err().contains(reason), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertFalse(Files.exists(attestation));
  }

  @Test
  void anotherNetworkIsNotAttested() throws IOException {
    Files.write(project.network(), TinyNetwork.linear(new float[][] {{2}}));
    refused(4, "another statement", attest("--output", attestation));
  }

  @Test
  void wrongKeysAndArgumentsAreRefused() throws IOException {
    Path good = key.secret();
    refused(3, "is a public key", CommandRun.of("attest", project.first(), "--key", key.open()));
    Path none = folder.resolve("none.pem");
    refused(3, "there is no such file", CommandRun.of("attest", project.first(), "--key", none));
    KeyFiles rsa = KeyFiles.other(folder, "rsa", "RSA", "");
    refused(3, "of another kind", CommandRun.of("attest", project.first(), "--key", rsa.secret()));
    Path locked = folder.resolve("locked.pem");
    Files.writeString(locked, KeyFiles.pem("ENCRYPTED PRIVATE KEY", new byte[] {1}));
    refused(3, "SURETY_KEY_PASSWORD", CommandRun.of("attest", project.first(), "--key", locked));
    refused(
        3, "there is no such", CommandRun.of("attest", folder.resolve("x.sure"), "--key", good));
    Path empty = Files.writeString(folder.resolve("empty.sure"), "semantics real;\n");
    CommandRun nothing = CommandRun.of("attest", empty, "--key", good);
    assertEquals(3, nothing.status());
    assertTrue(nothing.err().contains("there is nothing to replay"), nothing.err());
    usage("has no property 'lwo'", attest("--property", "lwo"));
    usage("anybody can write", CommandRun.of("attest", folder.resolve("r.json"), "--key", good));
    usage("would share their certificates", attest(project.second(), "--certificates", folder));
    usage("cannot be written", attest("--output", folder.resolve("no/where.json")));
    usage("cannot be written", attest("--output", folder));
  }

  private static void usage(String reason, CommandRun run) {
    assertEquals(2, run.status(), run.err());
    assertEquals("", run.out());
    assertTrue(run.err().contains(reason), run.err());
  }

  @Test
  void nothingIsWrittenOverWhatGoesIn() throws IOException {
    for (Path input :
        List.of(project.first(), project.network(), project.certificate("low"), key.secret())) {
      byte[] before = Files.readAllBytes(input);
      usage("is one of the files that go into it", attest("--output", input));
      assertTrue(Arrays.equals(before, Files.readAllBytes(input)));
    }
    Path link = Files.createSymbolicLink(folder.resolve("link"), project.first());
    usage("is one of the files that go into it", attest("--output", link));
  }

  @Test
  void anOlderAttestationIsReplaced() throws IOException {
    Files.writeString(attestation, "old");
    assertEquals(0, attest("--output", attestation).status());
    assertTrue(verify().firstLine().startsWith("SIGNED: "));
  }

  @Test
  void aKeyThatOthersCanReadIsWarnedOf() throws IOException {
    Files.setPosixFilePermissions(key.secret(), PosixFilePermissions.fromString("rw-r--r--"));
    CommandRun run = attest("--output", attestation);
    assertEquals(0, run.status());
    assertEquals(
        "surety: warning: others can read the key %1$s; change that with: chmod 600 %1$s\n"
            .formatted(key.secret()),
        run.err());
  }

  @Test
  void noOutputHasAnythingOfTheKey() throws IOException {
    String secret = Files.readString(key.secret()).lines().skip(1).findFirst().orElseThrow();
    CommandRun run = attest();
    String all = run.out() + run.err() + payload(run.out());
    assertFalse(all.contains(secret.substring(24, 40)), all);
  }
}
