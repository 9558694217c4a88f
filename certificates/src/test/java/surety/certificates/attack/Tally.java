package surety.certificates.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    /** Valid, and the judge does not know. */
    UNJUDGED,
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
    return allReasons().size();
  }

  /** In Markdown: what became of each kind, and how often each reason was given. */
  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        "| kind | mutants | rejected | the same again | true | not judged | false |"
            + " rejected as |\n|---|---:|---:|---:|---:|---:|---:|---|\n");
    fates.forEach((kind, of) -> table.append(row(kind, of, most(reasons(kind)))));
    Map<Fate, Long> all = new TreeMap<>();
    for (Fate fate : Fate.values()) {
      all.put(fate, count(fate));
    }
    table.append(row("**all**", all, reasons() + " different reasons"));
    table.append("\n| reason | mutants |\n|---|---:|\n");
    ordered(allReasons())
        .forEach(each -> table.append("| %s | %d |\n".formatted(each.getKey(), each.getValue())));
    table.append(
        "\nOf %d mutants the claimed bounds are those that the kernel itself finds.\n"
            .formatted(adversarial));
    return table.toString();
  }

  /** How long the slowest replay took, in milliseconds. */
  long slowest() {
    return slowest / 1_000_000;
  }

  private Map<String, Long> reasons(String kind) {
    return reasons.getOrDefault(kind, Map.of());
  }

  private Map<String, Long> allReasons() {
    Map<String, Long> all = new TreeMap<>();
    reasons.values().forEach(of -> of.forEach((name, n) -> all.merge(name, n, Long::sum)));
    return all;
  }

  private static List<Map.Entry<String, Long>> ordered(Map<String, Long> reasons) {
    return reasons.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .toList();
  }

  private static String most(Map<String, Long> reasons) {
    List<Map.Entry<String, Long>> all = ordered(reasons);
    List<String> shown = new ArrayList<>();
    all.stream().limit(FEW).forEach(each -> shown.add(each.getKey() + " " + each.getValue()));
    if (all.size() > FEW) {
      shown.add((all.size() - FEW) + " other reasons");
    }
    return String.join(", ", shown);
  }

  private static String row(String kind, Map<Fate, Long> of, String reasons) {
    return "| %s | %d | %d | %d | %d | %d | %d | %s |\n"
        .formatted(
            kind,
            of.values().stream().mapToLong(n -> n).sum(),
            of.getOrDefault(Fate.REJECTED, 0L),
            of.getOrDefault(Fate.SAME, 0L),
            of.getOrDefault(Fate.TRUE, 0L),
            of.getOrDefault(Fate.UNJUDGED, 0L),
            of.getOrDefault(Fate.FALSE, 0L) + of.getOrDefault(Fate.FAILED, 0L),
            reasons);
  }
}
