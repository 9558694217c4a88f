package surety.language.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;

/**
 * All ways in which inputs come about.
 *
 * @param all one or more
 * @param rest at least the probability of what is left out
 * @param isNormalised whether the masses of all, with the rest, are 1; else they are what is left
 *     of 1 inside of some interval
 * @param box for each input the interval under whose condition all this is; nothing if it is under
 *     none, or the masses are those within it already
 */
public record Draws(
    List<Draw> all, Rational rest, boolean isNormalised, Optional<List<Interval>> box) {
  /** Keeps a copy. */
  public Draws {
    all = List.copyOf(all);
    box = box.map(List::copyOf);
  }

  /** Under no condition. */
  public Draws(List<Draw> all, Rational rest, boolean isNormalised) {
    this(all, rest, isNormalised, Optional.empty());
  }

  /** Under the condition that each input lies in an interval, which is yet to be heeded. */
  public Draws within(List<Interval> intervals) {
    return new Draws(all, rest, false, Optional.of(intervals));
  }

  /** Normalised and complete. */
  public static Draws of(List<Draw> all) {
    return new Draws(all, Rational.ZERO, true);
  }

  /** Of one input that is a number or known. */
  public static Draws known(Linear value) {
    return of(List.of(Draw.known(Rational.ONE, List.of(value))));
  }

  /** The same with plain coordinates where that can be. */
  public Draws simplified() {
    return new Draws(all.stream().map(Draw::simplified).toList(), rest, isNormalised, box);
  }

  /** Each value multiplied by a number. */
  public Draws times(Rational factor) {
    return new Draws(all.stream().map(d -> d.times(factor)).toList(), rest, isNormalised);
  }

  /** Each value moved. */
  public Draws plus(Draws other) {
    List<Draw> sums = new ArrayList<>();
    for (Draw left : all) {
      other.all.forEach(right -> sums.add(left.plus(right)));
    }
    return new Draws(sums, rest.plus(other.rest), isNormalised && other.isNormalised);
  }

  /** One of several, with probabilities that sum to 1. */
  public static Draws mixture(List<Rational> weights, List<Draws> parts) {
    List<Draw> all = new ArrayList<>();
    Rational rest = Rational.ZERO;
    boolean isNormalised = true;
    for (int i = 0; i < parts.size(); i++) {
      Rational weight = weights.get(i);
      if (weight.signum() > 0) {
        parts.get(i).all.forEach(draw -> all.add(draw.weighted(weight)));
        rest = rest.plus(weight.times(parts.get(i).rest));
        isNormalised &= parts.get(i).isNormalised;
      }
    }
    return new Draws(all, rest, isNormalised);
  }
}
