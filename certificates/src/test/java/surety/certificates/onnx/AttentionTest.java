package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.bounds.BoxBounds;
import surety.certificates.bounds.CompiledNetwork;
import surety.certificates.bounds.PointEnclosure;
import surety.certificates.bounds.SimplexBounds;
import surety.certificates.bounds.WireForm;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.stop.Stop;

/** Bounds of networks of scores, of attention and of normalised layers hold at sampled points. */
class AttentionTest {
  private static final int INPUTS = 4;

  private static Proto node(String operator, String inputs, String output) {
    return Onnx.node("", operator, inputs, output);
  }

  private static Proto matrix(SplittableRandom random, String name, int rows, int columns) {
    double[] weights = random.doubles((long) rows * columns, -1, 1).toArray();
    return Onnx.initializer(Onnx.floats(name, Onnx.dims(rows, columns), weights));
  }

  private static Network network(String kind, SplittableRandom random) throws Exception {
    Proto graph =
        new Proto()
            .append(matrix(random, "wide", 4, 3))
            .append(matrix(random, "q", 2, 2))
            .append(matrix(random, "k", 2, 2))
            .append(matrix(random, "v", 2, 2))
            .append(matrix(random, "last", 4, 2))
            .append(Onnx.initializer(Onnx.longs("tokens", 2, 2)))
            .append(Onnx.initializer(Onnx.longs("flat", 1, 4)))
            .append(Onnx.initializer(Onnx.floats("scale", Onnx.dims(2), 1, -0.5)))
            .append(node("MatMul", "x, wide", "scores"))
            .append(node("Reshape", "x, tokens", "t"))
            .append(node("MatMul", "t, q", "qs"))
            .append(node("MatMul", "t, k", "ks"))
            .append(node("MatMul", "t, v", "vs"))
            .append(node("Transpose", "ks", "kt"))
            .append(node("MatMul", "qs, kt", "s"))
            .append(node("Softmax", "s", "p"))
            .append(node("MatMul", "p, vs", "o"))
            .append(node("Add", "o, t", "r"))
            .append(node("Reshape", "r, flat", "f"))
            .append(node("Gelu", "f", "g"));
    switch (kind) {
      case "attention" -> graph.append(node("MatMul", "g, last", "y"));
      case "layer" -> {
        graph.append(
            Onnx.node(
                "", "LayerNormalization", "t, scale", "n", Onnx.floatAttribute("epsilon", 0.1f)));
        graph.append(node("Reshape", "n, flat", "y"));
      }
      default -> graph.append(node(kind, "scores", "y"));
    }
    return OnnxReader.read(Onnx.network(20, INPUTS, graph));
  }

  private static AffineForm output(Network network, int index) {
    List<Rational> form = new ArrayList<>(Collections.nCopies(network.outputs(), Rational.ZERO));
    form.set(index, Rational.ONE);
    return new AffineForm(form);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Softmax", "LogSoftmax", "attention", "layer"})
  void boundsContainWhatIsSampled(String kind) throws Exception {
    SplittableRandom random = new SplittableRandom(kind.hashCode());
    for (int i = 0; i < 40; i++) {
      Network network = network(kind, random);
      CompiledNetwork compiled =
          CompiledNetwork.of(
              network,
              IntStream.range(0, network.outputs())
                  .mapToObj(j -> WireForm.of(output(network, j), network))
                  .toList(),
              Stop.NEVER);
      double half = Math.scalb(1.0, 1 - random.nextInt(12));
      double[][] box = new double[INPUTS + 1][INPUTS];
      Arrays.setAll(box[0], k -> random.nextDouble(-2, 2));
      for (int q = 0; q < INPUTS; q++) {
        box[q + 1][q] = half;
      }
      BoxBounds ofBox = BoxBounds.of(compiled, box, new double[INPUTS]);
      double[][] corners = corners(box[0], half);
      PointEnclosure[] vertices = new PointEnclosure[corners.length];
      Arrays.setAll(vertices, v -> PointEnclosure.of(compiled, corners[v], new double[INPUTS]));
      SimplexBounds ofSimplex = SimplexBounds.of(compiled, vertices, random.nextInt(6));
      for (int sample = 0; sample < 10; sample++) {
        requireInside(network, inBox(random, box[0], half), ofBox::range);
        requireInside(network, inSimplex(random, corners), ofSimplex::range);
      }
      assertTrue(half > 0.1 || ofBox.range(0).width() < 200 * half, () -> "loose: " + kind);
    }
  }

  /** Whatever the inputs are: a share is between 0 and 1, and a normalised number not large. */
  @ParameterizedTest
  @CsvSource({"Softmax, 0, 1", "LogSoftmax, -Infinity, 0", "layer, -1, 1"})
  void rangesAreThoseOfTheFunctions(String kind, double least, double most) throws Exception {
    Network network = network(kind, new SplittableRandom(2));
    Interval[] whole = new Interval[INPUTS];
    Arrays.fill(whole, Interval.WHOLE);
    for (Interval range : network.enclose(whole)) {
      assertTrue(least <= range.lower() && range.upper() <= most, range::toString);
    }
  }

  /** The simplex of the points on the way along the axes from one corner to the opposite one. */
  private static double[][] corners(double[] middle, double half) {
    double[][] corners = new double[middle.length + 1][middle.length];
    for (int v = 0; v < corners.length; v++) {
      for (int k = 0; k < middle.length; k++) {
        corners[v][k] = middle[k] + (k < v ? half : -half);
      }
    }
    return corners;
  }

  private static double[] inBox(SplittableRandom random, double[] middle, double half) {
    double[] x = new double[middle.length];
    Arrays.setAll(x, k -> middle[k] + half * random.nextDouble(-0.999, 0.999));
    return x;
  }

  private static double[] inSimplex(SplittableRandom random, double[][] corners) {
    double[] weights = random.doubles(corners.length, 0.001, 1).toArray();
    double total = Arrays.stream(weights).sum();
    double[] x = new double[INPUTS];
    for (int v = 0; v < corners.length; v++) {
      for (int k = 0; k < INPUTS; k++) {
        x[k] += weights[v] / total * corners[v][k];
      }
    }
    return x;
  }

  /** The value is known up to rounding, and the bounds must not exclude all of it. */
  private static void requireInside(Network network, double[] x, IntFunction<Interval> range) {
    Interval[] values =
        network.enclose(Arrays.stream(x).mapToObj(Interval::of).toArray(Interval[]::new));
    for (int j = 0; j < values.length; j++) {
      Interval bounds = range.apply(j);
      Interval value = values[j];
      assertTrue(
          bounds.lower() <= value.upper() && value.lower() <= bounds.upper(),
          () -> value + " is outside of " + bounds);
      assertTrue(value.width() < 1e-10);
    }
  }
}
