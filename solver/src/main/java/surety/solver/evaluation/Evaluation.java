package surety.solver.evaluation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Conjunction;
import surety.certificates.statement.Disjunction;
import surety.certificates.statement.Event;
import surety.certificates.statement.Negation;
import surety.certificates.stop.Stop;

/**
 * What a network gives for one input over the reals.
 *
 * @param inputs all inputs of the network, exact, in its order
 * @param exact all outputs exactly; empty if the network is not made of polynomials of moderate
 *     degree, as the values of other functions are no rationals
 * @param enclosures of all outputs, rigorous; an end is infinite where nothing is known
 */
public record Evaluation(
    List<Rational> inputs, Optional<List<Rational>> exact, List<Interval> enclosures) {
  /** Keeps copies. */
  public Evaluation {
    inputs = List.copyOf(inputs);
    exact = exact.map(List::copyOf);
    enclosures = List.copyOf(enclosures);
  }

  /**
   * Evaluates.
   *
   * @throws IllegalArgumentException if the network takes another number of inputs
   */
  public static Evaluation of(Network network, List<Rational> inputs) {
    return of(network, inputs, Stop.NEVER);
  }

  /** The same, unless it is stopped: exact numbers may be long, and networks large. */
  public static Evaluation of(Network network, List<Rational> inputs, Stop stop) {
    if (network.isRational()) {
      List<Rational> outputs =
          List.of(network.evaluateExactly(inputs.toArray(new Rational[0]), stop));
      return new Evaluation(
          inputs, Optional.of(outputs), outputs.stream().map(Interval::of).toList());
    }
    Interval[] point = inputs.stream().map(Interval::of).toArray(Interval[]::new);
    return new Evaluation(inputs, Optional.empty(), List.of(network.enclose(point, stop)));
  }

  /** Whether the outputs are known exactly. */
  public boolean isExact() {
    return exact.isPresent();
  }

  /**
   * The outputs, rounded if they are not exact; empty if nothing is known of one of them, as after
   * an overflow.
   */
  public Optional<List<Rational>> rounded() {
    if (exact.isPresent()) {
      return exact;
    }
    return enclosures.stream().allMatch(Interval::isBounded)
        ? Optional.of(enclosures.stream().map(y -> Rational.ofDouble(y.middle())).toList())
        : Optional.empty();
  }

  /**
   * Whether an event happens. Where the outputs are known within enclosures, a comparison does if
   * it does at both ends of an enclosure of its form, since the values for which it holds are a
   * half-line.
   */
  public Occurrence occurrence(Event event) {
    if (event instanceof Atom atom) {
      return ofAtom(atom);
    }
    if (event instanceof Negation negation) {
      return occurrence(negation.part()).opposite();
    }
    boolean all = event instanceof Conjunction;
    List<Event> parts = all ? ((Conjunction) event).parts() : ((Disjunction) event).parts();
    Set<Occurrence> found = EnumSet.noneOf(Occurrence.class);
    parts.forEach(part -> found.add(occurrence(part)));
    Occurrence decisive = all ? Occurrence.DOES_NOT_HAPPEN : Occurrence.HAPPENS;
    if (found.contains(decisive)) {
      return decisive;
    }
    return found.contains(Occurrence.UNKNOWN) ? Occurrence.UNKNOWN : decisive.opposite();
  }

  private Occurrence ofAtom(Atom atom) {
    Optional<FormRange> range = range(atom.form());
    if (range.isEmpty()) {
      return Occurrence.UNKNOWN;
    }
    boolean low = atom.comparison().holds(range.get().lower().compareTo(atom.threshold()));
    boolean high = atom.comparison().holds(range.get().upper().compareTo(atom.threshold()));
    if (low != high) {
      return Occurrence.UNKNOWN;
    }
    return low ? Occurrence.HAPPENS : Occurrence.DOES_NOT_HAPPEN;
  }

  /** From where to where the value of a form may be; both the same if it is known exactly. */
  public record FormRange(Rational lower, Rational upper) {}

  /** What is known of a form; empty if that is nothing. */
  public Optional<FormRange> range(AffineForm form) {
    if (exact.isPresent()) {
      Rational value = form.evaluate(exact.get(), inputs);
      return Optional.of(new FormRange(value, value));
    }
    List<Rational> coefficients = form.outputs();
    return IntStream.range(0, coefficients.size())
            .anyMatch(j -> !coefficients.get(j).isZero() && !enclosures.get(j).isBounded())
        ? Optional.empty()
        : Optional.of(
            new FormRange(
                form.evaluate(ends(coefficients, false), inputs),
                form.evaluate(ends(coefficients, true), inputs)));
  }

  /** The outputs within their enclosures that make a form as large, or as small, as can be. */
  private List<Rational> ends(List<Rational> coefficients, boolean largest) {
    List<Rational> ends = new ArrayList<>();
    for (int j = 0; j < coefficients.size(); j++) {
      int sign = coefficients.get(j).signum();
      Interval y = enclosures.get(j);
      ends.add(
          sign == 0
              ? Rational.ZERO
              : Rational.ofDouble((sign > 0) == largest ? y.upper() : y.lower()));
    }
    return ends;
  }
}
