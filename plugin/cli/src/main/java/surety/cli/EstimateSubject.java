package surety.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.EvenThresholds;
import surety.certificates.statement.ListedThresholds;
import surety.certificates.statement.LoopClaim;
import surety.certificates.statement.MomentsClaim;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;

/**
 * What of a property or query can be estimated: the forms in it, with the thresholds that they are
 * compared with, and which of them it asks about together.
 */
final class EstimateSubject {
  /** Rows of a table of a cdf whose thresholds are open. */
  static final int EVEN = 10;

  /** The same where nothing is said about thresholds at all. */
  private static final int UNASKED = 5;

  private static final int MOST_FORMS = 16;

  private final Map<AffineForm, Wanted> forms = new LinkedHashMap<>();
  private final List<Pair> pairs = new ArrayList<>();

  /** Thresholds of a form. */
  private static final class Wanted {
    private final TreeSet<Rational> listed = new TreeSet<>();
    private int even;
  }

  /**
   * Two forms together.
   *
   * @param isJoint whether their joint cdf is asked for, too
   */
  record Pair(AffineForm form, AffineForm other, boolean isJoint) {}

  private EstimateSubject() {}

  /** Why nothing of it can be estimated, for the end of a sentence; empty if it can. */
  static Optional<String> refusal(Statement statement) {
    if (statement.claim() instanceof LoopClaim) {
      return Optional.of("it is about a loop, and estimates are of networks");
    }
    if (statement.networks().size() > 1) {
      return Optional.of("it is about several networks together, and estimates are of one");
    }
    if (hasCondition(statement.claim())) {
      return Optional.of("it has a condition, and estimates know none");
    }
    int count = of(statement.claim()).forms().size();
    return count <= MOST_FORMS
        ? Optional.empty()
        : Optional.of(
            "it is about %d sums of outputs and inputs, and estimates are of %d at most"
                .formatted(count, MOST_FORMS));
  }

  private static boolean hasCondition(Claim claim) {
    return claim instanceof BandClaim band
        ? band.given().isPresent()
        : claim instanceof QuantityClaim one && hasCondition(one.quantity());
  }

  private static boolean hasCondition(Quantity quantity) {
    if (quantity instanceof Quantity.Probability probability) {
      return probability.given().isPresent();
    }
    if (quantity instanceof Quantity.Mean mean) {
      return mean.given().isPresent();
    }
    return quantity.parts().stream().anyMatch(EstimateSubject::hasCondition);
  }

  /** Of a claim without a condition. */
  static EstimateSubject of(Claim claim) {
    EstimateSubject subject = new EstimateSubject();
    if (claim instanceof BandClaim band) {
      subject.add(band);
    } else if (claim instanceof QuantityClaim one) {
      subject.add(one.quantity());
    } else {
      ((MomentsClaim) claim).quantities().forEach(subject::add);
    }
    return subject;
  }

  private void add(BandClaim band) {
    for (int i = 0; i < band.forms().size(); i++) {
      Wanted wanted = wanted(band.forms().get(i));
      if (band.thresholds().get(i) instanceof ListedThresholds listed) {
        wanted.listed.addAll(listed.values());
      } else if (band.thresholds().get(i) instanceof EvenThresholds even) {
        wanted.even = Math.max(wanted.even, Math.min(EVEN, even.count()));
      }
      for (int j = 0; j < i; j++) {
        add(new Pair(band.forms().get(j), band.forms().get(i), true));
      }
    }
  }

  private void add(Quantity quantity) {
    if (quantity instanceof Quantity.Probability probability) {
      probability.event().atoms().forEach(this::add);
    }
    if (quantity instanceof Quantity.Association two) {
      add(new Pair(two.first(), two.second(), false));
    }
    quantity.forms().forEach(this::wanted);
    quantity.parts().forEach(this::add);
  }

  /** The absolute value of a form is compared by the form and by its negative: that is one law. */
  private void add(Atom atom) {
    AffineForm negative = negative(atom.form());
    if (forms.containsKey(negative)) {
      wanted(negative).listed.add(atom.threshold().negate());
    } else {
      wanted(atom.form()).listed.add(atom.threshold());
    }
  }

  private static AffineForm negative(AffineForm form) {
    return new AffineForm(
        form.outputs().stream().map(Rational::negate).toList(),
        form.inputs().stream().map(Rational::negate).toList());
  }

  private void add(Pair pair) {
    if (!pair.form.equals(pair.other) && !pairs.contains(pair)) {
      pairs.add(pair);
    }
  }

  private Wanted wanted(AffineForm form) {
    return forms.computeIfAbsent(form, f -> new Wanted());
  }

  /** The forms, each once, in their order. */
  List<AffineForm> forms() {
    return List.copyOf(forms.keySet());
  }

  /** Those that are asked about together. */
  List<Pair> pairs() {
    return List.copyOf(pairs);
  }

  /** The thresholds that are named for a form, ascending; perhaps none. */
  List<Rational> listed(AffineForm form) {
    return List.copyOf(forms.get(form).listed);
  }

  /** How many even thresholds a form is to have where none is named. */
  int even(AffineForm form) {
    int even = forms.get(form).even;
    return even > 0 ? even : UNASKED;
  }
}
