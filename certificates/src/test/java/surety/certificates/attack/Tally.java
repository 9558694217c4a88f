package surety.certificates.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Mutants by kind, and what became of them. */
final class Tally {
  /** What becomes of a mutant. */
  enum Fate {
    /** Not valid. */
    REJECTED,
    /** Valid, and the same bytes for the same problem. */
    SAME,
    /** Valid, and what it claims is true. */
    TRUE,
    /** Valid, and what it claims is false or does not follow: a fault of the kernel. */
    FALSE,
    /** No verdict: a fault of the kernel. */
    FAILED
  }

  private static final int FEW = 4;

  private final Map<String, Map<Fate, Long>> fates = new TreeMap<>();
  private final Map<String, Map<String, Long>> reasons = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private long adversarial;
  private long slowest;

  void add(String mutation, Fate fate) {
    fates.computeIfAbsent(mutation, key -> new TreeMap<>()).merge(fate, 1L, Long::sum);
  }

  void addReason(String mutation, String reason) {
    reasons.computeIfAbsent(mutation, key -> new TreeMap<>()).merge(reason, 1L, Long::sum);
  }

  void addFault(String what) {
    faults.add(what);
  }

  void addAdversarial() {
    adversarial++;
  }

  void took(long nanoseconds) {
    slowest = Math.max(slowest, nanoseconds);
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  long count(String mutation) {
    return fates.getOrDefault(mutation, Map.of()).values().stream().mapToLong(n -> n).sum();
  }

  long count(Fate fate) {
    return fates.values().stream().mapToLong(of -> of.getOrDefault(fate, 0L)).sum();
  }

  /** How many reasons there were for a rejection. */
  long reasons() {
    return reasons.values().stream().flatMap(of -> of.keySet().stream()).distinct().count();
  }

  /** Everything, one line for each kind of mutation. */
  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        "%-22s %8s %9s %7s %7s %6s  %s%n"
            .formatted("mutation", "made", "rejected", "same", "true", "false", "most reasons"));
    for (String mutation : fates.keySet()) {
      Map<Fate, Long> of = fates.get(mutation);
      String most =
          reasons.getOrDefault(mutation, Map.of()).entrySet().stream()
              .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
              .limit(FEW)
              .map(entry -> entry.getKey() + " " + entry.getValue())
              .collect(Collectors.joining(", "));
      table.append(row(mutation, count(mutation), of, most));
    }
    Map<Fate, Long> all = new TreeMap<>();
    for (Fate fate : Fate.values()) {
      all.put(fate, count(fate));
    }
    long made = all.values().stream().mapToLong(n -> n).sum();
    table.append(row("all", made, all, reasons() + " different reasons"));
    table.append(
        "%d of them claim what the kernel finds for the changed tree; the slowest took %d ms%n"
            .formatted(adversarial, slowest / 1_000_000));
    return table.toString();
  }

  private static String row(String name, long made, Map<Fate, Long> of, String reasons) {
    return "%-22s %8d %9d %7d %7d %6d  %s%n"
        .formatted(
            name,
            made,
            of.getOrDefault(Fate.REJECTED, 0L),
            of.getOrDefault(Fate.SAME, 0L),
            of.getOrDefault(Fate.TRUE, 0L),
            of.getOrDefault(Fate.FALSE, 0L) + of.getOrDefault(Fate.FAILED, 0L),
            reasons);
  }
}
