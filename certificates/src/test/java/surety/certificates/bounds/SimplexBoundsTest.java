package surety.certificates.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.network.RandomNetworks;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Statements;

class SimplexBoundsTest {
  private static Rational exact(double x) {
    return Rational.ofDouble(x);
  }

  private static PointEnclosure[] enclose(
      CompiledNetwork network, double[][] vertices, double[][] radii) {
    PointEnclosure[] enclosures = new PointEnclosure[vertices.length];
    for (int i = 0; i < vertices.length; i++) {
      enclosures[i] = PointEnclosure.of(network, vertices[i], radii[i]);
      assertTrue(enclosures[i].isKnown());
    }
    return enclosures;
  }

  private static Rational[] weights(SplittableRandom random, int count) {
    long[] parts = new long[count];
    Arrays.setAll(parts, i -> random.nextInt(4) == 0 ? 0 : random.nextInt(1, 100));
    parts[random.nextInt(count)] += 1;
    long total = Arrays.stream(parts).sum();
    return Arrays.stream(parts).mapToObj(p -> Rational.of(p, total)).toArray(Rational[]::new);
  }

  private static Rational combine(Rational[] weights, double[] values) {
    Rational sum = Rational.ZERO;
    for (int i = 0; i < values.length; i++) {
      sum = sum.plus(weights[i].times(exact(values[i])));
    }
    return sum;
  }

  private static AffineForm form(SplittableRandom random, int outputs) {
    List<Rational> coefficients = new ArrayList<>();
    for (int j = 0; j < outputs; j++) {
      coefficients.add(Rational.of(random.nextInt(-10, 11), random.nextBoolean() ? 10 : 3));
    }
    coefficients.set(random.nextInt(outputs), Rational.of(1, 10));
    return new AffineForm(coefficients);
  }

  @Test
  void boundsHoldAtEveryPointForEveryFirstLayer() {
    SplittableRandom random = new SplittableRandom(51);
    for (int i = 0; i < 300; i++) {
      int n = random.nextInt(1, 4);
      Network network = RandomNetworks.of(random, n, random.nextInt(1, 3));
      AffineForm form = form(random, network.outputs());
      boolean negated = random.nextBoolean();
      CompiledNetwork compiled = CompiledNetwork.of(network, form, negated);
      double size = Math.scalb(1.0, -random.nextInt(12));
      double[] corner = new double[n];
      Arrays.setAll(corner, q -> random.nextDouble(-1, 1));
      double[][] vertices = new double[n + 1][n];
      double[][] radii = new double[n + 1][n];
      for (int v = 0; v <= n; v++) {
        double wide = random.nextInt(3) == 0 ? size * 1e-3 : 0;
        Arrays.setAll(vertices[v], q -> corner[q] + size * random.nextDouble(-1, 1));
        Arrays.fill(radii[v], wide);
      }
      PointEnclosure[] enclosures = enclose(compiled, vertices, radii);
      Rational[][] moved = moved(random, vertices, radii);
      for (int own = 0; own <= compiled.activationLayers(); own++) {
        SimplexBounds bounds = SimplexBounds.of(compiled, enclosures, own);
        for (int k = 0; k < 6; k++) {
          Rational[] weights = weights(random, n + 1);
          Rational value = value(network, form, negated, moved, weights);
          String what = i + " from layer " + own + " " + network.layers();
          assertTrue(combine(weights, bounds.lower()).compareTo(value) <= 0, what);
          assertTrue(combine(weights, bounds.upper()).compareTo(value) >= 0, what);
        }
      }
    }
  }

  /** The exact vertices, anywhere in their enclosures. */
  private static Rational[][] moved(
      SplittableRandom random, double[][] vertices, double[][] radii) {
    Rational[][] moved = new Rational[vertices.length][vertices[0].length];
    for (int v = 0; v < moved.length; v++) {
      for (int q = 0; q < moved[v].length; q++) {
        Rational share = Rational.of(random.nextInt(3) - 1L);
        moved[v][q] = exact(vertices[v][q]).plus(share.times(exact(radii[v][q])));
      }
    }
    return moved;
  }

