package surety.certificates.cell;

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
import surety.certificates.stop.Stop;

/**
 * The forms of a claim as exact forms of a network's wires, each once: those that are compared
 * without a ReLU or Clip at their very end, and those whose values are integrated as they are.
 */
final class Forms {
  private final List<WireForm> all = new ArrayList<>();
  private final Map<AffineForm, Multiple> compared = new LinkedHashMap<>();
  private final Map<List<Rational>, AffineForm> directions = new HashMap<>();
  private final Map<AffineForm, Integer> integrated = new LinkedHashMap<>();

  private int spareDegrees;

  /** A form that is compared, as a multiple of one that has bounds: not 0 times it. */
  private record Multiple(OutputClamp of, Rational factor) {}

  private Forms() {}

  /** All forms of a claim. */
  static Forms of(Claim claim, Network network, Stop stop) {
    Forms forms = new Forms();
    claim.events().stream()
        .flatMap(event -> event.atoms().stream())
        .map(Atom::form)
        .forEach(form -> forms.compare(form, network, stop));
    if (claim instanceof BandClaim band) {
      band.forms().forEach(form -> forms.compare(form, network, stop));
    } else {
      forms.addAll(((QuantityClaim) claim).quantity(), network, stop);
    }
    return forms;
  }

  private void addAll(Quantity quantity, Network network, Stop stop) {
    quantity.parts().forEach(part -> addAll(part, network, stop));
    if (quantity.parts().isEmpty()) {
      for (AffineForm form : quantity.forms()) {
        integrated.put(form, add(row(form, network, stop)));
        if (quantity instanceof Quantity.Risk risk) {
          compare(form, network, stop); // with thresholds, of which quantiles are found
          spareDegrees = risk.tail() == Quantity.Tail.MEAN ? 1 : spareDegrees;
        }
      }
    }
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
      OutputClamp clamp = OutputClamp.of(network, row(form, network, stop), stop);
      add(clamp.form());
      compared.put(form, new Multiple(clamp, Rational.ONE));
    } else {
      OutputClamp clamp = compared.get(known).of;
      compared.put(form, new Multiple(clamp, leading.dividedBy(leading(known))));
    }
  }

  /** The first coefficient that is not 0. */
  private static Rational leading(AffineForm form) {
    return form.coefficients().stream().filter(c -> !c.isZero()).findFirst().orElseThrow();
  }

  private int add(WireForm form) {
    int known = all.indexOf(form);
    if (known >= 0) {
      return known;
    }
    all.add(form);
    return all.size() - 1;
  }

  int spareDegrees() {
    return spareDegrees;
  }

  List<WireForm> all() {
    return all;
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
   * negative. What is above a threshold is not at most it, or not below it.
   */
  private CompiledEvent event(Atom atom) {
    Multiple multiple = compared.get(atom.form());
    Comparison comparison =
        multiple.factor.signum() > 0 ? atom.comparison() : atom.comparison().mirrored();
    Rational threshold = atom.threshold().dividedBy(multiple.factor);
    boolean isBelow = comparison.isBelow();
    boolean inclusive = comparison.includesEqual() == isBelow;
    Optional<Boolean> decided = multiple.of.decided(threshold, inclusive);
    return decided
        .<CompiledEvent>map(below -> new CompiledEvent.Decided(below == isBelow))
        .orElseGet(
            () ->
                new CompiledEvent.Comparison(
                    all.indexOf(multiple.of.form()), Threshold.of(threshold, inclusive), isBelow));
  }
}
