package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.cli.report.CommandSchemas;
import surety.evidence.EvidenceException;
import surety.evidence.KeyFiles;
import surety.evidence.OpenSsl;
import surety.evidence.attestation.Envelope;
import surety.evidence.signature.SigningKey;

/** What an attestation is worth when something is wrong with it, or with the files. */
class VerifyAttestationCommandTest {
  private static final String TYPE = "application/vnd.in-toto+json";

  @TempDir private static Path attested;
  @TempDir private Path folder;
  private EvidenceProject project;
  private KeyFiles key;
  private Path attestation;

  @BeforeAll
  static void attest() throws IOException {
    EvidenceProject project = EvidenceProject.create(attested);
    KeyFiles key = KeyFiles.p256(attested, "key");
    CommandRun run =
        CommandRun.of(
            "attest",
            project.first(),
            "--key",
            key.secret(),
            "--output",
            attested.resolve("attestation.json"));
    assertEquals(0, run.status(), run.err());
  }

  @BeforeEach
  void copy() throws IOException {
    Copies.of(attested, folder);
    project = new EvidenceProject(folder);
    key = new KeyFiles(folder.resolve("key.pem"), folder.resolve("key.public.pem"));
    attestation = folder.resolve("attestation.json");
  }

  private CommandRun verify(Object... more) {
    List<Object> all = new ArrayList<>(List.of("verify-attestation", attestation));
    all.addAll(List.of("--key", key.open()));
    all.addAll(List.of(more));
    return CommandRun.of(all.toArray());
  }

  private CommandRun replay() {
    return verify("--specification", project.first(), "--replay");
  }

  private static void invalid(String reason, CommandRun run) {
    assertEquals(4, run.status(), run.out() + run.err());
    assertTrue(run.firstLine().startsWith("INVALID: "), run.out());
    assertTrue(run.firstLine().contains(reason), run.out());
    assertEquals(1, run.out().lines().count(), run.out());
    assertEquals("", run.err());
  }

  private ObjectNode envelope() throws IOException {
    return (ObjectNode) new ObjectMapper().readTree(Files.readString(attestation));
  }

  private String payload() throws IOException {
    byte[] bytes = Base64.getDecoder().decode(envelope().get("payload").textValue());
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Somebody who has the key says something else. */
  private void signAgain(String payload) throws IOException, EvidenceException {
    SigningKey secret = SigningKey.read(key.secret(), Optional.empty());
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    Files.write(attestation, Envelope.sign(TYPE, bytes, secret).text());
  }

  @Test
  void everyWrongSignatureGetsTheSameMessage() throws IOException {
    String message =
        "INVALID: no signature of %s is by the key %s; nothing in it counts"
            .formatted(attestation, key.open());
    ObjectNode whole = envelope();
    List<ObjectNode> wrong = new ArrayList<>();
    for (String signature : List.of("", "AAAA", "MAYCAQECAQE=")) {
      ObjectNode one = whole.deepCopy();
      ((ObjectNode) one.get("signatures").get(0)).put("sig", signature);
      wrong.add(one);
    }
    String other = payload().replace("VIOLATED", "PROVED");
    String encoded = Base64.getEncoder().encodeToString(other.getBytes(StandardCharsets.UTF_8));
    wrong.add(whole.deepCopy().put("payload", encoded));
    wrong.add(whole.deepCopy().put("payloadType", "text/plain"));
    for (ObjectNode one : wrong) {
      Files.writeString(attestation, one.toString());
      CommandRun run = verify();
      assertEquals(4, run.status());
      assertEquals(message + "\n", run.out());
    }
  }

  @Test
  void jsonKeepsToTheSchema() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    CommandRun signed = verify("--format", "json");
    assertEquals(40, signed.status(), signed.err());
    CommandSchemas.VERIFICATION.assertValid(signed.out());
    JsonNode node = mapper.readTree(signed.out());
    assertEquals("SIGNED", node.get("verdict").textValue());
    assertEquals(mapper.readTree(payload()), node.get("statement"));
    assertTrue(node.get("replayed").isNull());
    CommandRun replayed =
        verify("--format", "json", "--specification", project.first(), "--replay");
    CommandSchemas.VERIFICATION.assertValid(replayed.out());
    assertEquals("SIGNED, REPLAYED", mapper.readTree(replayed.out()).get("verdict").textValue());
    key = KeyFiles.p384(folder, "other");
    CommandRun invalid = verify("--format", "json");
    assertEquals(4, invalid.status());
    CommandSchemas.VERIFICATION.assertValid(invalid.out());
    assertEquals("INVALID", mapper.readTree(invalid.out()).get("verdict").textValue());
  }

