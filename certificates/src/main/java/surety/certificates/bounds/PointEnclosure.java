package surety.certificates.bounds;

import java.util.List;

/**
 * What a network does at one point: enclosures of all pre-activations and of the output.
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
    int layers = network.activationLayers();
    double[][] centres = new double[layers + 1][];
    double[][] radii = new double[layers + 1][];
    boolean known = true;
    double[] c = centre;
    double[] r = radius;
    for (int layer = 0; layer <= layers; layer++) {
      List<AffineMap> maps = network.mapsBefore(layer);
      for (AffineMap map : maps) {
        network.checkStop();
        double[] nextCentre = new double[map.rows()];
        double[] nextRadius = new double[map.rows()];
        known &= map.map(c, r, true, false, nextCentre, nextRadius);
        c = nextCentre;
        r = nextRadius;
      }
      centres[layer] = c;
      radii[layer] = r;
      if (layer < layers) {
        c = c.clone();
        r = r.clone();
        SimplexRelaxation.ofPoint(network, layer, c, r);
      }
    }
    return new PointEnclosure(centres, radii, known);
  }

  /** Whether the enclosures say anything. */
  public boolean isKnown() {
    return known;
  }

  /** Middles of the pre-activations of a layer; the output is the layer after the last. */
  double[] centres(int layer) {
    return centres[layer];
  }

  /** Radii of the pre-activations of a layer; the output is the layer after the last. */
  double[] radii(int layer) {
    return radii[layer];
  }
}
