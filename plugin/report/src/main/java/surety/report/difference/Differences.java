package surety.report.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What two runs have not in common.
 *
 * @param before the older one
 * @param after the newer one
 * @param results of every property and query of either, those of the newer one first
 */
public record Differences(RecordedRun before, RecordedRun after, List<ResultDifference> results) {
  /** What a comparison may be asked to fail on. */
  public enum Cause {
    /** Another verdict. */
    verdict,
    /** A worse verdict; PROVED, UNDECIDED, VIOLATED, FAILED is from good to bad. */
    worse,
    /** Bounds that are farther apart. */
    looser,
    /** Another network, distribution, limit, semantics or question. */
    assumption,
    /** What is no longer there. */
    removed,
    /** Any of these, bounds that moved, and what is new. */
    any;

    boolean isOf(ResultDifference one) {
      return switch (this) {
        case verdict -> one.hasOtherVerdict();
        case worse -> one.hasWorseVerdict();
        case looser -> one.movement().filter(Movement::isLooser).isPresent();
        case assumption -> !one.assumptions().isEmpty();
        case removed -> one.isGone();
        case any -> one.isAny();
      };
    }
  }

  /** Keeps a copy. */
  public Differences {
    results = List.copyOf(results);
  }

  /**
   * Compares by names. Specifications belong together that are called the same; and if both runs
   * are about one only, then these two.
   */
  public static Differences between(RecordedRun before, RecordedRun after) {
    boolean isOne = before.specifications().size() == 1 && after.specifications().size() == 1;
    Map<String, Recorded> was = byName(before, isOne);
    Map<String, Recorded> is = byName(after, isOne);
    List<ResultDifference> results = new ArrayList<>();
    is.forEach(
        (name, now) ->
            results.add(
                ResultDifference.of(name, Optional.ofNullable(was.get(name)), Optional.of(now))));
    was.forEach(
        (name, then) -> {
          if (!is.containsKey(name)) {
            results.add(ResultDifference.of(name, Optional.of(then), Optional.empty()));
          }
        });
    return new Differences(before, after, results);
  }

  private static Map<String, Recorded> byName(RecordedRun run, boolean isOne) {
    Map<String, Recorded> all = new LinkedHashMap<>();
    run.results().forEach(result -> all.put(isOne ? result.name() : result.key(), result));
    return all;
  }

  /** Whether equal statements have bounds without a common value: one of the runs is wrong. */
  public boolean isContradiction() {
    return results.stream().anyMatch(ResultDifference::isContradiction);
  }

  /** Whether there is any difference. */
  public boolean isAny() {
    return has(Cause.any);
  }

  /** Whether there is a difference of this kind. */
  public boolean has(Cause cause) {
    return results.stream().anyMatch(cause::isOf);
  }

  long count(Predicate<ResultDifference> predicate) {
    return results.stream().filter(predicate).count();
  }

  /** SAME, DIFFERENT or CONTRADICTION. */
  String verdict() {
    return isContradiction() ? "CONTRADICTION" : isAny() ? "DIFFERENT" : "SAME";
  }
}
