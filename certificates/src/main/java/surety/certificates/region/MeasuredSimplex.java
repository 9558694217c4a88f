package surety.certificates.region;

import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.StandardCoordinate;
import surety.certificates.integral.BernsteinDensity;
import surety.certificates.integral.BernsteinForm;
import surety.certificates.integral.SimplexMeasure;
import surety.certificates.integral.VarsiRecursion;

/**
 * A simplex with rational vertices in x, and the density over it.
 *
 * @param mass encloses its probability
 */
record MeasuredSimplex(
    List<RationalPoint> vertices, int degree, SimplexMeasure measure, Interval mass) {

  /**
   * Makes it ready.
   *
   * @param scale volume in x of a cube of volume 1 in z
   * @param density of a box in z that contains the simplex
   */
  static MeasuredSimplex of(
      List<RationalPoint> vertices,
      List<StandardCoordinate> coordinates,
      Rational scale,
      BernsteinDensity density) {
    int n = coordinates.size();
    double[][] middles = new double[n][n + 1];
    double[][] radii = new double[n][n + 1];
    for (int i = 0; i <= n; i++) {
      for (int q = 0; q < n; q++) {
        Interval z = Interval.of(coordinates.get(q).standard(vertices.get(i).coordinate(q)));
        middles[q][i] = z.middle();
        radii[q][i] = z.radius();
      }
    }
    BernsteinForm form = density.form(middles, radii);
    Rational volume = SimplexVolume.of(vertices).dividedBy(scale);
    SimplexMeasure measure = new SimplexMeasure(form, volume.doubleFloor(), volume.doubleCeiling());
    Interval mass = probability(measure.massLower(), measure.massUpper());
    return new MeasuredSimplex(vertices, form.degree(), measure, mass);
  }

  /** Whatever overflows or is unknown is still a probability. */
  private static Interval probability(double lower, double upper) {
    double top = upper <= 1 ? upper : 1;
    return new Interval(lower <= top ? lower : 0, top);
  }

  /**
   * Encloses the probability of the part where an affine function is at most zero, or below zero if
   * not {@code inclusive}.
   *
   * @param values the function's exact values at the vertices
   */
  Interval below(List<Rational> values, boolean inclusive) {
    int least = 1;
    int greatest = -1;
    for (Rational value : values) {
      least = Math.min(least, value.signum());
      greatest = Math.max(greatest, value.signum());
    }
    if (least == 0 && greatest == 0) {
      return inclusive ? mass : Interval.ZERO;
    }
    if (greatest <= 0) { // what is not below is a face, which has no volume
      return mass;
    }
    return least >= 0 ? Interval.ZERO : cut(values);
  }

  private Interval cut(List<Rational> values) {
    double[] floors = values.stream().mapToDouble(Rational::doubleFloor).toArray();
    double[] ceilings = values.stream().mapToDouble(Rational::doubleCeiling).toArray();
    VarsiRecursion recursion = new VarsiRecursion(floors.length, degree);
    double lower = recursion.prepare(ceilings, 0) ? measure.belowLower(recursion) : 0;
    double upper = mass.upper();
    if (recursion.prepare(floors, 0)) {
      upper = Math.min(upper, measure.belowUpper(recursion));
    }
    return new Interval(lower <= upper ? lower : 0, upper);
  }
}
