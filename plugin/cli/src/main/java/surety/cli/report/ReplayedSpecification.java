package surety.cli.report;

import java.util.List;
import java.util.Optional;
import surety.certificates.replay.ReplayVerdict;
import surety.language.Diagnostic;

/**
 * What became of the certificates of one specification.
 *
 * @param specification as it was named on the command line
 * @param results of its properties and queries, in their order
 * @param diagnostics what is wrong with it
 * @param problem why nothing of it was replayed, if so
 */
public record ReplayedSpecification(
    String specification,
    List<Replayed> results,
    List<Diagnostic> diagnostics,
    Optional<String> problem) {
  /** Keeps copies. */
  public ReplayedSpecification {
    results = List.copyOf(results);
    diagnostics = List.copyOf(diagnostics);
  }

  /** One of which nothing was replayed. */
  public static ReplayedSpecification failed(String specification, String problem) {
    return new ReplayedSpecification(specification, List.of(), List.of(), Optional.of(problem));
  }

  /** Whether there was nothing to replay, and no reason for it. */
  public boolean isEmpty() {
    return results.isEmpty() && problem.isEmpty();
  }

  /** The worst of all: FAILED, INVALID, INCOMPLETE or VALID. */
  String verdict() {
    if (problem.isPresent()) {
      return "FAILED";
    }
    return List.of(ReplayVerdict.INVALID, ReplayVerdict.INCOMPLETE).stream()
        .filter(verdict -> results.stream().anyMatch(result -> result.verdict() == verdict))
        .findFirst()
        .orElse(ReplayVerdict.VALID)
        .name();
  }
}
