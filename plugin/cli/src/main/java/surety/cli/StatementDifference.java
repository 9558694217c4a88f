package surety.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import surety.certificates.rejection.Rejection;
import surety.certificates.rejection.TextRejection;
import surety.language.DataFile;
import surety.language.Obligation;

/** What the kernel says of a certificate about another statement, with what was changed since. */
final class StatementDifference {
  private static final Pattern NETWORK =
      Pattern.compile("network sha256 ([0-9a-f]{64}) outputs [0-9]+");
  private static final int SHOWN = 12;

  private StatementDifference() {}

  /**
   * Why a certificate is rejected; of another statement it names the file that is meant, and the
   * way out.
   */
  static String words(Rejection reason, Obligation asked, Path specification) {
    if (!(reason instanceof TextRejection.OtherStatement other)) {
      return reason.message();
    }
    Optional<String> theirs = digest(other.found());
    Optional<String> ours = digest(other.asked());
    return theirs.isPresent() && ours.isPresent()
        ? "the certificate is about another network than %s (SHA-256 %s... there, %s... here); take the network that was checked, or run surety check again"
            .formatted(file(asked, ours.get()), shown(theirs.get()), shown(ours.get()))
        : "%s; %s asks '%s' otherwise than it did when the certificate was made (x[k] and y[k] are the inputs and outputs in their order): take that specification, or run surety check again"
            .formatted(reason.message(), specification, asked.name());
  }

  /** Why the certificate of one property of a specification does not prove another one of it. */
  static String ofAnother(Obligation found, String asked) {
    return "this is the certificate of '%s' and proves nothing of '%s'; take that of '%2$s', or ask with --property %1$s"
        .formatted(found.name(), asked);
  }

  private static Optional<String> digest(String line) {
    Matcher matcher = NETWORK.matcher(line);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String shown(String digest) {
    return digest.substring(0, SHOWN);
  }

  /** The file with that digest; one of several, if it is not the only one. */
  private static Path file(Obligation asked, String digest) {
    return asked.networks().stream()
        .filter(made -> made.digest().equals(digest))
        .map(DataFile::file)
        .findFirst()
        .orElseThrow();
  }
}
