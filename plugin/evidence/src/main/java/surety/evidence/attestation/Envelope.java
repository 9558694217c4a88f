package surety.evidence.attestation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import surety.evidence.BoundedFile;
import surety.evidence.EvidenceException;
import surety.evidence.signature.SigningKey;
import surety.evidence.signature.VerificationKey;
import surety.report.Json;

/**
 * A payload with signatures, as DSSE has it (the envelope and protocol of
 * github.com/secure-systems-lab/dsse, version 1.0.0).
 *
 * <p>What is in it counts only after {@link #isSignedBy} has said yes. The identifiers of keys are
 * hints and are not looked at: they are not signed.
 */
public final class Envelope {
  /** The most bytes of an envelope; reading takes some ten times as much memory. */
  public static final int MOST_BYTES = 16 << 20;

  private static final int MOST_SIGNATURES = 100;
  private static final String WHAT = "the envelope";

  private final String payloadType;
  private final byte[] payload;
  private final List<Signature> signatures;

  /** With what should be signatures. */
  public Envelope(String payloadType, byte[] payload, List<Signature> signatures) {
    this.payloadType = payloadType;
    this.payload = payload;
    this.signatures = List.copyOf(signatures);
  }

  /** What should be a signature. */
  public static final class Signature {
    private final Optional<String> keyId;
    private final byte[] bytes;

    /**
     * With bytes that nobody has looked at yet.
     *
     * @param keyId which key is said to have made it, if anything is said
     */
    public Signature(Optional<String> keyId, byte[] bytes) {
      this.keyId = keyId;
      this.bytes = bytes;
    }

    /** Which key is said to have made it, if anything is said. */
    public Optional<String> keyId() {
      return keyId;
    }

    /** Not to be changed. */
    public byte[] bytes() {
      return bytes;
    }
  }

  /** What the payload is. */
  public String payloadType() {
    return payloadType;
  }

  /** The bytes that are signed, together with their type; not to be changed. */
  public byte[] payload() {
    return payload;
  }

  /** What should be signatures. */
  public List<Signature> signatures() {
    return signatures;
  }

  /** A payload that is signed here. */
  public static Envelope sign(String payloadType, byte[] payload, SigningKey key) {
    byte[] signature = key.sign(encoded(payloadType, payload));
    return new Envelope(
        payloadType, payload, List.of(new Signature(Optional.of(key.half().id()), signature)));
  }

  /**
   * The bytes that signatures are over: {@code DSSEv1}, and of type and payload the length in bytes
   * and the bytes themselves, with a space between all of them. So no two pairs of type and payload
   * have the same.
   */
  static byte[] encoded(String payloadType, byte[] payload) {
    byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("DSSEv1 " + type.length + " " + payloadType + " " + payload.length + " ")
            .getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[head.length + payload.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(payload, 0, all, head.length, payload.length);
    return all;
  }

  /** Whether one of the signatures at least is by this key. */
  public boolean isSignedBy(VerificationKey key) {
    byte[] message = encoded(payloadType, payload);
    return signatures.stream().anyMatch(signature -> key.isSigned(message, signature.bytes()));
  }

  /** The text of the file. */
  public byte[] text() {
    ObjectNode envelope = Json.object();
    envelope.put("payloadType", payloadType);
    envelope.put("payload", Base64.getEncoder().encodeToString(payload));
    ArrayNode list = envelope.putArray("signatures");
    for (Signature signature : signatures) {
      ObjectNode one = list.addObject();
      signature.keyId().ifPresent(id -> one.put("keyid", id));
      one.put("sig", Base64.getEncoder().encodeToString(signature.bytes()));
    }
    return (envelope.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Reads a file. */
  public static Envelope read(Path file) throws EvidenceException {
    return of(BoundedFile.read(file, "an attestation", MOST_BYTES));
  }

  /** The envelope that a text is; nothing is verified yet. */
  public static Envelope of(byte[] text) throws EvidenceException {
    ObjectNode envelope = StrictJson.object(text, WHAT);
    String type = StrictJson.text(envelope, "payloadType", WHAT);
    byte[] payload = decoded(StrictJson.text(envelope, "payload", WHAT), "the payload");
    List<ObjectNode> all = StrictJson.objects(envelope, "signatures", WHAT);
    if (all.isEmpty() || all.size() > MOST_SIGNATURES) {
      throw EvidenceException.invalid(
          "the envelope has %d signatures; there are 1 to %d", all.size(), MOST_SIGNATURES);
    }
    List<Signature> signatures = new ArrayList<>();
    for (ObjectNode one : all) {
      byte[] bytes = decoded(StrictJson.text(one, "sig", "a signature"), "a signature");
      signatures.add(new Signature(StrictJson.optionalText(one, "keyid", "a signature"), bytes));
    }
    return new Envelope(type, payload, signatures);
  }

  /** Writers may use either alphabet of base64, and readers have to take both. */
  private static byte[] decoded(String text, String what) throws EvidenceException {
    boolean isForAddresses = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
    Base64.Decoder decoder = isForAddresses ? Base64.getUrlDecoder() : Base64.getDecoder();
    try {
      return decoder.decode(text);
    } catch (IllegalArgumentException e) {
      throw EvidenceException.invalid("%s of the envelope is not in base64", what);
    }
  }
}
