package surety.evidence.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.replay.Sha256;
import surety.evidence.EvidenceException;
import surety.evidence.OpenSsl;

/** What others sign, verify and write: keys and signatures of openssl. */
class OpenSslTest {
  private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private OpenSsl openssl;

  @BeforeEach
  void find() throws Exception {
    openssl = new OpenSsl(folder);
    Files.write(folder.resolve("message"), MESSAGE);
    Files.write(folder.resolve("other"), new byte[] {1});
  }

  private void generate(String algorithm) throws Exception {
    if (algorithm.equals("ed25519")) {
      openssl.run("genpkey", "-algorithm", "ed25519", "-out", "key.pem");
    } else {
      openssl.run(
          "genpkey",
          "-algorithm",
          "EC",
          "-pkeyopt",
          "ec_paramgen_curve:" + algorithm,
          "-out",
          "key.pem");
    }
    openssl.run("pkey", "-in", "key.pem", "-pubout", "-out", "public.pem");
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private int verifies(String algorithm, String message) throws Exception {
    return switch (algorithm) {
      case "ed25519" ->
          openssl.status(
              "pkeyutl",
              "-verify",
              "-pubin",
              "-inkey",
              "public.pem",
              "-rawin",
              "-in",
              message,
              "-sigfile",
              "signature");
      case "P-256" ->
          openssl.status(
              "dgst", "-sha256", "-verify", "public.pem", "-signature", "signature", message);
      default ->
          openssl.status(
              "dgst", "-sha384", "-verify", "public.pem", "-signature", "signature", message);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "P-256", "P-384"})
  void opensslVerifiesWhatIsSignedHere(String algorithm) throws Exception {
    generate(algorithm);
    SigningKey key = SigningKey.read(file("key.pem"), Optional.empty());
    Files.write(file("signature"), key.sign(MESSAGE));
    assertEquals(0, verifies(algorithm, "message"));
    assertNotEquals(0, verifies(algorithm, "other"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "P-256", "P-384"})
  void whatOpensslSignsIsVerifiedHere(String algorithm) throws Exception {
    generate(algorithm);
    switch (algorithm) {
      case "ed25519" ->
          openssl.run(
              "pkeyutl",
              "-sign",
              "-inkey",
              "key.pem",
              "-rawin",
              "-in",
              "message",
              "-out",
              "signature");
      case "P-256" ->
          openssl.run("dgst", "-sha256", "-sign", "key.pem", "-out", "signature", "message");
      default -> openssl.run("dgst", "-sha384", "-sign", "key.pem", "-out", "signature", "message");
    }
    VerificationKey key = VerificationKey.read(file("public.pem"));
    byte[] signature = Files.readAllBytes(file("signature"));
    assertTrue(key.isSigned(MESSAGE, signature));
    assertFalse(key.isSigned(new byte[] {1}, signature));
  }

  /** The hash belongs to the curve, so that nobody can choose a weaker one. */
  @Test
  void anotherHashIsNotAccepted() throws Exception {
    generate("P-384");
    openssl.run("dgst", "-sha256", "-sign", "key.pem", "-out", "signature", "message");
    VerificationKey key = VerificationKey.read(file("public.pem"));
    assertFalse(key.isSigned(MESSAGE, Files.readAllBytes(file("signature"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ed25519", "P-256", "P-384"})
  void theIdentifierIsTheDigestOfThePublicKey(String algorithm) throws Exception {
    generate(algorithm);
    openssl.run("pkey", "-in", "key.pem", "-pubout", "-outform", "DER", "-out", "public.der");
    String digest = Sha256.of(Files.readAllBytes(file("public.der")));
    assertEquals(digest, SigningKey.read(file("key.pem"), Optional.empty()).half().id());
    assertEquals(digest, VerificationKey.read(file("public.pem")).id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-aes-256-cbc", "-aes-128-cbc"})
  void anEncryptedKeyNeedsItsPassword(String cipher) throws Exception {
    generate("ed25519");
    String id = SigningKey.read(file("key.pem"), Optional.empty()).half().id();
    openssl.run(
        "pkey", "-in", "key.pem", cipher, "-passout", "pass:open sesame", "-out", "locked.pem");
    Path locked = file("locked.pem");
    assertEquals(id, SigningKey.read(locked, Optional.of("open sesame")).half().id());
    for (Optional<String> wrong : List.of(Optional.of("close"), Optional.of(""))) {
      String message =
          assertThrows(EvidenceException.class, () -> SigningKey.read(locked, wrong)).getMessage();
      assertTrue(message.contains("cannot be decrypted"), message);
    }
    String none =
        assertThrows(EvidenceException.class, () -> SigningKey.read(locked, Optional.empty()))
            .getMessage();
    assertTrue(none.contains("set SURETY_KEY_PASSWORD"), none);
  }

  /** The commands that messages name do what they promise. */
  @Test
  void theWaysOutLeadOut() throws Exception {
    openssl.run("ecparam", "-name", "prime256v1", "-genkey", "-out", "sec1.pem");
    String message =
        assertThrows(
                EvidenceException.class, () -> SigningKey.read(file("sec1.pem"), Optional.empty()))
            .getMessage();
    assertTrue(message.contains("openssl pkcs8 -topk8 -nocrypt -in"), message);
    openssl.run("pkcs8", "-topk8", "-nocrypt", "-in", "sec1.pem", "-out", "new.pem");
    SigningKey key = SigningKey.read(file("new.pem"), Optional.empty());
    assertEquals("ECDSA P-256", key.half().scheme());

    openssl.run(
        "req",
        "-x509",
        "-new",
        "-key",
        "new.pem",
        "-subj",
        "/CN=nobody",
        "-days",
        "1",
        "-out",
        "certificate.pem");
    message =
        assertThrows(EvidenceException.class, () -> VerificationKey.read(file("certificate.pem")))
            .getMessage();
    assertTrue(message.contains("openssl x509 -in"), message);
    openssl.run("x509", "-in", "certificate.pem", "-pubkey", "-noout", "-out", "public.pem");
    assertEquals(key.half().id(), VerificationKey.read(file("public.pem")).id());
  }
}
