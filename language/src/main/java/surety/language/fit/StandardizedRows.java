package surety.language.fit;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;

/**
 * Samples as doubles of moderate size, whatever their units are: moved by a centre, and divided by
 * a power of ten near each column's standard deviation.
 */
final class StandardizedRows {
  private final double[][] values;
  private final List<Rational> centre;
  private final List<Integer> exponents;

  private StandardizedRows(double[][] values, List<Rational> centre, List<Integer> exponents) {
    this.values = values;
    this.centre = centre;
    this.exponents = exponents;
  }

  /** With the mean of a normal distribution for a centre. */
  static StandardizedRows of(List<List<Rational>> rows, Gaussian whole) {
    List<Integer> exponents = new ArrayList<>();
    for (int k = 0; k < whole.mean().size(); k++) {
      exponents.add(Scale.halfExponent(whole.covariance().get(k).get(k)));
    }
    double[][] values = new double[rows.size()][whole.mean().size()];
    for (int i = 0; i < values.length; i++) {
      for (int k = 0; k < values[i].length; k++) {
        Rational moved = rows.get(i).get(k).minus(whole.mean().get(k));
        values[i][k] = moved.times(Scale.power(-exponents.get(k))).doubleFloor();
      }
    }
    return new StandardizedRows(values, whole.mean(), List.copyOf(exponents));
  }

  /** A row for each sample. */
  double[][] values() {
    return values;
  }

  /** Of the powers of ten, one for each column. */
  List<Integer> exponents() {
    return exponents;
  }

  /** What a component's mean is in the units of the samples. */
  List<Rational> mean(ExpectationMaximization.Component component) {
    List<Rational> mean = new ArrayList<>();
    for (int k = 0; k < centre.size(); k++) {
      Rational moved = Rational.ofDouble(component.mean()[k]).times(Scale.power(exponents.get(k)));
      mean.add(centre.get(k).plus(moved));
    }
    return mean;
  }

  /** What a component's covariance is in the units of the samples. */
  List<List<Rational>> covariance(ExpectationMaximization.Component component) {
    List<List<Rational>> rows = new ArrayList<>();
    for (int i = 0; i < centre.size(); i++) {
      List<Rational> row = new ArrayList<>();
      for (int k = 0; k < centre.size(); k++) {
        Rational scale = Scale.power(exponents.get(i) + exponents.get(k));
        row.add(Rational.ofDouble(component.covariance()[i][k]).times(scale));
      }
      rows.add(row);
    }
    return rows;
  }

  /** By how much the logarithm of a density falls, for each row, in the units of the samples. */
  double logScale() {
    return exponents.stream().mapToInt(Integer::intValue).sum() * StrictMath.log(10);
  }
}
