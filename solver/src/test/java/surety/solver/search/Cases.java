package surety.solver.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;

/** What the tests of this package have in common. */
final class Cases {
  private Cases() {}

  /** The first output of a network as a function of its inputs themselves. */
  static PlainNetwork plain(Network network) {
    double[] ones = new double[network.inputs()];
    Arrays.fill(ones, 1);
    double[] form = new double[network.outputs()];
    form[0] = 1;
    return PlainNetwork.of(network, AffineLayer.diagonal(ones, new double[ones.length]), form);
  }

  static double[] point(SplittableRandom random, int n, double size) {
    double[] z = new double[n];
    Arrays.setAll(z, q -> size * (2 * random.nextDouble() - 1));
    return z;
  }

  /** Uniformly distributed barycentric coordinates. */
  static double[] barycentric(SplittableRandom random, int corners) {
    double[] weights = new double[corners];
    double sum = 0;
    for (int i = 0; i < corners; i++) {
      weights[i] = -Math.log(1 - random.nextDouble());
      sum += weights[i];
    }
    double total = sum;
    Arrays.setAll(weights, i -> weights[i] / total);
    return weights;
  }
}
