package surety.evidence.attestation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.evidence.EvidenceException;
import surety.evidence.KeyFiles;
import surety.evidence.signature.SigningKey;
import surety.evidence.signature.VerificationKey;

class EnvelopeTest {
  private static final String TYPE = "application/vnd.in-toto+json";
  private static final byte[] PAYLOAD = "{\"a\": \"ü\"}\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private SigningKey key;
  private VerificationKey open;

  @BeforeEach
  void keys() throws Exception {
    KeyFiles files = KeyFiles.ed25519(folder, "key");
    key = SigningKey.read(files.secret(), Optional.empty());
    open = VerificationKey.read(files.open());
  }

  /** The example of the DSSE protocol, version 1.0.0. */
  @Test
  void whatIsSignedIsThatOfTheStandard() throws Exception {
    Envelope example =
        Envelope.of(
            """
            {"payload": "aGVsbG8gd29ybGQ=",
             "payloadType": "http://example.com/HelloWorld",
             "signatures": [{"sig": "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA=="}]}
            """
                .getBytes(StandardCharsets.UTF_8));
    byte[] encoded = Envelope.encoded(example.payloadType(), example.payload());
    assertEquals(
        "DSSEv1 29 http://example.com/HelloWorld 11 hello world",
        new String(encoded, StandardCharsets.UTF_8));

    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint point =
        new ECPoint(
            new BigInteger(
                "46950820868899156662930047687818585632848591499744589407958293238635476079160"),
            new BigInteger(
                "5640078356564379163099075877009565129882514886557779369047442380624545832820"));
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class))));
    signature.update(encoded);
    assertTrue(signature.verify(example.signatures().get(0).bytes()));
  }

  /** Lengths are in bytes, not in letters. */
  @Test
  void lengthsAreThoseOfBytes() {
    assertEquals(
        "DSSEv1 2 ü 0 ", new String(Envelope.encoded("ü", new byte[0]), StandardCharsets.UTF_8));
    assertFalse(
        Arrays.equals(
            Envelope.encoded("a", "b c".getBytes(StandardCharsets.UTF_8)),
            Envelope.encoded("a b", "c".getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    Envelope signed = Envelope.sign(TYPE, PAYLOAD, key);
    Envelope read = Envelope.of(signed.text());
    assertEquals(TYPE, read.payloadType());
    assertArrayEquals(PAYLOAD, read.payload());
    assertEquals(Optional.of(open.id()), read.signatures().get(0).keyId());
    assertTrue(read.isSignedBy(open));
  }

  @Test
  void otherTypesPayloadsAndKeysAreNotSigned() throws Exception {
    Envelope signed = Envelope.sign(TYPE, PAYLOAD, key);
    assertFalse(new Envelope(TYPE + "2", PAYLOAD, signed.signatures()).isSignedBy(open));
    byte[] longer =
        (new String(PAYLOAD, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8);
    assertFalse(new Envelope(TYPE, longer, signed.signatures()).isSignedBy(open));
    VerificationKey other = VerificationKey.read(KeyFiles.ed25519(folder, "other").open());
    assertFalse(signed.isSignedBy(other));
    VerificationKey elliptic = VerificationKey.read(KeyFiles.p256(folder, "elliptic").open());
    assertFalse(signed.isSignedBy(elliptic));
  }

  /**
   * What a key's identifier says is a hint: it neither helps a wrong signature nor harms a good
   * one.
   */
  @Test
  void oneOfSeveralSignaturesIsEnough() throws Exception {
    byte[] good = Envelope.sign(TYPE, PAYLOAD, key).signatures().get(0).bytes();
    SigningKey stranger =
        SigningKey.read(KeyFiles.p384(folder, "stranger").secret(), Optional.empty());
    byte[] strange = Envelope.sign(TYPE, PAYLOAD, stranger).signatures().get(0).bytes();
    Envelope.Signature wrong = new Envelope.Signature(Optional.of(open.id()), strange);
    Envelope.Signature right = new Envelope.Signature(Optional.of("someone else"), good);
    Envelope.Signature silent = new Envelope.Signature(Optional.empty(), new byte[0]);
    assertTrue(new Envelope(TYPE, PAYLOAD, List.of(wrong, silent, right)).isSignedBy(open));
    assertFalse(new Envelope(TYPE, PAYLOAD, List.of(wrong, silent)).isSignedBy(open));
  }

  @Test
  void bothAlphabetsAreRead() throws Exception {
    byte[] bytes = {(byte) 0xfb, (byte) 0xff, (byte) 0xfe, 1};
    for (Base64.Encoder encoder :
        List.of(
            Base64.getEncoder(), Base64.getUrlEncoder(), Base64.getUrlEncoder().withoutPadding())) {
      Envelope read = read(encoder.encodeToString(bytes), "[{\"sig\": \"AA==\", \"keyid\": null}]");
      assertArrayEquals(bytes, read.payload());
      assertEquals(Optional.empty(), read.signatures().get(0).keyId());
    }
  }

  private static Envelope read(String payload, String signatures) throws EvidenceException {
    String text =
        "{\"payloadType\": \"t\", \"payload\": \"%s\", \"signatures\": %s}"
            .formatted(payload, signatures);
    return Envelope.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~                                                     | is no JSON",
        "[]                                                     | is no JSON object",
        "null                                                   | is no JSON object",
        "\"text\"                                               | is no JSON object",
        "{}                                                     | has no text 'payloadType'",
        "{\"payloadType\": 1}                                   | 'payloadType' of the envelope is no text",
        "{\"payloadType\": \"t\"}                               | has no text 'payload'",
        "{\"payloadType\": \"t\", \"payload\": \"?\"}           | the payload of the envelope is not in base64",
        "{\"payloadType\": \"t\", \"payload\": \"AA=\"}         | not in base64",
        "{\"payloadType\": \"t\", \"payload\": \"+-\"}          | not in base64",
        "{\"payloadType\": \"t\", \"payload\": \"A A=\"}        | not in base64",
        "{\"payloadType\": \"t\", \"payload\": \"\"}            | has no list 'signatures'",
        "{\"payloadType\": \"t\", \"payload\": \"\", \"signatures\": {}}     | has no list 'signatures'",
        "{\"payloadType\": \"t\", \"payload\": \"\", \"signatures\": []}     | has 0 signatures",
        "{\"payloadType\": \"t\", \"payload\": \"\", \"signatures\": [1]}    | an element that is no object",
        "{\"payloadType\": \"t\", \"payload\": \"\", \"signatures\": [{}]}   | a signature has no text 'sig'",
        "{\"payloadType\": \"t\", \"payload\": \"\", \"signatures\": [{\"sig\": \"?\"}]} | a signature of the envelope is not in base64",
        "{\"payloadType\": \"t\", \"payload\": \"\", \"signatures\": [{\"sig\": \"\", \"keyid\": 1}]} | 'keyid' of a signature is no text",
        "{\"payload\": \"\", \"payload\": \"\"}                 | Duplicate field 'payload'",
        "{\"signatures\": [{\"sig\": \"\", \"sig\": \"\"}]}     | Duplicate field 'sig'",
        "{} {}                                                  | is no JSON",
        "{} x                                                   | is no JSON",
        "{\"payload\": \"\"                                     | is no JSON",
        "{'payload': ''}                                        | is no JSON",
        "{\"payload\": NaN}                                     | is no JSON",
      })
  void whatIsNoEnvelopeIsRefused(String text, String reason) {
    EvidenceException e =
        assertThrows(
            EvidenceException.class, () -> Envelope.of(text.getBytes(StandardCharsets.UTF_8)));
    assertEquals(EvidenceException.Cause.INVALID, e.kind());
    assertTrue(e.getMessage().contains(reason), e.getMessage());
    assertEquals(1, e.getMessage().lines().count(), e.getMessage());
  }

  @Test
  void hostileTextsAreRefused() {
    List<byte[]> texts = new ArrayList<>();
    texts.add(new byte[] {'{', (byte) 0xff, '}'});
    texts.add("[".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
    texts.add("{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    texts.add(("{\"a\": " + "9".repeat(1 << 20) + "}").getBytes(StandardCharsets.UTF_8));
    texts.add(
        ("{\"payloadType\": \"t\", \"payload\": \"\", \"signatures\": ["
                + "{\"sig\": \"\"},".repeat(100)
                + "{\"sig\": \"\"}]}")
            .getBytes(StandardCharsets.UTF_8));
    for (byte[] text : texts) {
      EvidenceException e = assertThrows(EvidenceException.class, () -> Envelope.of(text));
      assertTrue(e.getMessage().length() < 300, e.getMessage());
    }
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() throws IOException {
    Path file = folder.resolve("large");
    Files.write(file, new byte[Envelope.MOST_BYTES + 1]);
    EvidenceException e = assertThrows(EvidenceException.class, () -> Envelope.read(file));
    assertTrue(e.getMessage().contains("larger than 16,777,216 bytes"), e.getMessage());
    assertThrows(EvidenceException.class, () -> Envelope.read(folder));
    assertThrows(EvidenceException.class, () -> Envelope.read(folder.resolve("none")));
  }

  /** Whatever happens to a file on its way, nothing that was not signed passes. */
  @Test
  void noMutantIsSignedButTheSamePayload() throws Exception {
    byte[] text = Envelope.sign(TYPE, PAYLOAD, key).text();
    Random random = new Random(2);
    int read = 0;
    for (int k = 0; k < 1000; k++) {
      byte[] mutant = mutant(text, random);
      try {
        Envelope envelope = Envelope.of(mutant);
        read++;
        if (envelope.isSignedBy(open)) {
          assertEquals(TYPE, envelope.payloadType());
          assertArrayEquals(PAYLOAD, envelope.payload());
        }
      } catch (EvidenceException e) {
        assertEquals(EvidenceException.Cause.INVALID, e.kind());
      }
    }
    assertTrue(read > 50, "only " + read + " could be read");
  }

  static byte[] mutant(byte[] text, Random random) {
    byte[] mutant = text.clone();
    switch (random.nextInt(4)) {
      case 0 -> mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
      case 1 -> mutant[random.nextInt(mutant.length)] = (byte) (32 + random.nextInt(95));
      case 2 -> mutant = Arrays.copyOf(mutant, random.nextInt(mutant.length));
      default -> {
        int from = random.nextInt(mutant.length);
        int length = Math.min(1 + random.nextInt(20), mutant.length - from);
        System.arraycopy(text, random.nextInt(text.length - length + 1), mutant, from, length);
      }
    }
    return mutant;
  }
}
