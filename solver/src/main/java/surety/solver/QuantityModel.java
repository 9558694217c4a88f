package surety.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import surety.certificates.arithmetic.Operator;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.CompiledEvent;
import surety.certificates.cell.Problem;
import surety.certificates.statement.Quantity;
import surety.solver.search.ExcessObjective;
import surety.solver.search.MeanObjective;
import surety.solver.search.NearObjective;
import surety.solver.search.Objective;
import surety.solver.search.PlainEvent;
import surety.solver.search.ProbabilityObjective;
import surety.solver.search.ProductObjective;
import surety.solver.search.SumObjective;

/**
 * A quantity as a function of measures, in plain doubles and over a sample: how much each measure
 * matters to it, and which numbers to choose where the kernel leaves some free.
 */
final class QuantityModel {
  /** The step of a derivative, relative to the mean of what is integrated, taken as positive. */
  private static final double STEP = 1e-6;

  /** The least share of one measure in a quotient. */
  private static final double SMALL = 0.01;

  /** The weight of a measure of which it is not known: of a quotient by what may be nothing. */
  private static final double UNKNOWN_WEIGHT = 1e12;

  /**
   * Around a quantile the density is estimated from this share of the tail to either side, and from
   * more of it where the tail has so few points that the quantile itself may be further away.
   */
  private static final double WINDOW = 0.01;

  private static final double WIDEST_WINDOW = 0.5;

  private final Problem problem;
  private final RowSample sample;
  private final List<Term> terms = new ArrayList<>();
  private final List<Pair> quotients = new ArrayList<>();
  private final List<Double> numbers = new ArrayList<>();
  private final Value value;

  /** Something that adds up over cells, and what it is of one point. */
  private record Term(Objective objective, ToDoubleFunction<double[]> integrand) {}

  /** Two terms of one quotient, or one of which it is the numerator. */
  private record Pair(int first, int second) {}

  private interface Value {
    double of(double[] measures);
  }

  /**
   * Of a quantity.
   *
   * @param sample of the problem's forms; {@link RareSample} has one that meets what is rare in it
   */
  QuantityModel(Problem problem, Quantity quantity, RowSample sample) {
    this.problem = problem;
    this.sample = sample;
    this.value = value(quantity);
  }

  /** The numbers that the kernel leaves free. */
  List<Rational> numbers() {
    return numbers.stream().map(Rational::ofDouble).toList();
  }

  /** All measures, each with how much the quantity changes with it. */
  Objective objective() {
    double[] sizes = new double[terms.size()];
    Arrays.setAll(sizes, k -> mean(rows -> Math.abs(terms.get(k).integrand().applyAsDouble(rows))));
    double[] measures = measures(sizes);
    List<SumObjective.Weighted> weighted = new ArrayList<>();
    for (int k = 0; k < measures.length; k++) {
      double weight = weight(measures, k, STEP * sizes[k]);
      weighted.add(new SumObjective.Weighted(weight, terms.get(k).objective()));
    }
    return new SumObjective(weighted);
  }

  /**
   * Measures as they may be, near those of the sample: none of a quotient's is next to nothing, for
   * else the others would not matter at all, not even whether the quotient is defined.
   *
   * @param sizes of what is integrated; of what the sample does not meet they are made up
   */
  private double[] measures(double[] sizes) {
    double[] measures = new double[sizes.length];
    Arrays.setAll(measures, k -> mean(terms.get(k).integrand()));
    double least = Arrays.stream(sizes).filter(size -> size > 0).min().orElse(1);
    for (int k = 0; k < sizes.length; k++) {
      if (sizes[k] == 0) {
        sizes[k] = least;
        measures[k] = SMALL * least;
      }
    }
    for (Pair pair : quotients) {
      double size = sizes[pair.first()] + sizes[pair.second()];
      for (int k : new int[] {pair.first(), pair.second()}) {
        measures[k] = Math.copySign(Math.max(Math.abs(measures[k]), SMALL * size), measures[k]);
      }
    }
    return measures;
  }

  private double weight(double[] measures, int k, double step) {
    double[] more = measures.clone();
    double[] less = measures.clone();
    more[k] += step;
    less[k] -= step;
    double weight = Math.abs(value.of(more) - value.of(less)) / (2 * step);
    return weight <= Double.MAX_VALUE ? weight : UNKNOWN_WEIGHT; // also if it is no number
  }

  private double mean(ToDoubleFunction<double[]> integrand) {
    problem.stop().check();
    return sample.mean(integrand);
  }

  private Value term(Objective objective, ToDoubleFunction<double[]> integrand) {
    int index = terms.size();
    terms.add(new Term(objective, integrand));
    return measures -> measures[index];
  }

  private Value value(Quantity quantity) {
    if (quantity instanceof Quantity.Constant constant) {
      double number = constant.value().doubleFloor();
      return measures -> number;
    }
    if (quantity instanceof Quantity.Probability p) {
      CompiledEvent event = problem.event(p.event());
      return p.given()
          .map(given -> conditional(event, problem.event(given)))
          .orElseGet(() -> probability(event));
    }
    if (quantity instanceof Quantity.Arithmetic arithmetic) {
      Value left = value(arithmetic.left());
      Value right = value(arithmetic.right());
      return measures -> apply(arithmetic.operator(), left.of(measures), right.of(measures));
    }
    if (quantity instanceof Quantity.Absolute absolute) {
      Value of = value(absolute.of());
      return measures -> Math.abs(of.of(measures));
    }
    if (quantity instanceof Quantity.Mean mean) {
      return mean(mean);
    }
    if (quantity instanceof Quantity.Dispersion dispersion) {
      int row = problem.integrated(dispersion.form());
      double centre = centre(row);
      Value variance = covariance(row, centre, row, centre);
      return dispersion.spread() == Quantity.Spread.VARIANCE
          ? variance
          : measures -> Math.sqrt(variance.of(measures));
    }
    return quantity instanceof Quantity.Association association
        ? association(association)
        : risk((Quantity.Risk) quantity);
  }

