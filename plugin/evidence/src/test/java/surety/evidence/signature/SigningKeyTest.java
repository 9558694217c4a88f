package surety.evidence.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.evidence.EvidenceException;
import surety.evidence.KeyFiles;

class SigningKeyTest {
  private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  private List<KeyFiles> all() throws IOException {
    return List.of(
        KeyFiles.ed25519(folder, "edwards"),
        KeyFiles.p256(folder, "small"),
        KeyFiles.p384(folder, "large"));
  }

  @Test
  void whatIsSignedIsVerifiedByThePublicKeyOnly() throws Exception {
    List<KeyFiles> keys = all();
    for (KeyFiles one : keys) {
      SigningKey key = SigningKey.read(one.secret(), Optional.empty());
      byte[] signature = key.sign(MESSAGE);
      for (KeyFiles other : keys) {
        VerificationKey open = VerificationKey.read(other.open());
        assertEquals(one.equals(other), open.isSigned(MESSAGE, signature), open.scheme());
        assertEquals(one.equals(other), open.id().equals(key.half().id()), open.scheme());
      }
    }
  }

  @Test
  void theIdentifierIsADigest() throws Exception {
    assertTrue(VerificationKey.read(all().get(0).open()).id().matches("[0-9a-f]{64}"));
  }

  @Test
  void noChangedBitIsSigned() throws Exception {
    Random random = new Random(1);
    for (KeyFiles files : all()) {
      SigningKey key = SigningKey.read(files.secret(), Optional.empty());
      byte[] signature = key.sign(MESSAGE);
      for (int k = 0; k < 100; k++) {
        byte[] message = MESSAGE.clone();
        byte[] changed = signature.clone();
        byte[] target = k % 2 == 0 ? message : changed;
        target[random.nextInt(target.length)] ^= (byte) (1 << random.nextInt(8));
        assertFalse(key.half().isSigned(message, changed));
      }
    }
  }

  @Test
  void whatIsNoSignatureIsNotOne() throws Exception {
    for (KeyFiles files : all()) {
      VerificationKey key = VerificationKey.read(files.open());
      for (int length : new int[] {0, 1, 63, 64, 65, 71, 96, 104, 5000}) {
        assertFalse(key.isSigned(MESSAGE, new byte[length]), key.scheme() + " " + length);
      }
    }
  }

  /** About half of all numbers are no ordinate of a point of the curve. */
  @Test
  void aPointThatIsNoneIsNoKey() throws Exception {
    int refused = 0;
    for (byte y = 2; y < 40; y++) {
      byte[] encoded = HexFormat.of().parseHex("302a300506032b6570032100" + "0".repeat(64));
      encoded[12] = y;
      String content = Base64.getEncoder().encodeToString(encoded);
      Path file = folder.resolve("point.pem");
      Files.writeString(
          file, "-----BEGIN PUBLIC KEY-----\n" + content + "\n-----END PUBLIC KEY-----\n");
      try {
        assertFalse(VerificationKey.read(file).isSigned(MESSAGE, new byte[64]));
      } catch (EvidenceException e) {
        assertTrue(e.getMessage().contains("damaged"), e::getMessage);
        refused++;
      }
    }
    assertTrue(refused > 5 && refused < 35, "refused " + refused);
  }

  @Test
  void textAroundTheBlockAndOtherLineEndsDoNotMatter() throws Exception {
    Path file = KeyFiles.p256(folder, "k").secret();
    String text = Files.readString(file).replace("\n", "\r\n");
    Files.writeString(file, "made by hand\r\n" + text + "and that is all");
    assertEquals("ECDSA P-256", SigningKey.read(file, Optional.empty()).half().scheme());
  }

  @Test
  void whatIsNoPrivateKeyIsRefusedWithAWayOut() throws Exception {
    KeyFiles key = KeyFiles.p256(folder, "key");
    byte[] content = {1, 2, 3};
    refused(key.open(), "is a public key");
    refused(KeyFiles.halved(folder, "halved").secret(), "lacks its public part", "openssl pkey");
    refused(KeyFiles.mixed(folder, "mixed").secret(), "do not belong together");
    refused(
        KeyFiles.other(folder, "rsa", "RSA", "").secret(), "of another kind", "openssl genpkey");
    refused(KeyFiles.other(folder, "dsa", "DSA", "").secret(), "of another kind");
    refused(KeyFiles.other(folder, "ed448", "Ed448", "").secret(), "of another kind");
    refused(KeyFiles.other(folder, "x", "X25519", "").secret(), "of another kind");
    refused(KeyFiles.other(folder, "p521", "EC", "secp521r1").secret(), "of another kind");
    refused(text(KeyFiles.pem("EC PRIVATE KEY", content)), "SEC1", "openssl pkcs8 -topk8");
    refused(
        text(KeyFiles.pem("EC PARAMETERS", content) + KeyFiles.pem("EC PRIVATE KEY", content)),
        "SEC1");
    refused(text(KeyFiles.pem("RSA PRIVATE KEY", content)), "RSA");
    refused(text(KeyFiles.pem("DSA PRIVATE KEY", content)), "DSA");
    refused(text(KeyFiles.pem("OPENSSH PRIVATE KEY", content)), "OpenSSH", "openssl genpkey");
    refused(text(KeyFiles.pem("CERTIFICATE", content)), "'CERTIFICATE'");
    refused(text(KeyFiles.pem("PRIVATE KEY", content)), "damaged");
    refused(text(KeyFiles.pem("PRIVATE KEY", new byte[0])), "damaged");
    refused(text(KeyFiles.pem("ENCRYPTED PRIVATE KEY", content)), "is encrypted");
    refused(text(""), "no key in PEM format");
    refused(text("ssh-ed25519 AAAAC3Nz somebody"), "no key in PEM format");
    refused(text(Files.readString(key.secret()).repeat(2)), "2 PEM blocks");
    refused(text(Files.readString(key.secret()).replace("-----END", "")), "cut short");
    refused(text("-----BEGIN PRIVATE KEY-----\n!!!\n-----END PRIVATE KEY-----\n"), "no base64");
    refused(text("x".repeat(1 << 17)), "larger than 65,536 bytes");
    refused(folder, "is a folder");
    refused(folder.resolve("missing.pem"), "there is no such file");
  }

