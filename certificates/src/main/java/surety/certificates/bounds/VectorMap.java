package surety.certificates.bounds;

import surety.certificates.arithmetic.Rounding;

/** Copies and affine steps, applied to vectors that are known by centre and radius. */
final class VectorMap {
  private VectorMap() {}

  /**
   * Computes vector number {@code vector}, the result of a step that is no activation.
   *
   * @param sharp as in {@link AffineMap#map}
   * @return whether all results are finite; if not, nothing is known about any of them
   */
  static boolean apply(
      CompiledNetwork network,
      Step step,
      double[][] centres,
      double[][] radii,
      int vector,
      boolean sharp) {
    network.checkStop();
    if (step instanceof Step.Copy copy) {
      centres[vector] = copy.of(centres);
      radii[vector] = copy.of(radii);
      return true;
    }
    Step.Affine affine = (Step.Affine) step;
    double[] centre = new double[affine.rows()];
    double[] radius = new double[affine.rows()];
    boolean finite = true;
    for (int k = 0; k < affine.terms().size(); k++) {
      Step.Term term = affine.terms().get(k);
      double[] c = k == 0 ? centre : new double[centre.length];
      double[] r = k == 0 ? radius : new double[centre.length];
      finite &= term.map().map(centres[term.source()], radii[term.source()], true, sharp, c, r);
      if (k > 0) {
        add(centre, radius, c, r);
      }
    }
    centres[vector] = centre;
    radii[vector] = radius;
    return finite && (affine.terms().size() == 1 || isFinite(centre, radius));
  }

  /** The sum of two vectors; what rounding does to a centre is added to its radius. */
  private static void add(double[] centre, double[] radius, double[] c, double[] r) {
    for (int i = 0; i < centre.length; i++) {
      double sum = centre[i] + c[i];
      double error = Math.abs(Rounding.sumError(centre[i], c[i]));
      radius[i] = Rounding.addUp(Rounding.addUp(radius[i], r[i]), error);
      centre[i] = sum;
    }
  }

  private static boolean isFinite(double[] centre, double[] radius) {
    double total = 0;
    for (int i = 0; i < centre.length; i++) {
      total += Math.abs(centre[i]) + radius[i];
    }
    return total <= Double.MAX_VALUE; // false for infinity and NaN
  }
}
