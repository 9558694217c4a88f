package surety.evidence;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.fuzz.Fuzz;
import surety.certificates.statement.Verdict;
import surety.evidence.attestation.Attestation;
import surety.evidence.attestation.AttestationText;
import surety.evidence.attestation.AttestedPoint;
import surety.evidence.attestation.AttestedResult;
import surety.evidence.attestation.Envelope;
import surety.evidence.attestation.Subject;
import surety.evidence.signature.SigningKey;
import surety.evidence.signature.VerificationKey;

/** Whatever comes from outside, it is evidence or the error of evidence, and never both. */
class ReadersFuzzTest {
  private static final int COUNT = 2_000;
  private static final String DIGEST = "0123456789abcdef".repeat(4);
  private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.UTF_8);

  private static final String[] WORDS = {
    "payload",
    "payloadType",
    "signatures",
    "sig",
    "keyid",
    "\"\"",
    "[]",
    "{}",
    "true",
    "\\ud800",
    "\\u0000",
    "1e9999",
    "_type",
    "subject",
    "digest",
    "sha256",
    "results",
    "predicate",
    "PROVED"
  };

  @TempDir private Path folder;

  private static Attestation attestation() {
    AttestedResult result =
        new AttestedResult(
            "f.sure",
            "c",
            "property",
            Optional.of("a title"),
            "P(y > 0) < 0.5 under D",
            "R",
            "for the function over the reals",
            "probability",
            Optional.of("< 0.5"),
            Optional.of(Verdict.PROVED),
            List.of(new AttestedPoint(List.of("1/3"), Optional.of("0"), Optional.of("0.25"))),
            DIGEST,
            List.of("n.onnx"),
            "f.c.cert");
    Instant time = Instant.parse("2026-01-31T12:00:00Z");
    return new Attestation(
        List.of(
            new Subject("f.c.cert", DIGEST),
            new Subject("f.sure", DIGEST),
            new Subject("n.onnx", DIGEST)),
        new Attestation.Origin("1.2.3", DIGEST, List.of("attest", "f.sure"), time, time),
        List.of(result),
        List.of(new Attestation.Omitted("f.sure", "other")));
  }

  private SigningKey key() throws Exception {
    return SigningKey.read(KeyFiles.ed25519(folder, "key").secret(), Optional.empty());
  }

  private static void require(EvidenceException e) {
    assertFalse(e.getMessage().isBlank());
    assertTrue(e.getMessage().length() < 2_000, e::getMessage);
    assertFalse(e.getMessage().contains("\n"), e::getMessage);
  }

  @Test
  void envelopesAreReadOrRefused() throws Exception {
    SigningKey key = key();
    byte[] payload = AttestationText.write(attestation());
    byte[] sound = Envelope.sign(AttestationText.PAYLOAD_TYPE, payload, key).text();
    int signed =
        Fuzz.ofTexts(List.of(new String(sound, StandardCharsets.UTF_8)), WORDS)
            .run(
                COUNT,
                text -> {
                  try {
                    Envelope envelope = Envelope.of(text);
                    if (!envelope.isSignedBy(key.half())) {
                      return false;
                    }
                    AttestationText.read(envelope);
                    return true;
                  } catch (EvidenceException e) {
                    require(e);
                    return false;
                  }
                });
    assertTrue(signed > 0, () -> signed + " were signed");
  }

  @Test
  void attestationsAreReadOrRefused() {
    String sound = new String(AttestationText.write(attestation()), StandardCharsets.UTF_8);
    int read =
        Fuzz.ofTexts(List.of(sound), WORDS)
            .run(
                COUNT,
                payload -> {
                  try {
                    AttestationText.read(
                        new Envelope(
                            AttestationText.PAYLOAD_TYPE,
                            payload,
                            List.of(new Envelope.Signature(Optional.empty(), new byte[0]))));
                    return true;
                  } catch (EvidenceException e) {
                    require(e);
                    return false;
                  }
                });
    assertTrue(read > COUNT / 100, () -> read + " were read");
  }

  private List<KeyFiles> keys() throws Exception {
    return List.of(
        KeyFiles.ed25519(folder, "edwards"),
        KeyFiles.p256(folder, "small"),
        KeyFiles.p384(folder, "large"));
  }

  /** What stands between the first line and the last one. */
  private static byte[] content(Path pem) throws Exception {
    List<String> lines = Files.readAllLines(pem);
    return Base64.getDecoder().decode(String.join("", lines.subList(1, lines.size() - 1)));
  }

  private Path pem(String label, byte[] content) throws Exception {
    String text =
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(label, Base64.getMimeEncoder().encodeToString(content), label);
    return Files.writeString(folder.resolve("damaged.pem"), text);
  }

  @Test
  void keyFilesAreReadOrRefused() throws Exception {
    List<String> texts = new ArrayList<>();
    for (KeyFiles each : keys()) {
      texts.add(Files.readString(each.secret()));
      texts.add(Files.readString(each.open()));
    }
    Path file = folder.resolve("damaged.pem");
    Fuzz.ofTexts(texts, "-----BEGIN PUBLIC KEY-----", "-----", "ENCRYPTED", "PRIVATE KEY", "EC")
        .run(
            COUNT / 2,
            text -> {
              boolean isSecret = isSecret(Files.write(file, text));
              return isOpen(file) || isSecret;
            });
  }

  @Test
  void damagedPublicKeysVerifyNothing() throws Exception {
    List<byte[]> contents = new ArrayList<>();
    for (KeyFiles each : keys()) {
      contents.add(content(each.open()));
    }
    Fuzz.ofBytes(contents).run(COUNT, bytes -> isOpen(pem("PUBLIC KEY", bytes)));
  }

  @Test
  void damagedPrivateKeysAreReadOrRefused() throws Exception {
    List<byte[]> contents = new ArrayList<>();
    for (KeyFiles each : keys()) {
      contents.add(content(each.secret()));
    }
    Fuzz.ofBytes(contents).run(COUNT, bytes -> isSecret(pem("PRIVATE KEY", bytes)));
    Fuzz.ofBytes(contents).run(COUNT / 8, bytes -> isSecret(pem("ENCRYPTED PRIVATE KEY", bytes)));
  }

  private static boolean isOpen(Path file) {
    try {
      VerificationKey key = VerificationKey.read(file);
      for (int length : new int[] {0, 64, 70, 96}) {
        assertFalse(key.isSigned(MESSAGE, new byte[length]));
      }
      return true;
    } catch (EvidenceException e) {
      require(e);
      return false;
    }
  }

  private static boolean isSecret(Path file) {
    try {
      SigningKey key = SigningKey.read(file, Optional.of("password"));
      assertTrue(key.half().isSigned(MESSAGE, key.sign(MESSAGE)));
      return true;
    } catch (EvidenceException e) {
      require(e);
      return false;
    }
  }
}
