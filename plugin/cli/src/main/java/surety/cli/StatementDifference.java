package surety.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import surety.certificates.replay.ReplayResult;
import surety.language.DataFile;
import surety.language.Obligation;

/** What the kernel says of a certificate about another statement, with what was changed since. */
final class StatementDifference {
  private static final Pattern ANOTHER =
      Pattern.compile(
          "the certificate is about another statement: it says '(.*)' where '(.*)' is asked");
  private static final Pattern NETWORK =
      Pattern.compile("network sha256 ([0-9a-f]{64}) outputs [0-9]+");
  private static final int SHOWN = 12;

  private StatementDifference() {}

  /** The same result; its reason names the file that is another one, and the way out. */
  static ReplayResult explained(ReplayResult result, Obligation asked, Path specification) {
    return new ReplayResult(
        result.replay(),
        result.reason().map(reason -> explained(reason, asked, specification)),
        result.numbers(),
        result.bounds(),
        result.verdict(),
        result.leaves());
  }

  private static String explained(String reason, Obligation asked, Path specification) {
    Matcher matcher = ANOTHER.matcher(reason);
    if (!matcher.matches()) {
      return reason;
    }
    Optional<String> theirs = digest(matcher.group(1));
    Optional<String> ours = digest(matcher.group(2));
    return theirs.isPresent() && ours.isPresent()
        ? "the certificate is about another network than %s (SHA-256 %s... there, %s... here); take the network that was checked, or run surety check again"
            .formatted(file(asked, ours.get()), shown(theirs.get()), shown(ours.get()))
        : "%s; %s asks '%s' otherwise than it did when the certificate was made (x[k] and y[k] are the inputs and outputs in their order): take that specification, or run surety check again"
            .formatted(reason, specification, asked.name());
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
