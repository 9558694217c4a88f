package surety.certificates.region;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.integral.BernsteinDensity;
import surety.certificates.integral.BernsteinForm;
import surety.certificates.integral.SimplexMeasure;
import surety.certificates.integral.VarsiRecursion;

/** A simplex with rational vertices in x, and the density over it. One thread at a time. */
final class MeasuredSimplex {
  private final List<RationalPoint> vertices;
  private final BernsteinDensity density;
  private final double[][] middles;
  private final double[][] radii;
  private final Interval volume;
  private final Interval mass;
  private Optional<BernsteinForm> form = Optional.empty();

  private MeasuredSimplex(
      List<RationalPoint> vertices,
      BernsteinDensity density,
      double[][] middles,
      double[][] radii,
      Interval volume,
      double most) {
    this.vertices = vertices;
    this.density = density;
    this.middles = middles;
    this.radii = radii;
    this.volume = volume;
    this.mass = limited(density.mean(middles, radii).times(volume), most);
  }

  /**
   * Makes it ready.
   *
   * @param standard enclosures of the vertices in z
   * @param scale volume in x of a cube of volume 1 in z
   * @param density of a box in z that contains the simplex
   * @param most a bound of the mass of that box
   */
  static MeasuredSimplex of(
      List<RationalPoint> vertices,
      Function<RationalPoint, List<Interval>> standard,
      Rational scale,
      BernsteinDensity density,
      double most) {
    int n = vertices.size() - 1;
    double[][] middles = new double[n][n + 1];
    double[][] radii = new double[n][n + 1];
    for (int i = 0; i <= n; i++) {
      List<Interval> z = standard.apply(vertices.get(i));
      for (int q = 0; q < n; q++) {
        middles[q][i] = z.get(q).middle();
        radii[q][i] = z.get(q).radius();
      }
    }
    Interval volume = SimplexVolume.of(vertices).dividedBy(scale);
    return new MeasuredSimplex(vertices, density, middles, radii, volume, most);
  }

  /** In a fixed order. */
  List<RationalPoint> vertices() {
    return vertices;
  }

  /** Encloses its mass. */
  Interval mass() {
    return mass;
  }

  /** Whatever overflows or is unknown is still a mass, and part of that of the box. */
  private static Interval limited(Interval mass, double most) {
    double top = Math.min(mass.upper(), most);
    return new Interval(mass.lower() <= top ? mass.lower() : 0, top);
  }

  /**
   * Encloses the mass of the part where an affine function is at most zero, or below zero if not
   * {@code inclusive}.
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
    if (form.isEmpty()) {
      form = Optional.of(density.form(middles, radii));
    }
    SimplexMeasure measure = new SimplexMeasure(form.get(), volume.lower(), volume.upper());
    VarsiRecursion recursion = new VarsiRecursion(floors.length, form.get().degree());
    double lower = recursion.prepare(ceilings, 0) ? measure.belowLower(recursion) : 0;
    double upper = mass.upper();
    if (recursion.prepare(floors, 0)) {
      upper = Math.min(upper, measure.belowUpper(recursion));
    }
    return new Interval(lower <= upper ? lower : 0, upper);
  }
}
