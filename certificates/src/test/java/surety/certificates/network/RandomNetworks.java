package surety.certificates.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import surety.certificates.activation.Activation;

/**
 * Seeded networks, of ReLUs unless asked otherwise, of all shapes, with dead, duplicate and linear
 * neurons and convolutions among the others; about half of them have branches: gates that read any
 * numbers before them, sums of several terms, outputs picked from anywhere.
 */
public final class RandomNetworks {
  private final SplittableRandom random;
  private final List<Activation> kinds;
  private final boolean coarse;

  private RandomNetworks(SplittableRandom random, List<Activation> kinds) {
    this.random = random;
    this.kinds = kinds;
    this.coarse = random.nextBoolean();
  }

  /** A network with up to three layers of activations, sometimes none; weights are moderate. */
  public static Network of(SplittableRandom random, int inputs, int outputs) {
    return new RandomNetworks(random, List.of()).build(inputs, outputs);
  }

  /** The same, in which about half of the neurons have one of the given activations. */
  public static Network of(
      SplittableRandom random, int inputs, int outputs, List<Activation> kinds) {
    return new RandomNetworks(random, kinds).build(inputs, outputs);
  }

  private Network build(int inputs, int outputs) {
    boolean branched = random.nextBoolean();
    List<Gate> gates = new ArrayList<>();
    Wires last = Wires.range(0, inputs);
    int wires = inputs;
    for (int hidden = random.nextInt(4); hidden >= 0; hidden--) {
      boolean isLast = hidden == 0;
      if (isLast || random.nextInt(8) > 0) {
        AffineLayer layer = isLast ? dense(last.size(), outputs) : hidden(last.size());
        List<Gate.Term> terms = new ArrayList<>();
        terms.add(new Gate.Term(layer, branched ? mixed(last, wires) : last));
        while (branched && random.nextInt(3) == 0) {
          Wires more = any(neurons(), wires);
          terms.add(new Gate.Term(dense(more.size(), layer.rows()), more));
        }
        gates.add(new Gate.Affine(terms));
        last = Wires.range(wires, layer.rows());
        wires += layer.rows();
      }
      if (!isLast) {
        Wires read = branched ? mixed(last, wires) : last;
        gates.add(new Gate.Activations(activations(read.size()), read));
        last = Wires.range(wires, read.size());
        wires += read.size();
      }
    }
    boolean picks = branched && random.nextInt(4) == 0;
    return new Network(inputs, gates, picks ? mixed(last, wires) : last);
  }

  private AffineLayer hidden(int columns) {
    return switch (random.nextInt(6)) {
      case 0 -> selection(columns);
      case 1 -> convolution(columns);
      default -> dense(columns, neurons());
    };
  }

  /** A window that moves over a line of all arguments, or a transposed one. */
  private AffineLayer convolution(int columns) {
    int channels = columns % 2 == 0 ? random.nextInt(1, 3) : 1;
    int length = columns / channels;
    int taps = random.nextInt(1, 4);
    int results = random.nextInt(1, 3);
    int stride = random.nextInt(1, 3);
    WindowAxis axis =
        random.nextBoolean()
            ? WindowAxis.moving(length, (length - 1) / stride + 1, taps, stride, 1, taps / 2)
            : WindowAxis.transposed(length, length + 1, taps, stride, 1, 0);
    double[] window = new double[results * channels * taps];
    double[] biases = new double[results * axis.results()];
    Arrays.setAll(window, i -> random.nextInt(6) == 0 ? 0 : number());
    Arrays.setAll(biases, i -> number());
    return new AffineLayer(new Convolution(1, 1, channels, results, List.of(axis), window), biases);
  }

  /** These wires, or some of them replaced by others. */
  private Wires mixed(Wires wires, int all) {
    if (random.nextBoolean()) {
      return wires;
    }
    int[] ids = new int[wires.size()];
    Arrays.setAll(ids, i -> random.nextInt(3) == 0 ? random.nextInt(all) : wires.at(i));
    return Wires.of(ids);
  }

  private Wires any(int count, int all) {
    return Wires.of(random.ints(count, 0, all).toArray());
  }

  private int neurons() {
    return random.nextInt(1, 8);
  }

  /** On the coarse grid many values are met exactly. */
  private double number() {
    return coarse ? random.nextInt(-4, 5) * 0.25 : random.nextDouble(-1, 1);
  }

  private AffineLayer dense(int columns, int rows) {
    double[][] weights = new double[rows][columns];
    double[] biases = new double[rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        weights[i][j] = random.nextInt(6) == 0 ? 0 : number();
      }
      biases[i] = random.nextInt(3) == 0 ? 0 : number();
    }
    if (rows > 1 && random.nextInt(4) == 0) {
      weights[1] = weights[0].clone();
      biases[1] = biases[0];
    }
    return AffineLayer.of(weights, biases);
  }

  private AffineLayer selection(int columns) {
    int rows = neurons();
    int[] sources = new int[rows];
    double[] factors = new double[rows];
    double[] biases = new double[rows];
    Arrays.setAll(sources, i -> random.nextInt(columns));
    Arrays.setAll(factors, i -> number());
    Arrays.setAll(biases, i -> number());
    return AffineLayer.selection(columns, sources, factors, biases);
  }

  private ActivationLayer activations(int width) {
    List<Activation> activations = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      if (!kinds.isEmpty() && random.nextBoolean()) {
        activations.add(kinds.get(random.nextInt(kinds.size())));
        continue;
      }
      activations.add(random.nextInt(6) == 0 ? Activation.IDENTITY : Activation.RELU);
    }
    return new ActivationLayer(activations);
  }

  /** The network of one layer. */
  public static Network alone(Layer layer) {
    return Network.chain(layer.inputs(), List.of(layer));
  }
}
