package surety.certificates.cell;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Operator;
import surety.certificates.arithmetic.Rational;
import surety.certificates.rejection.ClaimRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Claim;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.MomentsClaim;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;

/**
 * What a claim asks of each leaf of a proof tree: measures, and how the claim's bounds follow from
 * theirs.
 *
 * <p>Some numbers are free: any choice gives true bounds, a good one gives close ones. Of a cdf at
 * a number of points they are all thresholds; a quantity takes what it needs, from left to right.
 */
public final class Inquiry {
  private static final Enclosure CORRELATIONS = Enclosure.of(Dyadic.ONE.negate(), Dyadic.ONE);
  private static final Enclosure NOT_NEGATIVE = new Enclosure(Bound.ZERO, Bound.INFINITY);

  private final Problem problem;
  private final List<Measure> measures = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();

  private Inquiry(Problem problem) {
    this.problem = problem;
  }

  /** How a bound follows from those of the measures, of which each has one or more numbers. */
  interface Answer {
    Enclosure of(List<List<Enclosure>> measured);
  }

  /**
   * What a problem's claim asks.
   *
   * @param numbers the free ones
   * @throws RejectedException if they are not those that the claim needs
   */
  public static Inquiry of(Problem problem, List<Rational> numbers) throws RejectedException {
    Inquiry inquiry = new Inquiry(problem);
    Claim claim = problem.statement().claim();
    if (claim instanceof BandClaim band) {
      inquiry.ask(band, numbers);
      return inquiry;
    }
    Iterator<Rational> free = numbers.iterator();
    if (claim instanceof MomentsClaim moments) {
      inquiry.ask(moments, free);
    } else {
      inquiry.answers.add(inquiry.answer(((QuantityClaim) claim).quantity(), free));
    }
    if (free.hasNext()) {
      throw new RejectedException(new ClaimRejection.TooManyNumbers(free.next()));
    }
    return inquiry;
  }

  Problem problem() {
    return problem;
  }

  List<Measure> measures() {
    return measures;
  }

  /**
   * The claim's bounds by what is known without a tree.
   *
   * @param known at least one, of which each is true
   */
  public List<Enclosure> bounds(List<FormMoments> known) {
    FormMoments first = known.get(0);
    List<FormMoments> others = known.subList(1, known.size());
    return answers(
        measures.stream().map(measure -> measure.closer(measure.of(first), others)).toList());
  }

  /** The claim's bounds: one for a quantity, more for a cdf and for moments. */
  List<Enclosure> answers(List<List<Enclosure>> measured) {
    return answers.stream().map(answer -> answer.of(measured)).toList();
  }

  private void ask(BandClaim band, List<Rational> thresholds) throws RejectedException {
    if (thresholds.size() != band.numbers()) {
      throw new RejectedException(new ClaimRejection.OtherThresholds(thresholds));
    }
    List<List<CompiledEvent>> axes = new ArrayList<>();
    for (int i = 0; i < band.forms().size(); i++) {
      List<Rational> own = band.byForm(thresholds).get(i);
      requireAscending(own);
      if (!band.thresholds().get(i).admits(own)) {
        throw new RejectedException(new ClaimRejection.OtherThresholds(thresholds));
      }
      axes.add(own.stream().map(below(band.forms().get(i))).toList());
    }
    Cdf cdf = new Cdf(axes, band.given().map(problem::event).orElse(CompiledEvent.Decided.ALWAYS));
    int measure = add(cdf);
    int points = BandClaim.grid(axes).size();
    for (int k = 0; k < points; k++) {
      int at = k;
      answers.add(
          cdf.isConditional()
              ? of -> share(of.get(measure).get(at), of.get(measure).get(points + at))
              : of -> of.get(measure).get(at));
    }
  }

