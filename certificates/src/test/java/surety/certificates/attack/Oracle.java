package surety.certificates.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import surety.certificates.arithmetic.Rational;
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

/** What a claim's bounds have to contain. */
final class Oracle {
  /** More than roundings of a binary32 evaluation of these small networks come to. */
  private static final Rational DEVIATION = Rational.of(1, 10_000);

  private static final int BISECTIONS = 70;

  private final Measure measure;
  private final Span mass;
  private final Rational rest;
  private final Supplier<Measure> anywhere;
  private final boolean isReal;
  private final boolean isCutOff;

  Oracle(Scene scene) {
    this.measure = new Measure(scene.models(), scene.world());
    this.mass = measure.mass();
    this.rest = scene.world().rest();
    this.anywhere = () -> new Measure(scene.models(), World.wide(scene.world().inputs()));
    this.isReal = scene.isReal();
    this.isCutOff =
        scene.world().branches().stream()
            .flatMap(branch -> branch.summands().stream())
            .flatMap(summand -> summand.coordinates().stream())
            .anyMatch(Known::isUnbounded);
  }

  /** One for each bound of a claim, of which the numbers are what the certificate chose. */
  static List<Truth> truths(Scene scene, Claim claim, List<Rational> numbers) {
    return new Oracle(scene).truths(claim, numbers);
  }

  /** The same for another claim about the same networks and inputs. */
  List<Truth> truths(Claim claim, List<Rational> numbers) {
    if (claim instanceof QuantityClaim quantity) {
      return List.of(truth(quantity.quantity()));
    }
    BandClaim band = (BandClaim) claim;
    List<Truth> truths = new ArrayList<>();
    for (List<Rational> point : band.points(numbers)) {
      truths.add(probability(band.at(point), band.given()));
    }
    return truths;
  }

  private Truth truth(Quantity quantity) {
    if (quantity instanceof Quantity.Probability probability) {
      return probability(probability.event(), probability.given());
    }
    Optional<Span> value = value(quantity);
    if (value.isEmpty()) {
      return missing();
    }
    Rational room = isReal ? Rational.ZERO : DEVIATION.times(Rational.of(100));
    return Truth.somewhereIn(value.get().widened(room));
  }

  private Truth probability(Event event, Optional<Event> given) {
    if (!isReal) {
      Span least = probability(loosened(event, DEVIATION.negate()));
      Span most = probability(loosened(event, DEVIATION));
      return Truth.somewhereIn(new Span(least.lower(), most.upper()));
    }
    if (given.isEmpty() && rest.signum() > 0) {
      return withRest(event);
    }
    Optional<Span> value = conditional(event, given);
    return value.map(Truth::somewhereIn).orElseGet(this::missing);
  }

  /** What is divided by nothing; but where tails are cut off, there may be something beyond. */
  private Truth missing() {
    return isCutOff ? Truth.UNJUDGED : Truth.UNKNOWN;
  }

  /** Of the rest nothing is known, but what happens whatever the inputs are happens there, too. */
  private Truth withRest(Event event) {
    Span inside = measure.mass(event);
    Rational whole = mass.upper().plus(rest);
    Rational least = inside.lower().dividedBy(whole);
    Rational most = inside.upper().plus(rest).dividedBy(whole);
    Measure everywhere = anywhere.get();
    if (isNowhere(event, everywhere)) {
      return Truth.anywhereIn(Rational.ZERO, Rational.ZERO);
    }
    boolean isCertain = isNowhere(new Negation(event), everywhere);
    return Truth.anywhereIn(isCertain ? Rational.ONE : least, isCertain ? Rational.ONE : most);
  }

  /** What has no mass everywhere may yet happen at a point that a branch without coordinates is. */
  private boolean isNowhere(Event event, Measure everywhere) {
    return everywhere.mass(event).equals(Span.ZERO) && measure.mass(event).equals(Span.ZERO);
  }

  private Optional<Span> conditional(Event event, Optional<Event> given) {
    return given.isEmpty()
        ? Optional.of(probability(event))
        : measure
            .mass(new Conjunction(List.of(event, given.get())))
            .dividedBy(measure.mass(given.get()));
  }

  private Span probability(Event event) {
    return measure.mass(event).dividedBy(mass).orElseThrow();
  }

  /** The same event with a margin, which makes it more likely if it is positive. */
  private static Event loosened(Event event, Rational room) {
    if (event instanceof Atom atom) {
      Rational shift = atom.comparison().isBelow() ? room : room.negate();
      return new Atom(atom.form(), atom.comparison(), atom.threshold().plus(shift));
    }
    if (event instanceof Negation negation) {
      return new Negation(loosened(negation.part(), room.negate()));
    }
    return event instanceof Conjunction all
        ? new Conjunction(all.parts().stream().map(part -> loosened(part, room)).toList())
        : new Disjunction(
            ((Disjunction) event).parts().stream().map(part -> loosened(part, room)).toList());
  }

  /** Nothing of what does not exist. */
  private Optional<Span> value(Quantity quantity) {
    if (quantity instanceof Quantity.Constant constant) {
      return Optional.of(Span.of(constant.value()));
    }
    if (quantity instanceof Quantity.Probability p) {
      return conditional(p.event(), p.given());
    }
    if (quantity instanceof Quantity.Absolute absolute) {
      return value(absolute.of()).map(Span::abs);
    }
    if (quantity instanceof Quantity.Arithmetic arithmetic) {
      return value(arithmetic);
    }
    if (quantity instanceof Quantity.Mean mean) {
      return mean.given()
          .map(b -> measure.integral(mean.form(), b).dividedBy(measure.mass(b)))
          .orElseGet(() -> Optional.of(mean(mean.form())));
    }
    if (quantity instanceof Quantity.Dispersion dispersion) {
      Span variance = covariance(dispersion.form(), dispersion.form());
      return Optional.of(
          dispersion.spread() == Quantity.Spread.VARIANCE ? variance : variance.root());
    }
    if (quantity instanceof Quantity.Association association) {
      return value(association);
    }
    return Optional.of(new RiskOracle(measure, mass, (Quantity.Risk) quantity).value(BISECTIONS));
  }

  private Optional<Span> value(Quantity.Arithmetic arithmetic) {
    Optional<Span> left = value(arithmetic.left());
    Optional<Span> right = value(arithmetic.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return switch (arithmetic.operator()) {
      case PLUS -> Optional.of(left.get().plus(right.get()));
      case MINUS -> Optional.of(left.get().minus(right.get()));
      case TIMES -> Optional.of(left.get().times(right.get()));
      case DIVIDED_BY -> left.get().dividedBy(right.get());
    };
  }

  private Optional<Span> value(Quantity.Association association) {
    AffineForm g = association.first();
    AffineForm h = association.second();
    Span covariance = covariance(g, h);
    if (association.dependence() == Quantity.Dependence.COVARIANCE) {
      return Optional.of(covariance);
    }
    return covariance.dividedBy(covariance(g, g).root().times(covariance(h, h).root()));
  }

  private Span mean(AffineForm form) {
    return measure.integral(form).dividedBy(mass).orElseThrow();
  }

  private Span covariance(AffineForm g, AffineForm h) {
    Span product = measure.integral(g, h).dividedBy(mass).orElseThrow();
    return product.minus(mean(g).times(mean(h)));
  }

  /** An event of one form. */
  static Event below(AffineForm form, Rational t, boolean includesEqual) {
    return new Atom(form, includesEqual ? Comparison.LESS_OR_EQUAL : Comparison.LESS, t);
  }
}
