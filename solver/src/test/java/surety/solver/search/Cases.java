package surety.solver.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import surety.certificates.activation.Activation;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.Input;
import surety.certificates.statement.RandomInput;
import surety.certificates.stop.Stop;
import surety.solver.domain.Domain;

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

  /** Several forms of a network's outputs, and perhaps inputs, as functions of its inputs. */
  static PlainNetwork rows(Network network, double[]... forms) {
    AffineLayer inputs = PlainMaps.identity(network.inputs());
    return PlainNetwork.of(network, inputs, layer(forms), CutPoints.ADAPTIVE, Stop.NEVER);
  }

  /** Rows without constants; those that end early have zeros. */
  static AffineLayer layer(double[]... forms) {
    int columns = Arrays.stream(forms).mapToInt(form -> form.length).max().orElse(0);
    double[][] weights = new double[forms.length][];
    Arrays.setAll(weights, row -> Arrays.copyOf(forms[row], columns));
    return AffineLayer.of(weights, new double[forms.length]);
  }

  /** The values of all rows. */
  static double[] values(PlainNetwork network, double[] z) {
    Vertex vertex = network.vertex(z);
    double[] values = new double[network.rows()];
    Arrays.setAll(values, vertex::y);
    return values;
  }

  /** Two hidden layers of ReLUs with random weights. */
  static Network network(long seed, int inputs, int width, int outputs) {
    SplittableRandom random = new SplittableRandom(seed);
    return Network.chain(
        inputs,
        List.of(
            layer(random, width, inputs),
            ActivationLayer.uniform(width, Activation.RELU),
            layer(random, width, width),
            ActivationLayer.uniform(width, Activation.RELU),
            layer(random, outputs, width)));
  }

  private static AffineLayer layer(SplittableRandom random, int rows, int columns) {
    double[][] weights = new double[rows][];
    Arrays.setAll(weights, row -> point(random, columns, 2 / Math.sqrt(columns)));
    return AffineLayer.of(weights, point(random, rows, 0.5));
  }

  /** That many inputs with this distribution each. */
  static Domain domain(int inputs, String distribution) {
    return domain(Collections.nCopies(inputs, distribution).toArray(new String[0]));
  }

  /** One input for each distribution. */
  static Domain domain(String... distributions) {
    List<Distribution> all = Arrays.stream(distributions).map(Distribution::parse).toList();
    List<Input> random = all.stream().<Input>map(RandomInput::new).toList();
    return Domain.of(random, all.stream().map(Marginal::of).toList());
  }

  /** Row {@code row} is at most t. */
  static PlainEvent atMost(int row, double t) {
    return new PlainEvent.Comparison(row, t, true);
  }

  static PlainEvent not(PlainEvent event) {
    return new PlainEvent.Not(event);
  }

  static PlainEvent and(PlainEvent... parts) {
    return new PlainEvent.And(List.of(parts));
  }

  static PlainEvent or(PlainEvent... parts) {
    return new PlainEvent.Or(List.of(parts));
  }

  /** A random term over some rows, with thresholds from a short list. */
  static PlainEvent event(SplittableRandom random, int rows, int depth, double... thresholds) {
    if (depth == 0 || random.nextInt(4) == 0) {
      double t = thresholds[random.nextInt(thresholds.length)];
      return new PlainEvent.Comparison(random.nextInt(rows), t, random.nextBoolean());
    }
    if (random.nextInt(4) == 0) {
      return not(event(random, rows, depth - 1, thresholds));
    }
    List<PlainEvent> parts = new ArrayList<>();
    for (int k = random.nextInt(1, 4); k > 0; k--) {
      parts.add(event(random, rows, depth - 1, thresholds));
    }
    return random.nextBoolean() ? new PlainEvent.And(parts) : new PlainEvent.Or(parts);
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
