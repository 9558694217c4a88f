package surety.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.CompiledEvent;
import surety.certificates.cell.Problem;
import surety.certificates.statement.Quantity;
import surety.solver.search.Objective;
import surety.solver.search.PlainEvent;

/**
 * A quantity as a function of measures, in plain doubles and over a sample: how much each measure
 * matters to it, and which numbers to choose where the kernel leaves some free.
 */
final class QuantityModel {
  /** The step of a derivative, relative to the measure. */
  private static final double STEP = 1e-6;

  /** The largest weight of one measure: of a quotient by what may be nearly nothing. */
  private static final double MOST_WEIGHT = 1e12;

  /** Around a quantile the density is estimated from this much probability to either side. */
  private static final double WINDOW = 0.01;

  private final Problem problem;
  private final List<double[]> sample;
  private final List<Term> terms = new ArrayList<>();
  private final List<Double> numbers = new ArrayList<>();
  private final Value value;

  /** Something that adds up over cells, and what it is of one point. */
  private record Term(Objective objective, ToDoubleFunction<double[]> integrand) {}

  private interface Value {
    double of(double[] measures);
  }

  /**
   * Of a quantity.
   *
   * @param sample the values of the problem's forms at points that are spread like the inputs
   */
  QuantityModel(Problem problem, Quantity quantity, List<double[]> sample) {
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
    double[] measures = new double[terms.size()];
    Arrays.setAll(measures, k -> mean(terms.get(k).integrand()));
    List<Objective.Weighted> weighted = new ArrayList<>();
    for (int k = 0; k < measures.length; k++) {
      weighted.add(new Objective.Weighted(weight(measures, k), terms.get(k).objective()));
    }
    return new Objective.Sum(weighted);
  }

  private double weight(double[] measures, int k) {
    double step = Math.max(STEP * Math.abs(measures[k]), STEP * STEP);
    double[] more = measures.clone();
    double[] less = measures.clone();
    more[k] += step;
    less[k] -= step;
    double weight = Math.abs(value.of(more) - value.of(less)) / (2 * step);
    return weight <= MOST_WEIGHT ? weight : MOST_WEIGHT; // also of what is no number
  }

  private double mean(ToDoubleFunction<double[]> integrand) {
    problem.stop().check();
    return sample.stream().mapToDouble(integrand).average().orElse(0);
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

  private static double apply(Quantity.Operator operator, double left, double right) {
    return switch (operator) {
      case PLUS -> left + right;
      case MINUS -> left - right;
      case TIMES -> left * right;
      case DIVIDED_BY -> left / right;
    };
  }

  private Value probability(CompiledEvent event) {
    PlainEvent plain = PlainObjective.plain(event);
    return term(new Objective.Probability(plain), rows -> plain.holds(rows) ? 1 : 0);
  }

  private Value conditional(CompiledEvent event, CompiledEvent given) {
    Value both = probability(event.and(given));
    Value other = probability(event.negated().and(given));
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
      Value above = term(new Objective.Mean(row, centre), rows -> rows[row] - centre);
      return measures -> centre + above.of(measures);
    }
    CompiledEvent given = problem.event(mean.given().get());
    PlainEvent plain = PlainObjective.plain(given);
    Value above =
        term(
            new Objective.Mean(row, centre, plain),
            rows -> plain.holds(rows) ? rows[row] - centre : 0);
    Value probability = probability(given);
    return measures -> centre + above.of(measures) / probability.of(measures);
  }

  private Value covariance(int g, double m, int h, double k) {
    Value product = term(new Objective.Product(g, m, h, k), rows -> (rows[g] - m) * (rows[h] - k));
    Value first = term(new Objective.Mean(g, m), rows -> rows[g] - m);
    Value second = g == h ? first : term(new Objective.Mean(h, k), rows -> rows[h] - k);
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
    double[] sorted = sample.stream().mapToDouble(rows -> rows[row]).sorted().toArray();
    double p = risk.level().doubleFloor();
    double quantile = at(sorted, p);
    numbers.add(at(sorted, p - WINDOW * (1 - p)));
    numbers.add(at(sorted, p + WINDOW * (1 - p)));
    double window = at(sorted, p + WINDOW * (1 - p)) - at(sorted, p - WINDOW * (1 - p));
    double slope = window > 0 ? window / (2 * WINDOW * (1 - p)) : 1;
    Value probability = term(around(row, quantile, window), rows -> rows[row] <= quantile ? 1 : 0);
    if (risk.tail() == Quantity.Tail.QUANTILE) {
      return measures -> quantile + (p - probability.of(measures)) * slope;
    }
    double[] beyond = {quantile - window, Double.MAX_VALUE};
    Value excess = term(new Objective.Band(row, beyond), rows -> Math.max(0, rows[row] - quantile));
    return measures -> quantile + excess.of(measures) / (1 - p);
  }

  /** The mean gap of the cdf over the thresholds next to one. */
  private static Objective around(int row, double threshold, double window) {
    double half = window > 0 ? window : Math.max(STEP, STEP * Math.abs(threshold));
    Objective band = new Objective.Band(row, new double[] {threshold - half, threshold + half});
    return new Objective.Sum(List.of(new Objective.Weighted(1 / (2 * half), band)));
  }

  private static double at(double[] sorted, double share) {
    int index = (int) Math.max(0, Math.min(sorted.length - 1, Math.floor(share * sorted.length)));
    return sorted[index];
  }
}
