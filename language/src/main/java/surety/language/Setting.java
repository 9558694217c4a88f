package surety.language;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import surety.certificates.statement.Law;
import surety.certificates.statement.RegionStatement;
import surety.language.law.Interval;

/**
 * A distribution without errors: a network with random inputs, of which nothing is claimed yet.
 *
 * @param name of the distribution
 * @param network its name in the specification
 * @param networkFile where it is
 * @param networkDigest SHA-256 of that file
 * @param law how its inputs are distributed
 * @param box the intervals, by the numbers of inputs which move together, under whose condition
 *     that is meant, of which the law does not know; mostly there are none
 * @param inputNames the names of the network's inputs: as declared, else x[0], x[1] and so on
 * @param outputNames the names of the network's outputs, likewise
 */
public record Setting(
    String name,
    String network,
    Path networkFile,
    String networkDigest,
    Law law,
    SortedMap<Integer, Interval> box,
    List<String> inputNames,
    List<String> outputNames) {
  /** Refuses missing parts. */
  public Setting {
    Objects.requireNonNull(name);
    Objects.requireNonNull(network);
    Objects.requireNonNull(networkFile);
    Objects.requireNonNull(networkDigest);
    Objects.requireNonNull(law);
    box = Collections.unmodifiableSortedMap(new TreeMap<>(box));
    inputNames = List.copyOf(inputNames);
    outputNames = List.copyOf(outputNames);
  }

  /** Whether all that is asked is meant under a condition. */
  public boolean isConditioned() {
    return !box.isEmpty();
  }

  /**
   * What region certificates are about.
   *
   * @throws IllegalStateException if the law is meant under a condition: regions know of none
   */
  public RegionStatement regions() {
    if (isConditioned()) {
      throw new IllegalStateException("the regions of " + name + " are under a condition");
    }
    return new RegionStatement(networkDigest, law);
  }

  /** The names of the random inputs, in their order. */
  public List<String> randomNames() {
    return IntStream.range(0, inputNames.size())
        .filter(k -> law.fixed(k).isEmpty())
        .mapToObj(inputNames::get)
        .toList();
  }
}