  @Test
  void anotherKeyHasNotSignedIt() throws IOException {
    for (KeyFiles other :
        List.of(
            KeyFiles.p256(folder, "other"),
            KeyFiles.p384(folder, "larger"),
            KeyFiles.ed25519(folder, "edwards"))) {
      key = other;
      invalid("no signature of", verify());
    }
  }

  @Test
  void oneOfSeveralSignaturesIsEnough() throws IOException {
    ObjectNode envelope = envelope();
    ((ArrayNode) envelope.get("signatures")).insertObject(0).put("sig", "AAAA");
    Files.writeString(attestation, envelope.toString());
    CommandRun run = verify();
    assertEquals(40, run.status(), run.out());
    assertTrue(run.out().contains("signature  valid, one of 2: "), run.out());
  }

  @Test
  void whatIsSignedButNoAttestationIsRefused() throws Exception {
    signAgain("{}");
    invalid("the statement has no text '_type'", verify());
    SigningKey secret = SigningKey.read(key.secret(), Optional.empty());
    byte[] text = Envelope.sign("text/plain", new byte[] {1}, secret).text();
    Files.write(attestation, text);
    invalid("the payload type is 'text/plain'", verify());
  }

  @Test
  void filesThatAreNoEnvelopesAreRefused() throws IOException {
    Files.writeString(attestation, "");
    invalid("is no JSON", verify());
    Files.writeString(attestation, envelopeText() + "x");
    invalid("is no JSON", verify());
    Files.writeString(attestation, "{\"payload\": \"\", " + envelopeText().substring(1));
    invalid("Duplicate field 'payload'", verify());
    attestation = folder;
    assertEquals(3, verify().status());
    attestation = folder.resolve("none.json");
    CommandRun none = verify();
    assertEquals(3, none.status());
    assertTrue(none.err().contains("there is no such file"), none.err());
  }

  private static String envelopeText() throws IOException {
    return Files.readString(attested.resolve("attestation.json"));
  }

  @Test
  void wrongKeyFilesAreTheCallersFault() throws IOException {
    key = new KeyFiles(key.secret(), key.secret());
    CommandRun secret = verify();
    assertEquals(3, secret.status());
    assertTrue(secret.err().contains("openssl pkey -in"), secret.err());
    assertEquals("", secret.out());
    key = KeyFiles.other(folder, "rsa", "RSA", "");
    assertEquals(3, verify().status());
  }

  @Test
  void otherFilesAreNotWhatWasAttested() throws IOException {
    Path file = project.first();
    String text = Files.readString(file);
    Files.writeString(file, text + "// a comment\n");
    invalid("is not what was attested, which is 'a/f.sure'", replay());
    invalid("is not what was attested", verify("--specification", file));
    invalid("is not what was attested", verify("--specification", project.second()));
    Files.writeString(file, text);
    assertEquals(40, verify("--specification", file).status());
    Files.write(project.network(), TinyNetwork.linear(new float[][] {{2}}));
    invalid("it's 100%.onnx (SHA-256 ", verify("--specification", file));
    Files.delete(project.network());
    assertEquals(3, verify("--specification", file).status());
  }

