package surety.language.vnnlib;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import surety.certificates.arithmetic.Rational;

/**
 * Takes what is asserted of single inputs out of a formula: boxes, and what is asserted in each.
 */
final class Cases {
  /** More distributions nobody looks through. */
  static final int MOST = 100;

  private Cases() {}

  /** The end of an interval. */
  record End(Rational value, Term place) {}

  /**
   * One way to fulfil the formula.
   *
   * @param least for inputs by number, as far as they have one
   * @param greatest likewise
   * @param events what else has to hold, all of it
   */
  record Case(Map<Integer, End> least, Map<Integer, End> greatest, List<Formula> events) {
    static final Case ALWAYS = new Case(Map.of(), Map.of(), List.of());

    boolean isUnbounded() {
      return least.isEmpty() && greatest.isEmpty();
    }

    Case and(Case other) {
      List<Formula> both = new ArrayList<>(events);
      both.addAll(other.events);
      return new Case(
          joined(least, other.least, (a, b) -> a.compareTo(b) >= 0),
          joined(greatest, other.greatest, (a, b) -> a.compareTo(b) <= 0),
          both);
    }

    private static Map<Integer, End> joined(
        Map<Integer, End> a, Map<Integer, End> b, BiPredicate<Rational, Rational> isCloser) {
      Map<Integer, End> all = new TreeMap<>(a);
      b.forEach(
          (input, end) ->
              all.merge(input, end, (x, y) -> isCloser.test(x.value(), y.value()) ? x : y));
      return all;
    }

    /** Its box, without the places. */
    List<Map<Integer, Rational>> box() {
      return List.of(values(least), values(greatest));
    }

    private static Map<Integer, Rational> values(Map<Integer, End> ends) {
      Map<Integer, Rational> values = new TreeMap<>();
      ends.forEach((input, end) -> values.put(input, end.value()));
      return values;
    }

    Formula event() {
      return events.size() == 1 ? events.get(0) : new Formula.All(events);
    }
  }

  /** All ways to fulfil a formula, each with another box. */
  static List<Case> of(Formula formula, Term place) throws VnnlibException {
    if (formula instanceof Formula.Below below) {
      return List.of(of(below));
    }
    if (formula instanceof Formula.All all) {
      List<Case> cases = List.of(Case.ALWAYS);
      for (Formula part : all.parts()) {
        cases = products(cases, of(part, place), place);
      }
      return cases;
    }
    List<Case> cases = new ArrayList<>();
    for (Formula part : ((Formula.Any) formula).parts()) {
      cases.addAll(of(part, place));
    }
    return cases.stream().allMatch(Case::isUnbounded)
        ? List.of(new Case(Map.of(), Map.of(), List.of(formula)))
        : merged(cases, place);
  }

  private static Case of(Formula.Below below) throws VnnlibException {
    Sum sum = below.sum();
    if (sum.isConstant()) {
      throw new VnnlibException(below.place(), "this compares numbers only; name a variable");
    }
    if (sum.onlyInput().isEmpty()) {
      return new Case(Map.of(), Map.of(), List.of(below));
    }
    Variable input = sum.onlyInput().get();
    Rational factor = sum.factors().get(input);
    // A single value has no probability, so that '<' is as good as '<='.
    End end = new End(sum.constant().negate().dividedBy(factor), below.place());
    Map<Integer, End> ends = Map.of(input.number(), end);
    return factor.signum() > 0
        ? new Case(Map.of(), ends, List.of())
        : new Case(ends, Map.of(), List.of());
  }

  private static List<Case> products(List<Case> some, List<Case> others, Term place)
      throws VnnlibException {
    requireFew((long) some.size() * others.size(), place);
    List<Case> products = new ArrayList<>();
    for (Case a : some) {
      for (Case b : others) {
        products.add(a.and(b));
      }
    }
    return products;
  }

  /** Those in the same box become one, in which either may hold. */
  private static List<Case> merged(List<Case> cases, Term place) throws VnnlibException {
    Map<List<Map<Integer, Rational>>, List<Case>> byBox = new LinkedHashMap<>();
    for (Case each : cases) {
      byBox.computeIfAbsent(each.box(), box -> new ArrayList<>()).add(each);
    }
    requireFew(byBox.size(), place);
    List<Case> merged = new ArrayList<>();
    for (List<Case> same : byBox.values()) {
      Case first = same.get(0);
      boolean isAlways = same.stream().anyMatch(each -> each.events().isEmpty());
      List<Formula> any = same.stream().map(Case::event).toList();
      List<Formula> events =
          isAlways ? List.of() : List.of(any.size() == 1 ? any.get(0) : new Formula.Any(any));
      merged.add(new Case(first.least(), first.greatest(), events));
    }
    return merged;
  }

  private static void requireFew(long count, Term place) throws VnnlibException {
    if (count > MOST) {
      throw new VnnlibException(
          place,
          "this makes more than "
              + MOST
              + " boxes of inputs, each of which would have a distribution of its own; split the"
              + " property");
    }
  }
}
