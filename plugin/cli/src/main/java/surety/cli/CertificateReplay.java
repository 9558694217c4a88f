package surety.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.rejection.ProblemRejection;
import surety.certificates.rejection.Rejection;
import surety.certificates.rejection.TextRejection;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.Replay;
import surety.certificates.replay.ReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.cli.report.Replayed;
import surety.language.Obligation;
import surety.language.storage.FileReasons;

/**
 * Has the kernel replay one certificate, and says in words why it is not valid.
 *
 * @param file the specification
 * @param certificate the certificate
 * @param name the property or query that it has to prove, or null for the one whose statement is in
 *     it
 */
record CertificateReplay(Path file, Path certificate, String name) {
  private static final double NANOSECONDS = 1e9;

  private static final String EMPTY =
      "the certificate is empty; 'surety check' writes it, once there are bounds";

  /** What becomes of the certificate of this property or query, which is not there. */
  static Replayed missing(Path certificate, Obligation asked) {
    String reason = "there is no " + certificate + "; 'surety check' writes it";
    return new Replayed(certificate, Optional.of(asked), failed(reason), Optional.of(reason), 0);
  }

  /**
   * What becomes of it, held against all that the specification asks.
   *
   * @throws Failure if a network cannot be read
   */
  Replayed replay(List<Obligation> all) throws Failure {
    long start = System.nanoTime();
    Optional<Obligation> asked = Optional.empty();
    Optional<Obligation> other = Optional.empty();
    ReplayResult result;
    try {
      asked =
          name == null
              ? CertificateMatch.find(all, certificate)
              : all.stream().filter(o -> o.name().equals(name)).findFirst();
      result = asked.isPresent() ? replay(asked.get()) : aboutNothing(all);
      if (isAboutAnother(result)) {
        other = CertificateMatch.exact(all, certificate);
      }
    } catch (IOException e) {
      result = failed(certificate + " cannot be read: " + FileReasons.of(e));
    }
    Optional<Obligation> about = asked;
    Optional<String> reason =
        other.isPresent()
            ? Optional.of(StatementDifference.ofAnother(other.get(), name))
            : result.reason().map(r -> words(r, about));
    double seconds = (System.nanoTime() - start) / NANOSECONDS;
    return new Replayed(certificate, asked, result, reason, seconds);
  }

  private static boolean isAboutAnother(ReplayResult result) {
    return result.reason().filter(TextRejection.OtherStatement.class::isInstance).isPresent();
  }

  private String words(Rejection reason, Optional<Obligation> about) {
    return isEmpty()
        ? EMPTY
        : about.map(o -> StatementDifference.words(reason, o, file)).orElse(reason.message());
  }

  private boolean isEmpty() {
    return Files.isRegularFile(certificate) && certificate.toFile().length() == 0;
  }

  private ReplayResult replay(Obligation asked) throws Failure, IOException {
    List<NetworkContent> networks = new ArrayList<>();
    for (Path networkFile : asked.networkFiles()) {
      networks.add(NetworkFiles.content(networkFile));
    }
    try (InputStream in = Files.newInputStream(certificate)) {
      int threads = Runtime.getRuntime().availableProcessors();
      return Replay.run(asked.statement(), networks, in, threads);
    } catch (NetworkFormatException e) {
      for (Path networkFile : asked.networkFiles()) {
        NetworkFiles.network(networkFile); // fails for the one that is meant, and names it
      }
      throw new Failure(ExitStatus.BAD_INPUT, "a network: " + e.getMessage(), e);
    }
  }

  /**
   * No statement of ours is in it; the kernel still says whether it was cut short or is no
   * certificate.
   */
  private ReplayResult aboutNothing(List<Obligation> all) throws Failure, IOException {
    if (all.isEmpty()) {
      return failed(file + " has no property and no query for a certificate to prove");
    }
    ReplayResult result = replay(all.get(0));
    String reason = result.reason().map(Rejection::message).orElse("");
    return result.replay() == ReplayVerdict.INCOMPLETE
        ? result
        : failed(
            "it is about nothing that "
                + file
                + " asks, which is "
                + Names.of(all)
                + "; what it is about has to stand there as a property or query. Held against the first: "
                + reason);
  }

  private static ReplayResult failed(String reason) {
    return ReplayResult.failed(new ProblemRejection.Unsuitable(reason));
  }
}
