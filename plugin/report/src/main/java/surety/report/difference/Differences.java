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
    verdict(ResultDifference::hasOtherVerdict),
    /** A worse verdict; PROVED, UNDECIDED, VIOLATED, FAILED is from good to bad. */
    worse(ResultDifference::hasWorseVerdict),
    /** Bounds that are farther apart. */
    looser(one -> one.movement().filter(Movement::isLooser).isPresent()),
    /** Another network, distribution, limit, semantics or question. */
    assumption(one -> !one.assumptions().isEmpty()),
    /** What is no longer there. */
    removed(ResultDifference::isGone),
    /** Any of these, bounds that moved, and what is new. */
    any(ResultDifference::isAny);

    private final Predicate<ResultDifference> predicate;

    Cause(Predicate<ResultDifference> predicate) {
      this.predicate = predicate;
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
    return results.stream().anyMatch(cause.predicate);
  }

  long count(Predicate<ResultDifference> predicate) {
    return results.stream().filter(predicate).count();
  }

  /** SAME, DIFFERENT or CONTRADICTION. */
  String verdict() {
    return isContradiction() ? "CONTRADICTION" : isAny() ? "DIFFERENT" : "SAME";
  }
}