  @Test
  void aReplayNeedsTheAttestedCertificates() throws IOException {
    Path certificate = project.certificate("low");
    byte[] whole = Files.readAllBytes(certificate);
    byte[] changed = whole.clone();
    changed[whole.length / 2] ^= 4;
    Files.write(certificate, changed);
    invalid("the certificate of 'low'", replay());
    assertEquals(40, verify("--specification", project.first()).status());
    Files.write(certificate, Arrays.copyOf(whole, whole.length - 3));
    CommandRun cut = replay();
    assertEquals(5, cut.status());
    assertTrue(cut.firstLine().startsWith("INCOMPLETE: "), cut.out());
    Files.delete(certificate);
    invalid("there is no certificate of 'low'", replay());
    // Another search, another certificate: it is as good, but nobody attested it.
    CommandRun again =
        CommandRun.of("check", project.first(), "--property", "low", "--gap", "1e-3");
    assertEquals(0, again.status(), again.err());
    if (!Arrays.equals(whole, Files.readAllBytes(certificate))) {
      invalid("is another certificate of 'low' than was attested", replay());
    }
  }

  /** A key that lies is found out by the replay, and only by it. */
  @Test
  void aSignedLieIsSignedAndDoesNotReplay() throws Exception {
    String truth = payload();
    signAgain(truth.replace("\"VIOLATED\"", "\"PROVED\""));
    assertTrue(verify().firstLine().startsWith("SIGNED: "));
    invalid("of 'high' is attested: PROVED", replay());
    signAgain(truth.replaceFirst("\"lower\" : \"0.[0-9]+\"", "\"lower\" : \"0.25\""));
    assertTrue(verify().firstLine().startsWith("SIGNED: "));
    invalid("but its certificate proves:", replay());
    signAgain(truth.replace("\"claim\" : \"R\"", "\"claim\" : \"F\""));
    invalid("is attested:", replay());
    signAgain(truth.replace("\"name\" : \"high\"", "\"name\" : \"missing\""));
    invalid("has no property or query 'missing'", replay());
    signAgain(truth.replace("\"name\" : \"high\"", "\"name\" : \"low\""));
    invalid("another statement of 'low' was attested", replay());
  }

  @Test
  void whatAStrangerWroteDoesNotMoveTheCursor() throws Exception {
    signAgain(payload().replace("R1: low", "\\u001b[2J\\r\\nVALID"));
    CommandRun run = verify();
    assertTrue(run.out().contains("\"?[2J??VALID"), run.out());
  }

  /** The commands of the page, with a program that is not ours. */
  @Test
  void opensslVerifiesTheEnvelope() throws Exception {
    OpenSsl openssl = new OpenSsl(folder);
    assumeTrue(OpenSsl.isThere("python3", "--version"), "there is no python3");
    String instructions =
        """
        import base64, json
        e = json.load(open('attestation.json'))
        t, p = e['payloadType'].encode(), base64.b64decode(e['payload'])
        open('signed.bin', 'wb').write(b'DSSEv1 %d %s %d %s' % (len(t), t, len(p), p))
        open('signature.bin', 'wb').write(base64.b64decode(e['signatures'][0]['sig']))
        open('statement.json', 'wb').write(p)""";
    Process python =
        new ProcessBuilder("python3", "-c", instructions).directory(folder.toFile()).start();
    assertEquals(0, python.waitFor());
    String[] command = {
      "dgst", "-sha256", "-verify", "key.public.pem", "-signature", "signature.bin", "signed.bin"
    };
    assertEquals(0, openssl.status(command));
    JsonNode statement =
        new ObjectMapper().readTree(Files.readString(folder.resolve("statement.json")));
    assertEquals("urn:surety:attestation:1", statement.get("predicateType").textValue());
    Files.writeString(folder.resolve("signed.bin"), "something else");
    assertEquals(1, openssl.status(command));
  }
}
