package surety.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.List;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.rejection.Rejection;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.Replay;
import surety.certificates.replay.ReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.replay.Sha256;
import surety.language.Obligation;
import surety.language.storage.FileReasons;

/**
 * A certificate that was replayed and is valid.
 *
 * @param obligation what it proves, or how far it gets
 * @param certificate where it is
 * @param digest the SHA-256 of the bytes that were replayed
 * @param result what the kernel says
 */
public record Proof(Obligation obligation, Path certificate, String digest, ReplayResult result) {
  /**
   * Replays a certificate.
   *
   * @throws EvidenceException if it is not valid, with the kernel's reason
   */
  public static Proof replay(Obligation obligation, Path certificate, InputFiles inputs)
      throws EvidenceException {
    List<NetworkContent> networks = inputs.read(obligation);
    if (!Files.isRegularFile(certificate)) {
      throw EvidenceException.invalid(
          "there is no certificate of '%s' at %s; run surety check, which writes it",
          obligation.name(), certificate);
    }
    // The kernel reads a valid certificate to its end, so that the digest is of all of it.
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(certificate), Sha256.create())) {
      ReplayResult result = run(obligation, networks, in);
      if (result.replay() != ReplayVerdict.VALID) {
        throw notValid(obligation, certificate, result);
      }
      String digest = Sha256.hex(in.getMessageDigest().digest());
      return new Proof(obligation, certificate, digest, result);
    } catch (NetworkFormatException e) {
      throw new EvidenceException(
          EvidenceException.Cause.BAD_INPUT,
          "a network of '" + obligation.name() + "': " + e.getMessage(),
          e);
    } catch (IOException e) {
      throw new EvidenceException(
          EvidenceException.Cause.INVALID,
          certificate + " cannot be read: " + FileReasons.of(e),
          e);
    }
  }

  private static ReplayResult run(
      Obligation obligation, List<NetworkContent> networks, InputStream in) throws IOException {
    int threads = Runtime.getRuntime().availableProcessors();
    return Replay.run(obligation.statement(), networks, in, threads);
  }

  private static EvidenceException notValid(
      Obligation obligation, Path certificate, ReplayResult result) {
    EvidenceException.Cause cause =
        result.replay() == ReplayVerdict.INCOMPLETE
            ? EvidenceException.Cause.INCOMPLETE
            : EvidenceException.Cause.INVALID;
    return new EvidenceException(
        cause,
        "the certificate of '%s', %s, is %s: %s; run surety check again"
            .formatted(
                obligation.name(),
                certificate,
                result.replay(),
                result.reason().map(Rejection::message).orElse("no reason is given")));
  }
}
