package surety.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import surety.language.verification.VerificationState;

/**
 * One run over one specification or several: what all reports are written from.
 *
 * @param version of Surety
 * @param arguments what it was asked to do, as it was written behind {@code surety}
 * @param started when it began
 * @param finished when everything was known
 * @param specifications what became of each, in their order
 * @param requirements all that a project has, whether a property is about them or not; empty if
 *     there is no list of them
 * @param unasked identifiers of requirements with properties that the run was not asked for
 */
public record Run(
    String version,
    Machine machine,
    List<String> arguments,
    Instant started,
    Instant finished,
    List<Checked> specifications,
    Optional<List<ListedRequirement>> requirements,
    Set<String> unasked) {
  /** Keeps copies. */
  public Run {
    Objects.requireNonNull(version);
    Objects.requireNonNull(machine);
    arguments = List.copyOf(arguments);
    specifications = List.copyOf(specifications);
    requirements = requirements.map(List::copyOf);
    unasked = Set.copyOf(unasked);
    if (finished.isBefore(started)) {
      throw new IllegalArgumentException("finished at " + finished + ", before " + started);
    }
  }

  /** Of everything that there is. */
  public Run(
      String version,
      Machine machine,
      List<String> arguments,
      Instant started,
      Instant finished,
      List<Checked> specifications,
      Optional<List<ListedRequirement>> requirements) {
    this(version, machine, arguments, started, finished, specifications, requirements, Set.of());
  }

  /** What became of each property and query of all specifications. */
  public List<VerificationState> states() {
    return specifications.stream().flatMap(checked -> checked.states().stream()).toList();
  }

  /** The worst of all; ANSWERED if there were only queries. */
  public VerificationState overall() {
    return Words.overall(states());
  }
}
