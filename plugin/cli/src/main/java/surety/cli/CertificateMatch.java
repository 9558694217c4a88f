package surety.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import surety.language.Obligation;

/**
 * Finds the property that a certificate is about.
 *
 * <p>Only a choice of what to ask: whether the certificate proves it is the kernel's business, and
 * a wrong choice can only end in INVALID.
 */
final class CertificateMatch {
  private static final String BEFORE = "surety certificate 2\n";
  private static final String AFTER = "end statement\n";

  private CertificateMatch() {}

  /**
   * The obligation whose statement stands in the certificate; failing that, the one that the file
   * is named after, so that the kernel can say what differs.
   *
   * @throws IOException if the certificate cannot be read
   */
  static Optional<Obligation> find(List<Obligation> obligations, Path certificate)
      throws IOException {
    List<Obligation> named = obligations.stream().filter(o -> isNamed(certificate, o)).toList();
    for (List<Obligation> candidates : List.of(named, obligations)) {
      Optional<Obligation> exact = exact(candidates, certificate);
      if (exact.isPresent()) {
        return exact;
      }
    }
    return named.stream().findFirst();
  }

  /**
   * The first obligation whose statement stands in the certificate.
   *
   * @throws IOException if the certificate cannot be read
   */
  static Optional<Obligation> exact(List<Obligation> obligations, Path certificate)
      throws IOException {
    for (Obligation obligation : obligations) {
      if (beginsWith(certificate, BEFORE + obligation.statement().canonical() + AFTER)) {
        return Optional.of(obligation);
      }
    }
    return Optional.empty();
  }

  private static boolean isNamed(Path certificate, Obligation obligation) {
    return certificate.getFileName().toString().endsWith("." + obligation.name() + ".cert");
  }

  private static boolean beginsWith(Path file, String text) throws IOException {
    byte[] expected = text.getBytes(StandardCharsets.US_ASCII);
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(expected, in.readNBytes(expected.length));
    }
  }
}
