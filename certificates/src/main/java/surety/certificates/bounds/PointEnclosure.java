package surety.certificates.bounds;

/**
 * What a network does at one point: enclosures of the vectors from which cells take over.
 *
 * <p>The point itself may be known by enclosures only. If something overflowed, nothing is known:
 * {@link #isKnown} is false.
 */
public final class PointEnclosure {
  private final double[][] centres;
  private final double[][] radii;
  private final boolean known;

  private PointEnclosure(double[][] centres, double[][] radii, boolean known) {
    this.centres = centres;
    this.radii = radii;
    this.known = known;
  }

  /**
   * Evaluates a network.
   *
   * @param centre the network's input: middle of the enclosure of each coordinate
   * @param radius and its radius
   */
  public static PointEnclosure of(CompiledNetwork network, double[] centre, double[] radius) {
    double[][] centres = new double[network.vectors()][];
    double[][] radii = new double[network.vectors()][];
    centres[0] = centre;
    radii[0] = radius;
    boolean known = true;
    for (int vector = 1; vector < centres.length; vector++) {
      Step step = network.steps().get(vector - 1);
      if (step instanceof Step.Activation activation) {
        centres[vector] = centres[activation.source()].clone();
        radii[vector] = radii[activation.source()].clone();
        SimplexRelaxation.ofPoint(network, activation, centres[vector], radii[vector]);
      } else {
        boolean isLast = vector == centres.length - 1; // an input's own radius is mostly 0
        known &= VectorMap.apply(network, step, centres, radii, vector, isLast);
      }
    }
    for (int vector = 0; vector < centres.length; vector++) {
      if (!network.isKept(vector)) {
        centres[vector] = null; // cells never ask for it, and there are many vertices
        radii[vector] = null;
      }
    }
    return new PointEnclosure(centres, radii, known);
  }

  /** Whether the enclosures say anything. */
  public boolean isKnown() {
    return known;
  }

  /** Middles of a vector that is kept. */
  double[] centres(int vector) {
    return centres[vector];
  }

  /** Radii of a vector that is kept. */
  double[] radii(int vector) {
    return radii[vector];
  }
}
