package surety.language.verification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import surety.language.Diagnostic;
import surety.language.Obligation;
import surety.language.Region;
import surety.language.Severity;
import surety.language.Specification;

/** A specification over time: its properties and queries, and its errors. Guarded by the model. */
final class SpecificationState {
  private final Path file;
  private Map<String, ObligationState> obligations = new LinkedHashMap<>();
  private Optional<String> errors = Optional.empty();
  private Set<String> unread = Set.of();
  private Set<String> missing = Set.of();
  private Set<String> touched = Set.of();
  private boolean isRead;
  private boolean sought;
  private long version;
  private Optional<VerificationSnapshot> shown = Optional.empty();

  SpecificationState(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  /**
   * Takes in an edit. As long as there are errors, what is not to be read stays where it was, so
   * that a half-typed word throws nothing away; without errors, what is not there is gone.
   */
  void read(Specification specification) {
    errors = errors(specification.diagnostics());
    touched = Set.of();
    Map<String, ObligationState> older = obligations;
    Map<String, ObligationState> read = new LinkedHashMap<>();
    for (Obligation obligation : specification.obligations()) {
      if (!read.containsKey(obligation.name())) {
        ObligationState state = older.get(obligation.name());
        if (state == null) {
          state = new ObligationState(obligation);
          if (isRead) {
            state.changed();
          }
        }
        state.read(obligation);
        read.put(obligation.name(), state);
      }
    }
    isRead = true;
    unread = new HashSet<>(older.keySet());
    unread.removeAll(read.keySet());
    missing = new HashSet<>(unread);
    if (errors.isPresent()) {
      obligations = merged(older, read);
      NamePlaces.of(specification.text()).forEach(this::stands);
    } else {
      unread.forEach(name -> older.get(name).cancel());
      unread = Set.of();
      obligations = read;
    }
  }

  /** What cannot be read is in the text all the same. */
  private void stands(String name, Region region) {
    if (missing.remove(name)) {
      obligations.get(name).move(region);
    }
  }

  /** Each that was not read stays behind the one that it was behind. */
  private static Map<String, ObligationState> merged(
      Map<String, ObligationState> older, Map<String, ObligationState> read) {
    Map<String, List<ObligationState>> behind = new HashMap<>();
    String before = "";
    for (Map.Entry<String, ObligationState> old : older.entrySet()) {
      if (read.containsKey(old.getKey())) {
        before = old.getKey();
      } else {
        behind.computeIfAbsent(before, b -> new ArrayList<>()).add(old.getValue());
      }
    }
    Map<String, ObligationState> merged = new LinkedHashMap<>();
    behind.getOrDefault("", List.of()).forEach(e -> merged.put(e.obligation().name(), e));
    for (Map.Entry<String, ObligationState> state : read.entrySet()) {
      merged.put(state.getKey(), state.getValue());
      behind
          .getOrDefault(state.getKey(), List.of())
          .forEach(e -> merged.put(e.obligation().name(), e));
    }
    return merged;
  }

  private static Optional<String> errors(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(d -> d.severity() == Severity.ERROR)
        .findFirst()
        .map(
            first ->
                "the specification has errors, the first in line "
                    + first.line()
                    + ": "
                    + first.message());
  }

  /**
   * It was edited and not read since.
   *
   * @param untouched the names of what the edit surely did not change
   */
  void suspect(Set<String> untouched) {
    touched = new HashSet<>(obligations.keySet());
    touched.removeAll(untouched);
  }

  Optional<ObligationState> find(String name) {
    return Optional.ofNullable(obligations.get(name));
  }

  Collection<ObligationState> obligations() {
    return obligations.values();
  }

  boolean hasErrors() {
    return errors.isPresent();
  }

  /** Whether its certificates are still to be looked for. */
  boolean isSought() {
    return sought;
  }

  void seek(boolean wanted) {
    sought = wanted;
  }

  /** Something changed: what was shown is shown no more. */
  void touch(long newVersion) {
    version = newVersion;
    shown = Optional.empty();
  }

  /** Why a property or query cannot hold now, if so. */
  Optional<String> doubt(ObligationState state, FileContents files) {
    String name = state.obligation().name();
    if (touched.contains(name)) {
      return Optional.of("the specification was edited and is being read");
    }
    return isUnread(name) ? errors : files.doubt(state.obligation());
  }

  /** Whether it could not be read when the rest was: nothing can be done. */
  boolean isUnread(String name) {
    return unread.contains(name);
  }

  /** What is shown, the same until the next change. */
  VerificationSnapshot show(FileContents files) {
    if (shown.isEmpty()) {
      List<Verification> all = new ArrayList<>();
      for (ObligationState state : obligations.values()) {
        if (!missing.contains(state.obligation().name())) {
          all.add(state.show(doubt(state, files)));
        }
      }
      shown = Optional.of(new VerificationSnapshot(file, version, errors, unread, all));
    }
    return shown.get();
  }
}