  /** As if each mean, variance and covariance were asked for, with one centre for each form. */
  private void ask(MomentsClaim moments, Iterator<Rational> free) throws RejectedException {
    List<AffineForm> forms = moments.forms();
    double[] centres = new double[forms.size()];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = next(free);
      answers.add(mean(new Quantity.Mean(forms.get(i), Optional.empty()), centres[i]));
    }
    for (int i = 0; i < centres.length; i++) {
      int form = problem.integrated(forms.get(i));
      Answer variance = covariance(form, centres[i], form, centres[i]);
      answers.add(measured -> dispersion(variance.of(measured), false));
      for (int j = i + 1; j < centres.length; j++) {
        answers.add(covariance(form, centres[i], problem.integrated(forms.get(j)), centres[j]));
      }
    }
  }

  private static void requireAscending(List<Rational> thresholds) throws RejectedException {
    for (int k = 1; k < thresholds.size(); k++) {
      if (thresholds.get(k - 1).compareTo(thresholds.get(k)) >= 0) {
        throw new RejectedException(
            new ClaimRejection.NotAscending(
                "thresholds", thresholds.get(k - 1), thresholds.get(k)));
      }
    }
  }

  private Function<Rational, CompiledEvent> below(AffineForm form) {
    return t -> problem.event(new Atom(form, Comparison.LESS_OR_EQUAL, t));
  }

  private Answer answer(Quantity quantity, Iterator<Rational> free) throws RejectedException {
    if (quantity instanceof Quantity.Constant constant) {
      Enclosure value = Enclosure.of(constant.value());
      return measured -> value;
    }
    if (quantity instanceof Quantity.Probability probability) {
      CompiledEvent event = problem.event(probability.event());
      Optional<CompiledEvent> given = probability.given().map(problem::event);
      return given.map(g -> conditional(event, g)).orElseGet(() -> probability(event));
    }
    if (quantity instanceof Quantity.Absolute absolute) {
      Answer of = answer(absolute.of(), free);
      return measured -> {
        Enclosure value = of.of(measured);
        return value.equals(Enclosure.WHOLE) ? value : value.abs();
      };
    }
    if (quantity instanceof Quantity.Arithmetic arithmetic) {
      Answer left = answer(arithmetic.left(), free);
      Answer right = answer(arithmetic.right(), free);
      return measured -> apply(arithmetic.operator(), left.of(measured), right.of(measured));
    }
    if (quantity instanceof Quantity.Mean mean) {
      return mean(mean, next(free));
    }
    if (quantity instanceof Quantity.Dispersion dispersion) {
      int form = problem.integrated(dispersion.form());
      double centre = next(free);
      Answer variance = covariance(form, centre, form, centre);
      boolean isRoot = dispersion.spread() != Quantity.Spread.VARIANCE;
      return measured -> dispersion(variance.of(measured), isRoot);
    }
    return quantity instanceof Quantity.Association association
        ? association(association, next(free), next(free))
        : risk((Quantity.Risk) quantity, free);
  }

  /** The next free number, as a double: centres and thresholds are exactly what they are. */
  private static double next(Iterator<Rational> free) throws RejectedException {
    if (!free.hasNext()) {
      throw new RejectedException(new ClaimRejection.TooFewNumbers());
    }
    Rational number = free.next();
    if (number.doubleFloor() != number.doubleCeiling()) {
      throw new RejectedException(new ClaimRejection.NoDouble(number));
    }
    return number.doubleFloor();
  }

  /**
   * E(g) = m + E(g - m), and likewise given an event; nothing is known where P(b) may be 0. Else it
   * lies between the least and the greatest value that g can take.
   */
  private Answer mean(Quantity.Mean mean, double m) {
    int form = problem.integrated(mean.form());
    Enclosure range = problem.range(form);
    Enclosure centre = exactly(m);
    CompiledEvent given = mean.given().map(problem::event).orElse(CompiledEvent.Decided.ALWAYS);
    Answer above = integral(new Integral.OfForm(form, m, given));
    if (mean.given().isEmpty()) {
      return measured -> centre.plus(above.of(measured)).intersect(range);
    }
    Answer probability = probability(given);
    return measured -> {
      Enclosure quotient = above.of(measured).dividedBy(probability.of(measured));
      return quotient.equals(Enclosure.WHOLE) ? quotient : centre.plus(quotient).intersect(range);
    };
  }

  /** Cov(g, h) = E((g - m) (h - k)) - E(g - m) E(h - k). */
  private Answer covariance(int g, double m, int h, double k) {
    Answer product = integral(new Integral.OfProduct(g, m, h, k));
    Answer first = integral(new Integral.OfForm(g, m, CompiledEvent.Decided.ALWAYS));
    Answer second = integral(new Integral.OfForm(h, k, CompiledEvent.Decided.ALWAYS));
    if (g == h && m == k) {
      return measured -> product.of(measured).minus(first.of(measured).square());
    }
    return measured -> product.of(measured).minus(first.of(measured).times(second.of(measured)));
  }

  /** A variance that is wholly unknown may not exist, as that of a Cauchy distribution. */
  private static Enclosure dispersion(Enclosure variance, boolean isRoot) {
    if (variance.equals(Enclosure.WHOLE)) {
      return variance;
    }
    return isRoot ? variance.sqrt() : variance.intersect(NOT_NEGATIVE);
  }

  /** Of a form that may be constant the correlation is not known, as there may be none. */
  private Answer association(Quantity.Association of, double m, double k) {
    int g = problem.integrated(of.first());
    int h = problem.integrated(of.second());
    Answer covariance = covariance(g, m, h, k);
    if (of.dependence() == Quantity.Dependence.COVARIANCE) {
      return covariance;
    }
    Answer first = covariance(g, m, g, m);
    Answer second = covariance(h, k, h, k);
    return measured -> {
      Enclosure product = first.of(measured).sqrt().times(second.of(measured).sqrt());
      Enclosure quotient = covariance.of(measured).dividedBy(product);
      return product.lower().signum() > 0 ? quotient.intersect(CORRELATIONS) : quotient;
    };
  }

  private Answer risk(Quantity.Risk risk, Iterator<Rational> free) throws RejectedException {
    double lower = next(free);
    double upper = next(free);
    if (lower > upper) {
      throw new RejectedException(
          new ClaimRejection.NotAscending(
              "numbers of a " + risk.canonical(),
              Rational.ofDouble(lower),
              Rational.ofDouble(upper)));
    }
    TailRisk tail =
        new TailRisk(exactly(lower), exactly(upper), Enclosure.of(risk.level()), risk.level());
    Answer below = probability(below(risk.form()).apply(Rational.ofDouble(lower)));
    Answer above = probability(below(risk.form()).apply(Rational.ofDouble(upper)));
    int form = problem.integrated(risk.form());
    Enclosure range = problem.range(form); // of all values that the form can take
    if (risk.tail() == Quantity.Tail.QUANTILE) {
      return measured -> tail.quantile(below.of(measured), above.of(measured)).intersect(range);
    }
    Answer first = integral(new Integral.OfExcess(form, lower));
    Answer second = integral(new Integral.OfExcess(form, upper));
    return measured ->
        tail.mean(
                below.of(measured),
                above.of(measured),
                first.of(measured).intersect(NOT_NEGATIVE),
                second.of(measured).intersect(NOT_NEGATIVE))
            .intersect(range);
  }

  private static Enclosure exactly(double x) {
    return Enclosure.of(Dyadic.of(x), Dyadic.of(x));
  }

  /** By a measure that is 1 in all, or divided by what it is in all. */
  private Answer integral(Integral integral) {
    int measure = add(integral);
    if (problem.statement().law().isNormalised()) {
      return measured -> measured.get(measure).get(0);
    }
    int total = add(new TotalMass());
    return measured -> measured.get(measure).get(0).dividedBy(measured.get(total).get(0));
  }

  /**
   * What is wholly unknown may not exist, like a mean given what never happens. Then what is
   * computed from it does not exist either, though it be 0 times it or its absolute value. What has
   * an infinite end may be infinite, like the mean of a Pareto distribution: then 0 times it, and
   * the quotient of two of that kind, do not exist.
   */
  private static Enclosure apply(Operator operator, Enclosure left, Enclosure right) {
    if (left.equals(Enclosure.WHOLE)
        || right.equals(Enclosure.WHOLE)
        || mayBeUndefined(operator, left, right)) {
      return Enclosure.WHOLE;
    }
    return switch (operator) {
      case PLUS -> left.plus(right);
      case MINUS -> left.minus(right);
      case TIMES -> left.times(right);
      case DIVIDED_BY -> left.dividedBy(right);
    };
  }

  private static boolean mayBeUndefined(Operator operator, Enclosure left, Enclosure right) {
    return switch (operator) {
      case TIMES ->
          (!left.isBounded() && right.contains(Enclosure.ZERO))
              || (!right.isBounded() && left.contains(Enclosure.ZERO));
      case DIVIDED_BY -> !left.isBounded() && !right.isBounded();
      case PLUS, MINUS -> false; // infinities that cancel leave the whole line by themselves
    };
  }

  private Answer probability(CompiledEvent event) {
    int measure = add(new EventProbability(event));
    return measured -> measured.get(measure).get(0);
  }

  private Answer conditional(CompiledEvent event, CompiledEvent given) {
    Answer both = probability(event.and(given));
    Answer other = probability(event.negated().and(given));
    return measured -> share(both.of(measured), other.of(measured));
  }

  /**
   * With x = P(a and b) and y = P(not a and b), P(a | b) = x / (x + y). Nothing is known where P(b)
   * may be 0.
   */
  private static Enclosure share(Enclosure x, Enclosure y) {
    if (x.lower().signum() <= 0 && y.lower().signum() <= 0) {
      return Enclosure.WHOLE;
    }
    return Enclosure.share(x, y);
  }

  /** Equal measures are computed once. */
  private int add(Measure measure) {
    int known = measures.indexOf(measure);
    if (known >= 0) {
      return known;
    }
    measures.add(measure);
    return measures.size() - 1;
  }
}
