package surety.certificates.region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.ExactSum;
import surety.certificates.arithmetic.Interval;
import surety.certificates.statement.Law;

/**
 * The probabilities of patterns under a law, from the regions of its branches.
 *
 * <p>Two regions of one branch have different patterns: at the kink where their ways part, the
 * neuron of one is on the piece that ends there, that of the other on a higher one. So the mass of
 * a pattern is at least the sum of its regions' lower bounds. It is at most the sum of their upper
 * bounds, which contain their branches' tails, of the tails of all other branches, and of the rest.
 * The mass of all that has another pattern is at least the sum of the other regions' lower bounds,
 * and at most that of their upper bounds, all tails, and the rest.
 *
 * <p>With the pattern's mass x and the other mass y, its probability is x / (x + y), which grows
 * with x and falls with y; and x itself where the law is normalised, because x + y is 1.
 */
public final class PatternProbabilities {
  private final boolean isNormalised;
  private final Map<String, Pattern> patterns = new LinkedHashMap<>();
  private final ExactSum lower = new ExactSum();
  private final ExactSum upper = new ExactSum();

  /** What may have any pattern: the tails, and the rest. */
  private final ExactSum unknown = new ExactSum();

  private static final class Pattern {
    private final ExactSum lower = new ExactSum();
    private final ExactSum upper = new ExactSum();

    /** Of the branches in which it has a region, their tails. */
    private final ExactSum tails = new ExactSum();

    private int regions;
  }

  /**
   * One pattern and its probability.
   *
   * @param regions how many it has: at most one in each branch
   */
  public record Entry(String pattern, int regions, Interval probability) {}

  /** Of no branch so far. */
  public PatternProbabilities(Law law) {
    this.isNormalised = law.isNormalised();
    unknown.add(law.rest().doubleCeiling());
  }

  /**
   * Adds one branch.
   *
   * @param regions all of them; or some, if the tails contain the mass of the others
   * @param tails a bound of the mass that is in none of the regions
   */
  public void add(List<Region> regions, double tails) {
    unknown.add(tails);
    for (Region region : regions) {
      Pattern pattern = patterns.computeIfAbsent(region.pattern(), key -> new Pattern());
      pattern.regions++;
      pattern.lower.add(region.probability().lower());
      pattern.upper.add(region.probability().upper());
      pattern.tails.add(tails);
      lower.add(region.probability().lower());
      upper.add(region.probability().upper());
    }
  }

  /** All patterns, in the order in which they were first seen. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    patterns.forEach(
        (text, pattern) -> entries.add(new Entry(text, pattern.regions, probability(pattern))));
    return entries;
  }

  private Interval probability(Pattern pattern) {
    Dyadic most = pattern.upper.value().plus(unknown.value()).minus(pattern.tails.value());
    Enclosure mass = Enclosure.of(pattern.lower.value(), most);
    Enclosure others =
        Enclosure.of(
            lower.value().minus(pattern.lower.value()),
            upper.value().minus(pattern.upper.value()).plus(unknown.value()));
    return probability(mass, others);
  }

  /** Encloses the probability that the inputs are in some of the regions. */
  public Interval total() {
    return probability(
        Enclosure.of(lower.value(), upper.value()), Enclosure.of(Dyadic.ZERO, unknown.value()));
  }

  private Interval probability(Enclosure mass, Enclosure others) {
    Enclosure bounds = isNormalised ? mass : Enclosure.share(mass, others);
    double top = Math.min(1, bounds.upper().doubleCeiling());
    return new Interval(Math.min(bounds.lower().doubleFloor(), top), top);
  }
}
