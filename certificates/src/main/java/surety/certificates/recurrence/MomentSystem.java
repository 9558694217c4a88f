package surety.certificates.recurrence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Terms whose means after an iteration are sums of their own means before it, with the factors of
 * these sums. Of a term and its conjugate only one is among them, as the mean of the one is the
 * conjugate of the mean of the other.
 */
final class MomentSystem<C> {
  private final Map<Term, Integer> places;
  private final List<List<Addend<C>>> sums;

  /**
   * One of a sum: the mean of the term at a place so many times.
   *
   * @param isTurned whether it is that of its conjugate
   */
  record Addend<C>(int place, boolean isTurned, C factor) {}

  private MomentSystem(Map<Term, Integer> places, List<List<Addend<C>>> sums) {
    this.places = places;
    this.sums = sums;
  }

  /**
   * The least system that has some terms in it.
   *
   * @param most terms; empty if there are more, perhaps infinitely many
   */
  static <C> Optional<MomentSystem<C>> of(LoopMeans<C> means, Collection<Term> wanted, int most) {
    Map<Term, Integer> places = new LinkedHashMap<>();
    List<Term> open = new ArrayList<>();
    List<List<Addend<C>>> sums = new ArrayList<>();
    wanted.forEach(term -> place(term, places, open));
    for (int k = 0; k < open.size(); k++) {
      sums.add(addends(means.beforeStep(open.get(k)), places, open));
      if (open.size() > most) {
        return Optional.empty();
      }
    }
    return Optional.of(new MomentSystem<>(places, sums));
  }

  /** The addends of a form; terms that have no place get one. */
  private static <C> List<Addend<C>> addends(
      Form<C> form, Map<Term, Integer> places, List<Term> open) {
    List<Addend<C>> sum = new ArrayList<>();
    form.terms()
        .forEach((term, c) -> sum.add(new Addend<>(place(term, places, open), term.isTurned(), c)));
    return sum;
  }

  /** The place of a term or its conjugate, which is the next one if it has none. */
  private static int place(Term term, Map<Term, Integer> places, List<Term> open) {
    Term upright = term.upright();
    Integer place = places.putIfAbsent(upright, open.size());
    if (place == null) {
      open.add(upright);
      return open.size() - 1;
    }
    return place;
  }

  /** The mean of a form of the system's terms. */
  List<Addend<C>> addends(Form<C> form) {
    return addends(form, places, new ArrayList<>());
  }

  Collection<Term> terms() {
    return places.keySet();
  }

  /** What the mean of the term at each place is after an iteration. */
  List<List<Addend<C>>> sums() {
    return sums;
  }
}