  @Test
  void noMessageHasAnythingOfAKey() throws Exception {
    String secret = Files.readString(KeyFiles.p256(folder, "key").secret());
    String line = secret.lines().skip(1).findFirst().orElseThrow();
    List<String> damaged = new ArrayList<>();
    for (int k = 0; k < line.length(); k += 7) {
      damaged.add(secret.replace(line, line.substring(0, k) + "*" + line.substring(k)));
      damaged.add(secret.replace(line, line.substring(0, k)));
    }
    damaged.add(secret.replace("PRIVATE", "SECRET"));
    for (String text : damaged) {
      Path file = text(text);
      EvidenceException e =
          assertThrows(EvidenceException.class, () -> SigningKey.read(file, Optional.empty()));
      for (int k = 0; k + 8 <= line.length(); k++) {
        assertFalse(e.getMessage().contains(line.substring(k, k + 8)), e.getMessage());
      }
      assertEquals(null, e.getCause());
    }
    SigningKey key = SigningKey.read(KeyFiles.ed25519(folder, "other").secret(), Optional.empty());
    assertTrue(String.valueOf((Object) key).matches("[a-zA-Z.]+@[0-9a-f]+"));
  }

  @Test
  void whatIsNoPublicKeyIsRefusedWithAWayOut() throws Exception {
    KeyFiles key = KeyFiles.p256(folder, "key");
    byte[] content = {1, 2, 3};
    noPublic(key.secret(), "is a private key", "openssl pkey -in", "-pubout");
    noPublic(KeyFiles.other(folder, "rsa", "RSA", "").open(), "of another kind");
    noPublic(KeyFiles.other(folder, "p521", "EC", "secp521r1").open(), "of another kind");
    noPublic(KeyFiles.other(folder, "ed448", "Ed448", "").open(), "of another kind");
    noPublic(text(KeyFiles.pem("CERTIFICATE", content)), "X.509", "openssl x509");
    noPublic(text(KeyFiles.pem("RSA PUBLIC KEY", content)), "RSA");
    noPublic(text(KeyFiles.pem("PUBLIC KEY", content)), "damaged");
    noPublic(text(KeyFiles.pem("SOMETHING", content)), "'SOMETHING'");
    noPublic(text("nothing"), "no key in PEM format");
    noPublic(folder.resolve("missing.pem"), "there is no such file");
  }

  @Test
  void aKeyThatOthersCanReadIsToldOf() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path file = KeyFiles.ed25519(folder, "key").secret();
    assertEquals(Optional.empty(), SigningKey.warning(file));
    for (String mode : List.of("rw-r-----", "rw----r--", "r--r--r--")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      assertTrue(SigningKey.warning(file).orElseThrow().contains("chmod 600"), mode);
    }
    assertEquals(Optional.empty(), SigningKey.warning(folder.resolve("missing")));
  }

  private int texts;

  private Path text(String text) throws IOException {
    return Files.writeString(folder.resolve("text" + texts++ + ".pem"), text);
  }

  private static void refused(Path file, String... parts) {
    EvidenceException e =
        assertThrows(EvidenceException.class, () -> SigningKey.read(file, Optional.empty()));
    assertMessage(e, file, parts);
  }

  private static void noPublic(Path file, String... parts) {
    EvidenceException e = assertThrows(EvidenceException.class, () -> VerificationKey.read(file));
    assertMessage(e, file, parts);
  }

  private static void assertMessage(EvidenceException e, Path file, String... parts) {
    assertEquals(EvidenceException.Cause.BAD_INPUT, e.kind());
    assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
    assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    for (String part : parts) {
      assertTrue(e.getMessage().contains(part), e.getMessage());
    }
  }
}
