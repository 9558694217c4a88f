package surety.language.verification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import surety.language.Diagnostic;
import surety.language.Obligation;
import surety.language.Severity;
import surety.language.Specification;

/** A specification over time: its properties and queries, and its errors. Guarded by the model. */
final class SpecificationState {
  private final Path file;
  private Map<String, Entry> entries = new LinkedHashMap<>();
  private Optional<String> errors = Optional.empty();
  private boolean isSuspect;
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
   * Takes in an edit. As long as there are errors, what is not to be read stays as it was, so that
   * a half-typed word throws nothing away; without errors, what is not there is gone.
   */
  void read(Specification specification) {
    errors = errors(specification.diagnostics());
    isSuspect = false;
    Map<String, Entry> older = entries;
    entries = new LinkedHashMap<>();
    for (Obligation obligation : specification.obligations()) {
      Entry entry = older.remove(obligation.name());
      if (entry == null) {
        entry = new Entry(obligation);
      }
      entry.read(obligation);
      entries.putIfAbsent(obligation.name(), entry);
    }
    if (errors.isPresent()) {
      older.forEach(entries::putIfAbsent);
    } else {
      older.values().forEach(Entry::cancel);
    }
  }

  private static Optional<String> errors(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(d -> d.severity() == Severity.ERROR)
        .findFirst()
        .map(
            first ->
                "nothing holds as long as the specification has errors, the first in line "
                    + first.line()
                    + ": "
                    + first.message());
  }

  /** Why nothing can hold. */
  Optional<String> errors() {
    return errors;
  }

  /** It was edited and not read since. */
  void suspect() {
    isSuspect = true;
  }

  Optional<Entry> find(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  Collection<Entry> entries() {
    return entries.values();
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
  Optional<String> doubt(Entry entry, FileContents files) {
    if (isSuspect) {
      return Optional.of("the specification was edited and is being read");
    }
    return errors.isPresent() ? errors : files.doubt(entry.obligation());
  }

  /** What is shown, the same until the next change. */
  VerificationSnapshot show(FileContents files) {
    if (shown.isEmpty()) {
      List<Verification> all = new ArrayList<>();
      for (Entry entry : entries.values()) {
        all.add(entry.show(doubt(entry, files)));
      }
      shown = Optional.of(new VerificationSnapshot(file, version, errors, all));
    }
    return shown.get();
  }
}
