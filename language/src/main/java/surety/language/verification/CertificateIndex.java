package surety.language.verification;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import surety.certificates.rejection.RejectedException;
import surety.certificates.replay.Header;
import surety.language.Obligation;
import surety.language.storage.CertificateFolder;

/**
 * Which certificates lie beside a specification, and what they say that they are about. Nothing is
 * believed of it: it only tells which ones are worth a replay.
 */
final class CertificateIndex {
  private static final Pattern NETWORK = Pattern.compile("network sha256 [0-9a-f]{64}");

  private final CertificateFolder folder;
  private final Map<Path, Optional<String>> statements;
  private final Map<String, Path> files;

  private CertificateIndex(
      CertificateFolder folder, Map<Path, Optional<String>> statements, Map<String, Path> files) {
    this.folder = folder;
    this.statements = statements;
    this.files = files;
  }

  /** Reads the beginnings of all certificates in the folder; of none, if it cannot be read. */
  static CertificateIndex of(CertificateFolder folder) {
    List<Path> found;
    try {
      found = folder.files();
    } catch (IOException e) {
      found = List.of();
    }
    Map<Path, Optional<String>> statements = new HashMap<>();
    Map<String, Path> files = new HashMap<>();
    for (Path file : found) {
      Optional<String> statement = statement(file);
      statements.put(file, statement);
      statement.ifPresent(s -> files.putIfAbsent(s, file));
    }
    return new CertificateIndex(folder, statements, files);
  }

  /**
   * The certificate to replay for an obligation: the one named after it, unless that is about
   * another statement; then any other with the same statement, as after a renaming.
   */
  Optional<Path> find(Obligation obligation) {
    String canonical = obligation.statement().canonical();
    Optional<Path> named = named(obligation);
    Optional<String> says = named.flatMap(statements::get);
    if (named.isPresent() && says.equals(Optional.of(canonical))) {
      return named;
    }
    Optional<Path> other = Optional.ofNullable(files.get(canonical));
    if (other.isPresent() || says.isPresent()) {
      return other;
    }
    // It cannot be read, so that the kernel has to say what is wrong with it.
    return named;
  }

  /** That the certificate named after an obligation is about something else, if so. */
  Optional<String> mismatch(Obligation obligation) {
    String canonical = obligation.statement().canonical();
    Optional<Path> named = named(obligation);
    return named
        .flatMap(statements::get)
        .filter(says -> !says.equals(canonical))
        .map(
            says ->
                "the certificate "
                    + named.get()
                    + " is about another "
                    + (withoutNetworks(says).equals(withoutNetworks(canonical))
                        ? "version of the network file"
                        : "statement, perhaps an earlier version of this one"));
  }

  private Optional<Path> named(Obligation obligation) {
    return folder.file(obligation.name()).filter(statements::containsKey);
  }

  private static String withoutNetworks(String statement) {
    return NETWORK.matcher(statement).replaceAll("");
  }

  /** What a certificate says that it is about; empty if it is none, or not there. */
  static Optional<String> statement(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return Optional.of(Header.read(in).statement());
    } catch (IOException | RejectedException e) {
      return Optional.empty();
    }
  }
}
