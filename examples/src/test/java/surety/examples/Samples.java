package surety.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Conjunction;
import surety.certificates.statement.Disjunction;
import surety.certificates.statement.Event;
import surety.certificates.statement.Negation;
import surety.certificates.statement.Statement;

/**
 * Random inputs with the outputs of all networks, in doubles.
 *
 * @param rows one for each sample: the outputs, counted through, then the inputs
 */
record Samples(List<double[]> rows) {
  Samples {
    rows = List.copyOf(rows);
  }

  static Samples of(Statement statement, List<Network> networks, int count, long seed) {
    Sampler sampler = new Sampler(statement.law(), seed);
    List<double[]> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      double[] x = sampler.next();
      rows.add(
          Stream.concat(networks.stream().map(network -> network.evaluate(x)), Stream.of(x))
              .flatMapToDouble(Arrays::stream)
              .toArray());
    }
    return new Samples(rows);
  }

  int count() {
    return rows.size();
  }

  /** Those for which an event happens. */
  Samples where(Event event) {
    return new Samples(rows.stream().filter(predicate(event)).toList());
  }

  /** What a form is, sample by sample. */
  double[] values(AffineForm form) {
    double[] coefficients = coefficients(form);
    return rows.stream().mapToDouble(row -> product(coefficients, row)).toArray();
  }

  private static Predicate<double[]> predicate(Event event) {
    if (event instanceof Conjunction conjunction) {
      return conjunction.parts().stream()
          .map(Samples::predicate)
          .reduce(row -> true, Predicate::and);
    }
    if (event instanceof Disjunction disjunction) {
      return disjunction.parts().stream()
          .map(Samples::predicate)
          .reduce(row -> false, Predicate::or);
    }
    if (event instanceof Negation negation) {
      return predicate(negation.part()).negate();
    }
    Atom atom = (Atom) event;
    double[] coefficients = coefficients(atom.form());
    double threshold = atom.threshold().doubleFloor();
    return row -> atom.comparison().holds(Double.compare(product(coefficients, row), threshold));
  }

  private static double[] coefficients(AffineForm form) {
    return form.coefficients().stream().mapToDouble(Rational::doubleFloor).toArray();
  }

  /** Of a form without inputs there are fewer coefficients than numbers in a row. */
  private static double product(double[] coefficients, double[] row) {
    double sum = 0;
    for (int i = 0; i < coefficients.length; i++) {
      sum += coefficients[i] * row[i];
    }
    return sum + 0.0; // no negative zero, which Double.compare tells from 0
  }
}
