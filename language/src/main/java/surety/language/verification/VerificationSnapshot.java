package surety.language.verification;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a specification at one moment. It never changes, so all that is drawn from it
 * agrees.
 *
 * @param file the specification, as an absolute path
 * @param version grows with each change of the specification's states; 0 if it was never read
 * @param errors what is wrong with the specification; nothing holds of what it concerns
 * @param unread the names of what cannot be read because of errors, so that nothing can be done
 * @param verifications one for each property and query, in the order of the text
 */
public record VerificationSnapshot(
    Path file,
    long version,
    Optional<String> errors,
    Set<String> unread,
    List<Verification> verifications) {
  /** Keeps its own list. */
  public VerificationSnapshot {
    Objects.requireNonNull(file);
    Objects.requireNonNull(errors);
    unread = Set.copyOf(unread);
    verifications = List.copyOf(verifications);
  }

  /** All of it could be read. */
  public VerificationSnapshot(Path file, long version, List<Verification> verifications) {
    this(file, version, Optional.empty(), Set.of(), verifications);
  }

  /** Whether it can be read, so that it can be verified. */
  public boolean isReadable(Verification verification) {
    return !unread.contains(verification.name());
  }

  /** What is known of the property or query of that name. */
  public Optional<Verification> find(String name) {
    return verifications.stream().filter(v -> v.name().equals(name)).findFirst();
  }

  /** How many are in each state; those that none is in are left out. */
  public Map<VerificationState, Integer> counts() {
    Map<VerificationState, Integer> counts = new EnumMap<>(VerificationState.class);
    verifications.forEach(v -> counts.merge(v.state(), 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }

  /** Whether anything waits or runs. */
  public boolean isUnderWay() {
    return verifications.stream().anyMatch(v -> v.state().isUnderWay());
  }
}
