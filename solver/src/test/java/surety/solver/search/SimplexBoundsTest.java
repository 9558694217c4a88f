package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Elu;
import surety.certificates.activation.Floored;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.CompiledNetwork;
import surety.certificates.bounds.PointEnclosure;
import surety.certificates.bounds.WireForm;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.stop.Stop;
import surety.solver.Networks;

class SimplexBoundsTest {
  private static Vertex[] simplex(PlainNetwork plain, SplittableRandom random, double size) {
    int n = plain.inputs();
    double[] centre = Cases.point(random, n, 1);
    Vertex[] simplex = new Vertex[n + 1];
    for (int i = 0; i <= n; i++) {
      double[] z = Cases.point(random, n, size);
      for (int q = 0; q < n; q++) {
        z[q] += centre[q];
      }
      simplex[i] = plain.vertex(z);
    }
    return simplex;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void containTheFunction(long seed) {
    PlainNetwork plain = Cases.plain(Networks.random(seed, 3, 9, 8, 7));
    SimplexBounds bounds = new SimplexBounds(plain);
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < 50; k++) {
      Vertex[] simplex = simplex(plain, random, Math.pow(0.5, k % 8));
      bounds.compute(simplex);
      for (int point = 0; point < 20; point++) {
        double[] weights = Cases.barycentric(random, 4);
        double[] z = new double[3];
        double lower = 0;
        double upper = 0;
        for (int i = 0; i < 4; i++) {
          lower += weights[i] * bounds.lower()[i];
          upper += weights[i] * bounds.upper()[i];
          for (int q = 0; q < 3; q++) {
            z[q] += weights[i] * simplex[i].z(q);
          }
        }
        double y = plain.evaluate(z);
        assertTrue(lower - 1e-10 <= y && y <= upper + 1e-10);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void agreeWithTheNaiveTwin(long seed) {
    PlainNetwork plain = Cases.plain(Networks.random(seed, 2, 6, 6));
    SimplexBounds bounds = new SimplexBounds(plain);
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < 50; k++) {
      Vertex[] simplex = simplex(plain, random, 0.7);
      bounds.compute(simplex);
      double[][] twin = naive(plain, simplex);
      for (int i = 0; i < simplex.length; i++) {
        assertEquals(twin[0][i], bounds.lower()[i], 1e-9);
        assertEquals(twin[1][i], bounds.upper()[i], 1e-9);
      }
    }
  }

  private static final List<Activation> MIXED =
      List.of(
          Activation.TANH,
          Activation.RELU,
          Activation.IDENTITY,
          Activation.SIGMOID,
          PiecewiseLinear.leakyRelu(0.1),
          PiecewiseLinear.leakyRelu(-0.5),
          Activation.ABS,
          PiecewiseLinear.clip(-0.3, 0.4),
          Activation.SOFTPLUS,
          Activation.SQUARE,
          Activation.SIN,
          Activation.SILU,
          Activation.ERF_GATE,
          Activation.HARD_SWISH,
          new Floored(Activation.RECIPROCAL, 0.5),
          new Elu(0.5));

  /**
   * The kernel's bounds are the same but for rounding, so that its gap is what was searched for.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void agreeWithTheKernelForAllActivations(long seed) {
    Network network = Networks.random(seed, MIXED, 2, 10, 7);
    PlainNetwork plain = Cases.plain(network);
    SimplexBounds bounds = new SimplexBounds(plain);
    CompiledNetwork kernel =
        CompiledNetwork.of(
            network,
            List.of(WireForm.of(new AffineForm(List.of(Rational.ONE)), network)),
            Stop.NEVER);
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < 100; k++) {
      Vertex[] simplex = simplex(plain, random, Math.pow(0.5, k % 12));
      bounds.compute(simplex);
      PointEnclosure[] vertices = new PointEnclosure[simplex.length];
      for (int i = 0; i < vertices.length; i++) {
        double[] z = {simplex[i].z(0), simplex[i].z(1)};
        vertices[i] = PointEnclosure.of(kernel, z, new double[2]);
      }
      surety.certificates.bounds.SimplexBounds twin =
          surety.certificates.bounds.SimplexBounds.of(kernel, vertices, bounds.firstUnstable());
      for (int i = 0; i < simplex.length; i++) {
        assertEquals(twin.lower(0)[i], bounds.lower()[i], 1e-9);
        assertEquals(twin.upper(0)[i], bounds.upper()[i], 1e-9);
      }
    }
  }

  /** Both bounds of all neurons at all vertices, layer by layer, without any shortcut. */
  private static double[][] naive(PlainNetwork plain, Vertex[] simplex) {
    int corners = simplex.length;
    double[][] low = new double[corners][];
    double[][] high = new double[corners][];
    for (int i = 0; i < corners; i++) {
      low[i] = new double[plain.inputs()];
      for (int q = 0; q < low[i].length; q++) {
        low[i][q] = simplex[i].z(q);
      }
      high[i] = low[i].clone();
    }
    for (int layer = 0; layer < plain.stages().size(); layer++) {
      PlainNetwork.Stage stage = plain.stages().get(layer);
      for (int i = 0; i < corners; i++) {
        double[] nextLow = stage.biases().clone();
        double[] nextHigh = stage.biases().clone();
        for (int row = 0; row < stage.rows(); row++) {
          for (int k = 0; k < stage.inputs(); k++) {
            double w = stage.columns()[k * stage.rows() + row];
            nextLow[row] += w * (w >= 0 ? low[i][k] : high[i][k]);
            nextHigh[row] += w * (w >= 0 ? high[i][k] : low[i][k]);
          }
        }
        low[i] = nextLow;
        high[i] = nextHigh;
      }
      if (layer < plain.hidden().size()) {
        for (int j = 0; j < stage.rows(); j++) {
          relu(low, high, j);
        }
      }
    }
    double[][] bounds = new double[2][corners];
    for (int i = 0; i < corners; i++) {
      bounds[0][i] = low[i][0];
      bounds[1][i] = high[i][0];
    }
    return bounds;
  }

  private static void relu(double[][] low, double[][] high, int j) {
    double min = Double.POSITIVE_INFINITY;
    double sum = 0;
    for (double[] vertex : low) {
      min = Math.min(min, vertex[j]);
      sum += Math.max(vertex[j], 0) - Math.max(-vertex[j], 0);
    }
    for (int i = 0; i < low.length; i++) {
      if (min < 0) {
        low[i][j] = sum > 0 ? low[i][j] : 0;
        high[i][j] = Math.max(0, high[i][j]);
      }
    }
    double max = Double.NEGATIVE_INFINITY;
    for (double[] vertex : high) {
      max = Math.max(max, vertex[j]);
    }
    if (max <= 0) {
      for (int i = 0; i < low.length; i++) {
        low[i][j] = 0;
        high[i][j] = 0;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void areExactWhereNoReluChangesItsSign(long seed) {
    Network network = Networks.random(seed, 2, 8, 8);
    PlainNetwork plain = Cases.plain(network);
    SimplexBounds bounds = new SimplexBounds(plain);
    Vertex[] simplex = simplex(plain, new SplittableRandom(seed), 1e-9);
    bounds.compute(simplex);
    assertEquals(plain.hidden().size(), bounds.firstUnstable());
    for (int i = 0; i < simplex.length; i++) {
      assertEquals(simplex[i].y(0), bounds.lower()[i]);
      assertEquals(simplex[i].y(0), bounds.upper()[i]);
    }
  }

  /** Several rows in one pass have the bounds that each has alone. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rowsDoNotDependOnOneAnother(long seed) {
    Network network = Cases.network(seed, 2, 7, 3);
    double[][] forms = {{1, 0, 0}, {0, 1, -1, 0.5, -3}, {0.5, -2, 0, 1}};
    PlainNetwork all = Cases.rows(network, forms);
    SimplexBounds bounds = new SimplexBounds(all);
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < 30; k++) {
      Vertex[] simplex = simplex(all, random, Math.pow(0.5, k % 6));
      bounds.compute(simplex);
      for (int row = 0; row < forms.length; row++) {
        PlainNetwork one = Cases.rows(network, forms[row]);
        SimplexBounds alone = new SimplexBounds(one);
        Vertex[] same = new Vertex[simplex.length];
        for (int i = 0; i < same.length; i++) {
          same[i] = one.vertex(new double[] {simplex[i].z(0), simplex[i].z(1)});
        }
        alone.compute(same);
        for (int i = 0; i < same.length; i++) {
          assertEquals(alone.lower()[i], bounds.lower()[row * same.length + i], 1e-12);
          assertEquals(alone.upper()[i], bounds.upper()[row * same.length + i], 1e-12);
        }
      }
    }
  }
}
