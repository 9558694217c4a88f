package surety.certificates.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.bounds.CondensedRow;
import surety.certificates.density.Marginal;
import surety.certificates.density.StandardCoordinate;
import surety.certificates.rejection.ProblemRejection;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Law;

/**
 * The networks' inputs as functions of a branch's standard coordinates z: exactly affine, with
 * coefficients known by enclosures. With {@code x = A u + c} and {@code u_q = scale_q z_q +
 * shift_q} they are {@code A_q scale_q}, and the constant is {@code c + sum_q A_q shift_q}.
 */
final class InputRows {
  private final List<Row> rows;

  /**
   * One input.
   *
   * @param coordinates those on which it depends, ascending
   * @param slopes their coefficients
   * @param exact the value, if it depends on none
   */
  private record Row(
      List<Integer> coordinates,
      List<Interval> slopes,
      Interval constant,
      Optional<Rational> exact) {}

  private InputRows(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * Of a branch.
   *
   * @throws RejectedException if a number is beyond the doubles
   */
  static InputRows of(Law.Branch branch, List<Marginal> marginals) throws RejectedException {
    List<Row> rows = new ArrayList<>();
    for (Law.InputMap map : branch.inputs()) {
      Row row = row(map, marginals);
      if (!row.constant.isBounded() || !row.slopes.stream().allMatch(Interval::isBounded)) {
        throw new RejectedException(
            new ProblemRejection.FixedInputTooLarge(map.constant().toString()));
      }
      rows.add(row);
    }
    return new InputRows(rows);
  }

  private static Row row(Law.InputMap map, List<Marginal> marginals) {
    List<Integer> coordinates = new ArrayList<>();
    List<Interval> slopes = new ArrayList<>();
    Rational constant = map.constant();
    for (Law.Term term : map.terms()) {
      StandardCoordinate exact = marginals.get(term.coordinate()).exact();
      coordinates.add(term.coordinate());
      slopes.add(Interval.of(term.coefficient().times(exact.scale())));
      constant = constant.plus(term.coefficient().times(exact.shift()));
    }
    return new Row(
        coordinates,
        slopes,
        Interval.of(constant),
        map.terms().isEmpty() ? Optional.of(constant) : Optional.empty());
  }

  /** Contains the inputs where z is in a box. */
  Interval[] over(Interval[] z) {
    Interval[] inputs = new Interval[rows.size()];
    for (int k = 0; k < inputs.length; k++) {
      Row row = rows.get(k);
      inputs[k] = row.constant;
      for (int i = 0; i < row.slopes.size(); i++) {
        inputs[k] = z[row.coordinates.get(i)].times(row.slopes.get(i)).plus(inputs[k]);
      }
    }
    return inputs;
  }

  /** The inputs that are constant, exactly. */
  List<Optional<Rational>> constants() {
    return rows.stream().map(Row::exact).toList();
  }

  /** Bounds of how fast something grows with each coordinate, of those by each input. */
  double[] growth(double[] byInput, int dimension) {
    double[] growth = new double[dimension];
    for (int k = 0; k < byInput.length; k++) {
      Row row = rows.get(k);
      for (int i = 0; i < row.slopes.size(); i++) {
        int q = row.coordinates.get(i);
        double more = Rounding.multiplyUp(byInput[k], row.slopes.get(i).magnitude());
        growth[q] = growth[q] == 0 ? more : Rounding.addUp(growth[q], more);
      }
    }
    return growth;
  }

  /**
   * The inputs as forms of the coordinates themselves.
   *
   * @param magnitude no coordinate is larger than that where the forms are used
   */
  List<CondensedRow> rows(double[] magnitude) {
    List<CondensedRow> forms = new ArrayList<>();
    for (Row row : rows) {
      double[] x = new double[magnitude.length + 1];
      x[magnitude.length] = row.constant.middle();
      double error = row.constant.radius();
      for (int i = 0; i < row.slopes.size(); i++) {
        Interval slope = row.slopes.get(i);
        int q = row.coordinates.get(i);
        x[q] = slope.middle();
        error = Rounding.addUp(error, Rounding.multiplyUp(slope.radius(), magnitude[q]));
      }
      forms.add(new CondensedRow(x, error));
    }
    return forms;
  }

  /**
   * The inputs over a box as forms of local coordinates xi from -1 to 1: {@code z = middle + half
   * xi} with the exact middle and half length of each side.
   *
   * @param centre for the constant and each coordinate a row over the inputs
   * @param radius for each input a bound of what its form may be off
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, read at once
  record Local(double[][] centre, double[] radius) {}

  Local over(List<Side> sides) {
    double[][] centre = new double[sides.size() + 1][rows.size()];
    double[] radius = new double[rows.size()];
    for (int k = 0; k < radius.length; k++) {
      Row row = rows.get(k);
      Interval constant = row.constant;
      for (int i = 0; i < row.slopes.size(); i++) {
        int q = row.coordinates.get(i);
        Side side = sides.get(q);
        Interval middle = side.lower().plus(side.upper()).times(0.5);
        Interval slope = side.length().times(0.5).times(row.slopes.get(i));
        constant = middle.times(row.slopes.get(i)).plus(constant);
        centre[q + 1][k] = slope.middle();
        radius[k] = Rounding.addUp(radius[k], slope.radius()); // |xi| <= 1
      }
      centre[0][k] = constant.middle();
      radius[k] = Rounding.addUp(radius[k], constant.radius());
    }
    return new Local(centre, radius);
  }
}