  private static double apply(Operator operator, double left, double right) {
    return switch (operator) {
      case PLUS -> left + right;
      case MINUS -> left - right;
      case TIMES -> left * right;
      case DIVIDED_BY -> left / right;
    };
  }

  private Value probability(CompiledEvent event) {
    PlainEvent plain = PlainObjective.plain(event);
    return term(new ProbabilityObjective(plain), rows -> plain.holds(rows) ? 1 : 0);
  }

  private Value conditional(CompiledEvent event, CompiledEvent given) {
    Value both = probability(event.and(given));
    Value other = probability(event.negated().and(given));
    quotients.add(new Pair(terms.size() - 2, terms.size() - 1));
    return measures -> both.of(measures) / (both.of(measures) + other.of(measures));
  }

  /** The mean of a row over the sample; it is among the numbers that are free. */
  private double centre(int row) {
    double mean = mean(rows -> rows[row]);
    double centre = Double.isFinite(mean) ? mean : 0;
    numbers.add(centre);
    return centre;
  }

  private Value mean(Quantity.Mean mean) {
    int row = problem.integrated(mean.form());
    double centre = centre(row);
    if (mean.given().isEmpty()) {
      Value above = term(new MeanObjective(row, centre), rows -> rows[row] - centre);
      return measures -> centre + above.of(measures);
    }
    CompiledEvent given = problem.event(mean.given().get());
    PlainEvent plain = PlainObjective.plain(given);
    Value above =
        term(
            new MeanObjective(row, centre, plain),
            rows -> plain.holds(rows) ? rows[row] - centre : 0);
    quotients.add(new Pair(terms.size() - 1, terms.size() - 1));
    Value probability = probability(given);
    return measures -> centre + above.of(measures) / probability.of(measures);
  }

  private Value covariance(int g, double m, int h, double k) {
    Value product = term(new ProductObjective(g, m, h, k), rows -> (rows[g] - m) * (rows[h] - k));
    Value first = term(new MeanObjective(g, m), rows -> rows[g] - m);
    Value second = g == h ? first : term(new MeanObjective(h, k), rows -> rows[h] - k);
    return measures -> product.of(measures) - first.of(measures) * second.of(measures);
  }

  private Value association(Quantity.Association of) {
    int g = problem.integrated(of.first());
    int h = problem.integrated(of.second());
    double m = centre(g);
    double k = centre(h);
    Value covariance = covariance(g, m, h, k);
    if (of.dependence() == Quantity.Dependence.COVARIANCE) {
      return covariance;
    }
    Value first = covariance(g, m, g, m);
    Value second = covariance(h, k, h, k);
    return measures ->
        covariance.of(measures) / Math.sqrt(first.of(measures) * second.of(measures));
  }

  /**
   * A quantile q moves by what the probability below it is off, over the density there; the mean
   * beyond it by what the integral beyond q is off, over 1 - p.
   */
  private Value risk(Quantity.Risk risk) {
    int row = problem.integrated(risk.form());
    RowSample.Values values = sample.values(row);
    double p = risk.level().doubleFloor();
    double rest = Rational.ONE.minus(risk.level()).doubleFloor();
    double tail = Math.min(p, rest);
    double share = share(p < rest ? values.countBelow(p) : values.countAbove(rest));
    double lower = at(values, p, rest, -share * tail);
    double quantile = at(values, p, rest, 0);
    double upper = at(values, p, rest, share * tail);
    numbers.add(lower);
    numbers.add(upper);
    double window = upper - lower;
    double slope = window > 0 ? window / (2 * share * tail) : 1;
    Value probability = term(around(row, quantile, window), rows -> rows[row] <= quantile ? 1 : 0);
    if (risk.tail() == Quantity.Tail.QUANTILE) {
      return measures -> quantile + (p - probability.of(measures)) * slope;
    }
    Value excess =
        term(
            new ExcessObjective(row, quantile - half(quantile, window)),
            rows -> Math.max(0, rows[row] - quantile));
    return measures -> quantile + excess.of(measures) / rest;
  }

  /** The share of a tail with so many points that its end is known up to about that share. */
  private static double share(int points) {
    return Math.min(WIDEST_WINDOW, Math.max(WINDOW, 1 / Math.sqrt(points)));
  }

  /** The mean gap of the cdf over the thresholds next to one. */
  private static Objective around(int row, double threshold, double window) {
    double half = half(threshold, window);
    return new NearObjective(row, threshold - half, threshold + half);
  }

  /** The window, or at an atom, where it is empty, a small one. */
  private static double half(double threshold, double window) {
    return window > 0 ? window : Math.max(STEP, STEP * Math.abs(threshold));
  }

  /** A little beyond the quantile. */
  private static double at(RowSample.Values values, double p, double rest, double beyond) {
    return p < rest ? values.below(p + beyond) : values.above(rest - beyond);
  }
}
