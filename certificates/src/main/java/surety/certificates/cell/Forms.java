package surety.certificates.cell;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.WireForm;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Conjunction;
import surety.certificates.statement.Disjunction;
import surety.certificates.statement.Event;
import surety.certificates.statement.Negation;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Semantics;
import surety.certificates.stop.Stop;

/**
 * The forms of a claim as exact forms of a network's wires, each once: those that are compared
 * without a ReLU or Clip at their very end, and those whose values are integrated as they are.
 */
final class Forms {
  /** Beyond all values of forms of numbers that have not overflowed. */
  private static final Rational BEYOND =
      Rational.of(BigInteger.ONE.shiftLeft(4096), BigInteger.ONE);

  private final Semantics semantics;
  private final List<WireForm> all = new ArrayList<>();
  private final List<Computed> computed = new ArrayList<>();
  private final Map<AffineForm, Multiple> compared = new LinkedHashMap<>();
  private final Map<List<Rational>, AffineForm> directions = new HashMap<>();
  private final Map<AffineForm, Integer> integrated = new LinkedHashMap<>();

  private int spareDegrees;

  /** A form that is compared, as a multiple of one that has bounds: not 0 times it. */
  private record Multiple(OutputClamp of, int index, Rational factor) {}

  /**
   * What a form is computed from.
   *
   * @param form of the computed numbers that are read: not of the inputs that the claim reads,
   *     which it has as they are; over the reals nothing is computed
   * @param isClamped whether it is read by a clamp, which may take what is subnormal for zero, and
   *     likewise give it
   */
  record Computed(Optional<WireForm> form, boolean isClamped) {
    private static final Computed NOTHING = new Computed(Optional.empty(), false);
  }

  private Forms(Semantics semantics) {
    this.semantics = semantics;
  }

  /** All forms of a claim. */
  static Forms of(Claim claim, Semantics semantics, Network network, Stop stop) {
    Forms forms = new Forms(semantics);
    claim.events().stream()
        .flatMap(event -> event.atoms().stream())
        .map(Atom::form)
        .forEach(form -> forms.compare(form, network, stop));
    if (claim instanceof BandClaim band) {
      band.forms().forEach(form -> forms.compare(form, network, stop));
    } else if (claim instanceof QuantityClaim one) {
      forms.addAll(one.quantity(), network, stop);
    } else {
      claim.forms().forEach(form -> forms.integrate(form, network, stop));
    }
    return forms;
  }

  private void addAll(Quantity quantity, Network network, Stop stop) {
    quantity.parts().forEach(part -> addAll(part, network, stop));
    if (quantity.parts().isEmpty()) {
      for (AffineForm form : quantity.forms()) {
        integrate(form, network, stop);
        if (quantity instanceof Quantity.Risk risk) {
          compare(form, network, stop); // with thresholds, of which quantiles are found
          spareDegrees = risk.tail() == Quantity.Tail.MEAN ? 1 : spareDegrees;
        }
      }
    }
  }

  private void integrate(AffineForm form, Network network, Stop stop) {
    integrated.put(form, add(row(form, network, stop), outputs(form, network)));
  }

  private static WireForm row(AffineForm form, Network network, Stop stop) {
    return WireForm.of(form, network).throughAffine(network, stop);
  }

  /** Multiples of one form, such as it and its negative, are compared by the same bounds. */
  private void compare(AffineForm form, Network network, Stop stop) {
    if (compared.containsKey(form)) {
      return;
    }
    Rational leading = leading(form);
    List<Rational> direction =
        form.coefficients().stream().map(c -> c.isZero() ? c : c.dividedBy(leading)).toList();
    AffineForm known = directions.putIfAbsent(direction, form);
    if (known == null) {
      OutputClamp clamp = clamp(form, network, stop);
      Computed from =
          clamp.isClamp() && !semantics.isReal()
              ? new Computed(Optional.of(clamp.entering()), true)
              : outputs(form, network);
      compared.put(form, new Multiple(clamp, add(clamp.form(), from), Rational.ONE));
    } else {
      Multiple of = compared.get(known);
      compared.put(form, new Multiple(of.of, of.index, leading.dividedBy(leading(known))));
    }
  }

  /**
   * Over the reals affine gates behind a clamp make no difference; computed, they are rounded, and
   * a clamp is one if an output is what it gives.
   */
  private OutputClamp clamp(AffineForm form, Network network, Stop stop) {
    WireForm row = row(form, network, stop);
    if (semantics.isReal()) {
      return OutputClamp.of(network, row, stop);
    }
    boolean isOfOutputs = form.inputs().stream().allMatch(Rational::isZero);
    OutputClamp clamp = OutputClamp.of(network, WireForm.of(form, network), stop);
    return isOfOutputs && clamp.isClamp() ? clamp : OutputClamp.none(row);
  }

  private Computed outputs(AffineForm form, Network network) {
    if (semantics.isReal() || form.outputs().stream().allMatch(Rational::isZero)) {
      return Computed.NOTHING;
    }
    return new Computed(Optional.of(WireForm.of(new AffineForm(form.outputs()), network)), false);
  }

  /** The first coefficient that is not 0. */
  private static Rational leading(AffineForm form) {
    return form.coefficients().stream().filter(c -> !c.isZero()).findFirst().orElseThrow();
  }

  private int add(WireForm form, Computed from) {
    for (int k = 0; k < all.size(); k++) {
      if (all.get(k).equals(form) && computed.get(k).equals(from)) {
        return k;
      }
    }
    all.add(form);
    computed.add(from);
    return all.size() - 1;
  }

  int spareDegrees() {
    return spareDegrees;
  }

  List<WireForm> all() {
    return all;
  }

  /** What each of them is computed from. */
  List<Computed> computed() {
    return computed;
  }

  /** The number of a form whose values are integrated. */
  int integrated(AffineForm form) {
    return integrated.get(form);
  }

  /** An event as one of comparisons of these forms. */
  CompiledEvent event(Event event) {
    if (event instanceof Negation negation) {
      return event(negation.part()).negated();
    }
    if (event instanceof Conjunction conjunction) {
      return CompiledEvent.combination(
          true, conjunction.parts().stream().map(this::event).toList());
    }
    if (event instanceof Disjunction disjunction) {
      return CompiledEvent.combination(
          false, disjunction.parts().stream().map(this::event).toList());
    }
    return event((Atom) event);
  }

  /**
   * Of {@code r g} with r not 0 it is a comparison of g with t / r, the other way round if r is
   * negative. What is above a threshold is not at most it, or not below it. What a clamp decides of
   * a computed number holds unless something overflows, and so wherever what enters the clamp is
   * known to be a number at all.
   */
  private CompiledEvent event(Atom atom) {
    Multiple multiple = compared.get(atom.form());
    Comparison comparison =
        multiple.factor.signum() > 0 ? atom.comparison() : atom.comparison().mirrored();
    Rational threshold = atom.threshold().dividedBy(multiple.factor);
    boolean isBelow = comparison.isBelow();
    boolean inclusive = comparison.includesEqual() == isBelow;
    Optional<Boolean> decided = multiple.of.decided(threshold, inclusive);
    if (decided.isPresent() && semantics.isReal()) {
      return new CompiledEvent.Decided(decided.get() == isBelow);
    }
    Threshold of =
        decided
            .map(below -> Threshold.of(below ? BEYOND : BEYOND.negate(), true))
            .orElseGet(() -> Threshold.of(threshold, inclusive));
    return new CompiledEvent.Comparison(multiple.index, of, isBelow);
  }
}