  private static Rational value(
      Network network,
      AffineForm form,
      boolean negated,
      Rational[][] vertices,
      Rational[] weights) {
    Rational[] x = new Rational[network.inputs()];
    Arrays.fill(x, Rational.ZERO);
    for (int v = 0; v < vertices.length; v++) {
      for (int q = 0; q < x.length; q++) {
        x[q] = x[q].plus(weights[v].times(vertices[v][q]));
      }
    }
    Rational value = form.evaluate(List.of(network.evaluateExactly(x)));
    return negated ? value.negate() : value;
  }

  private static SimplexBounds onUnitInterval(Network network, int own) {
    CompiledNetwork compiled = CompiledNetwork.of(network, Statements.form("1"), false);
    double[][] vertices = {{-1}, {1}};
    return SimplexBounds.of(compiled, enclose(compiled, vertices, new double[2][1]), own);
  }

  private static Network relu(double weight, double bias) {
    return new Network(
        1,
        List.of(
            AffineLayer.of(new double[][] {{weight}}, new double[] {bias}),
            ActivationLayer.uniform(1, Activation.RELU),
            AffineLayer.of(new double[][] {{1}}, new double[] {0.5})));
  }

  @Test
  void boundsMeetWhereAllNeuronsAreStable() {
    for (int own = 0; own <= 1; own++) {
      SimplexBounds active = onUnitInterval(relu(1, 1), own);
      assertEquals(List.of(0.5, 2.5), list(active.lower()));
      assertEquals(list(active.lower()), list(active.upper()));
      SimplexBounds dead = onUnitInterval(relu(1, -1), own);
      assertEquals(List.of(0.5, 0.5), list(dead.lower()));
      assertEquals(list(dead.lower()), list(dead.upper()));
    }
  }

  @Test
  void anUnstableNeuronHasTheBoundsOfItsValues() {
    SimplexBounds bounds = onUnitInterval(relu(1, 0.25), 0);
    assertEquals(List.of(-0.25, 1.75), list(bounds.lower()));
    assertEquals(List.of(0.5, 1.75), list(bounds.upper()));
    SimplexBounds mostlyDead = onUnitInterval(relu(1, -0.25), 0);
    assertEquals(List.of(0.5, 0.5), list(mostlyDead.lower()));
    assertEquals(List.of(0.5, 1.25), list(mostlyDead.upper()));
    // by the values at the vertices alone, with a slack of the lesser overlap
    SimplexBounds slack = onUnitInterval(relu(1, 0.25), 1);
    assertEquals(List.of(-0.25, 1.0), list(slack.lower()));
    assertEquals(List.of(1.25, 2.5), list(slack.upper()));
  }

  @Test
  void overflowMeansThatNothingIsKnown() {
    Network network =
        new Network(
            1,
            List.of(
                AffineLayer.of(new double[][] {{1e300}}, new double[1]),
                ActivationLayer.uniform(1, Activation.RELU),
                AffineLayer.of(new double[][] {{1e300}}, new double[1])));
    CompiledNetwork compiled = CompiledNetwork.of(network, Statements.form("1"), false);
    PointEnclosure one = PointEnclosure.of(compiled, new double[] {1}, new double[1]);
    PointEnclosure zero = PointEnclosure.of(compiled, new double[] {0}, new double[1]);
    for (int own = 0; own <= 1; own++) {
      SimplexBounds bounds = SimplexBounds.of(compiled, new PointEnclosure[] {zero, one}, own);
      assertEquals(Double.NEGATIVE_INFINITY, bounds.lower()[0]);
      assertEquals(Double.POSITIVE_INFINITY, bounds.upper()[1]);
    }
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
