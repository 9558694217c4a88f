package surety.solver.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.LinearOperator;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;
import surety.solver.layers.Layers;

/**
 * What a claim is about, as the search sees it: one or several scalar functions of the standard
 * coordinates z, the rows, in plain doubles, as an alternation of affine stages and hidden layers
 * of activations. The inputs' part of a row is added at the end.
 *
 * <p>Fixed inputs, scales and shifts are folded into the first stage, the affine forms of the claim
 * into the last, and affine layers that follow one another are merged, unless there are so few
 * values between them that this costs more than it saves. All of that rounds, which a search may
 * do. Each hidden layer remembers which activation layer of the network it was.
 */
public final class PlainNetwork {
  /** Rounding of one multiplication and addition, with the kernel's own and some to spare. */
  private static final double STEP = 4e-16;

  /** Neurons of earlier layers are worth that many times a cut: it serves all layers after them. */
  private static final double EARLIER = 10;

  private final int inputs;
  private final List<Stage> stages;
  private final List<Hidden> hidden;
  private final int activationLayers;
  private final int neurons;
  private final int words;
  private final int widest;
  private final boolean hasCurves;
  private final Stage direct;
  private final boolean hasDirect;
  private final double[][] influence;
  private final double[][] cutWorth;

  /**
   * One affine stage, of which all weights are stored or, where most of them are 0, only the
   * others.
   *
   * @param columns the weights, column by column
   * @param starts where each column begins, and behind the last one its end
   * @param places for each weight its row; empty if all are stored
   * @param norms the sum of the absolute weights of each row
   * @param rounding how far rounding may take a row's value, relative to its terms
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Stage(
      int rows,
      int inputs,
      double[] columns,
      int[] starts,
      int[] places,
      double[] biases,
      double[] norms,
      double rounding) {

    /** Whether only some weights are stored. */
    boolean isSparse() {
      return places.length > 0;
    }
  }

  /**
   * One layer of activations between two stages; neither ReLU nor curved means the identity.
   *
   * @param activationLayer its index among the activation layers of the network
   * @param offset of its first neuron among all hidden neurons
   * @param wordOffset of its first word among the sign masks
   * @param relu which neurons are ReLUs, one bit each
   * @param bent which are neither ReLU nor the identity, one bit each
   * @param curved those that are neither ReLU nor the identity
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Hidden(
      int activationLayer,
      int width,
      int offset,
      int wordOffset,
      long[] relu,
      long[] bent,
      List<CurvedNeuron> curved) {
    boolean isRelu(int neuron) {
      return (relu[neuron >> 6] >>> neuron & 1) != 0;
    }

    boolean isCurved(int neuron) {
      return (bent[neuron >> 6] >>> neuron & 1) != 0;
    }
  }

  private PlainNetwork(
      Stage direct, List<Stage> stages, List<Hidden> hidden, int activationLayers, Stop stop) {
    this.inputs = direct.inputs();
    this.direct = direct;
    this.hasDirect =
        DoubleStream.concat(DoubleStream.of(direct.norms()), DoubleStream.of(direct.biases()))
            .anyMatch(v -> v != 0);
    this.stages = List.copyOf(stages);
    this.hidden = List.copyOf(hidden);
    this.activationLayers = activationLayers;
    this.neurons = hidden.stream().mapToInt(Hidden::width).sum();
    this.words = hidden.stream().mapToInt(h -> h.relu().length).sum();
    this.hasCurves = hidden.stream().anyMatch(h -> !h.curved().isEmpty());
    this.influence = new double[rows()][];
    this.cutWorth = new double[rows()][];
    for (int row = 0; row < rows(); row++) {
      influence[row] = pathNorms(row, 1, stop);
      cutWorth[row] = pathNorms(row, EARLIER, stop);
    }
    this.widest = stages.stream().mapToInt(s -> Math.max(s.rows(), s.inputs())).max().orElse(1);
  }

  /**
   * The function z -> form . network(A z + c).
   *
   * @param first the map from the random coordinates to the network's inputs
   * @param form one coefficient for each output
   * @throws surety.solver.layers.LayersException if the network has no layers of moderate size
   */
  public static PlainNetwork of(Network network, AffineLayer first, double[] form) {
    AffineLayer last = AffineLayer.of(new double[][] {form}, new double[1]);
    return of(network, first, last, CutPoints.ADAPTIVE, Stop.NEVER);
  }

  /**
   * Several functions z -> form . (network(x), x) with x = A z + c, to be cut at certain points.
   *
   * @param first as above
   * @param forms one row for each, at least one: a coefficient for each output, and perhaps one for
   *     each input of the network
   * @param stop asked now, for each row of each layer
   */
  public static PlainNetwork of(
      Network network, AffineLayer first, AffineLayer forms, CutPoints cutPoints, Stop stop) {
    List<Stage> stages = new ArrayList<>();
    List<Hidden> hidden = new ArrayList<>();
    AffineLayer pending = first;
    int activationIndex = 0;
    int offset = 0;
    int wordOffset = 0;
    for (Layer layer : Layers.of(network, stop)) {
      if (layer instanceof AffineLayer affine) {
        if (PlainMaps.isNarrow(affine, pending)) {
          stages.add(stage(pending, stages.size(), stop));
          Hidden hinge = hinge(activationIndex, pending.rows(), offset, wordOffset);
          hidden.add(hinge);
          offset += hinge.width();
          wordOffset += hinge.relu().length;
          pending = affine;
        } else {
          pending = PlainMaps.compose(affine, pending, stop);
        }
      } else if (layer instanceof ActivationLayer scalings && PlainMaps.isAffine(scalings)) {
        pending = PlainMaps.compose(PlainMaps.of(scalings), pending, stop);
        activationIndex++;
      } else if (layer instanceof ActivationLayer activation) {
        long[] relu = mask(activation, Activation.RELU::equals);
        List<CurvedNeuron> curved = curved(activation, activationIndex, cutPoints);
        if (hasBit(relu) || !curved.isEmpty()) {
          stages.add(stage(pending, stages.size(), stop));
          long[] bent = mask(activation, a -> !isReluOrIdentity(a));
          hidden.add(
              new Hidden(activationIndex, layer.inputs(), offset, wordOffset, relu, bent, curved));
          offset += layer.inputs();
          wordOffset += relu.length;
          pending = PlainMaps.identity(layer.outputs());
        }
        activationIndex++;
      }
    }
    double[] biases = new double[forms.rows()];
    Arrays.setAll(biases, forms::bias);
    AffineLayer last = coefficients(forms, 0, network.outputs()).withBiases(biases);
    stages.add(stage(PlainMaps.compose(last, pending, stop), stages.size(), stop));
    AffineLayer direct = coefficients(forms, network.outputs(), network.inputs());
    Stage inputs = dense(PlainMaps.compose(direct, first, stop), stages.size(), stop);
    return new PlainNetwork(inputs, stages, hidden, activationIndex, stop);
  }

  /** Some columns of the forms; zeros beyond their ends. */
  private static AffineLayer coefficients(AffineLayer forms, int from, int count) {
    double[][] weights = new double[forms.rows()][count];
    int end = Math.min(forms.columns(), from + count);
    for (int row = 0; row < weights.length; row++) {
      for (int column = from; column < end; column++) {
        weights[row][column - from] = forms.weight(row, column);
      }
    }
    return AffineLayer.of(weights, new double[weights.length]);
  }

  /** A layer without any activation, between two maps that are kept apart. */
  private static Hidden hinge(int activationLayer, int width, int offset, int wordOffset) {
    int words = (width + 63) >> 6;
    return new Hidden(
        activationLayer, width, offset, wordOffset, new long[words], new long[words], List.of());
  }

  private static Stage stage(AffineLayer layer, int depth, Stop stop) {
    LinearOperator operator = layer.operator();
    long products = operator.products();
    PlainMaps.requireModerate(products);
    return products > 0 && PlainMaps.isSparse(products, layer.rows(), layer.columns())
        ? sparse(layer, depth, stop)
        : dense(layer, depth, stop);
  }

  private static Stage dense(AffineLayer layer, int depth, Stop stop) {
    PlainMaps.requireModerate((long) layer.rows() * layer.columns());
    int rows = layer.rows();
    int[] starts = new int[layer.columns() + 1];
    Arrays.setAll(starts, column -> column * rows);
    double[] columns = new double[rows * layer.columns()];
    LinearOperator operator = layer.operator();
    for (int row = 0; row < rows; row++) {
      stop.check();
      for (int k = 0; k < operator.entries(row); k++) {
        columns[operator.column(row, k) * rows + row] = operator.weight(row, k);
      }
    }
    return stage(layer, columns, starts, new int[0], depth);
  }

  private static Stage sparse(AffineLayer layer, int depth, Stop stop) {
    LinearOperator operator = layer.operator();
    int[] starts = new int[layer.columns() + 1];
    for (int row = 0; row < layer.rows(); row++) {
      stop.check();
      for (int k = 0; k < operator.entries(row); k++) {
        starts[operator.column(row, k) + 1]++;
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = starts.clone();
    double[] columns = new double[starts[layer.columns()]];
    int[] places = new int[columns.length];
    for (int row = 0; row < layer.rows(); row++) {
      stop.check();
      for (int k = 0; k < operator.entries(row); k++) {
        int at = next[operator.column(row, k)]++;
        columns[at] = operator.weight(row, k);
        places[at] = row;
      }
    }
    return stage(layer, columns, starts, places, depth);
  }

  private static Stage stage(
      AffineLayer layer, double[] columns, int[] starts, int[] places, int depth) {
    double[] biases = new double[layer.rows()];
    double[] norms = new double[layer.rows()];
    Arrays.setAll(biases, layer::bias);
    Arrays.setAll(norms, layer.operator()::rowNorm);
    double rounding = STEP * (layer.columns() + 4) * (depth + 1);
    return new Stage(
        layer.rows(), layer.columns(), columns, starts, places, biases, norms, rounding);
  }

  /**
   * For each hidden neuron the sum over all paths to a row of the product of the absolute weights:
   * how much a gap between its bounds adds to that of the row, at most, if no activation is steeper
   * than 1.
   *
   * @param earlier how many times more a neuron counts than those of the next layer
   */
  private double[] pathNorms(int output, double earlier, Stop stop) {
    double[] result = new double[neurons];
    double[] weight = new double[rows()];
    weight[output] = 1;
    double worth = 1;
    for (int layer = hidden.size() - 1; layer >= 0; layer--) {
      Stage stage = stages.get(layer + 1);
      double[] before = new double[stage.inputs()];
      for (int k = 0; k < before.length; k++) {
        stop.check();
        int start = stage.starts()[k];
        for (int i = start; i < stage.starts()[k + 1]; i++) {
          int row = stage.isSparse() ? stage.places()[i] : i - start;
          before[k] += Math.abs(stage.columns()[i]) * weight[row];
        }
        result[hidden.get(layer).offset() + k] = before[k] * worth;
      }
      weight = before;
      worth *= earlier;
    }
    return result;
  }

  private static long[] mask(ActivationLayer layer, Predicate<Activation> wanted) {
    long[] mask = new long[(layer.inputs() + 63) >> 6];
    for (int j = 0; j < layer.inputs(); j++) {
      if (wanted.test(layer.activation(j))) {
        mask[j >> 6] |= 1L << j;
      }
    }
    return mask;
  }

  private static boolean isReluOrIdentity(Activation activation) {
    return activation.equals(Activation.RELU) || activation.equals(Activation.IDENTITY);
  }

  private static List<CurvedNeuron> curved(
      ActivationLayer layer, int activationIndex, CutPoints cutPoints) {
    List<CurvedNeuron> curved = new ArrayList<>();
    for (int j = 0; j < layer.inputs(); j++) {
      Activation activation = layer.activation(j);
      if (!isReluOrIdentity(activation)) {
        CurvedNeuron neuron = CurvedNeuron.of(j, activation);
        curved.add(cutPoints.of(activationIndex, j).map(neuron::cutAt).orElse(neuron));
      }
    }
    return List.copyOf(curved);
  }

  private static boolean hasBit(long[] mask) {
    for (long word : mask) {
      if (word != 0) {
        return true;
      }
    }
    return false;
  }

  /** The number of coordinates of z. */
  public int inputs() {
    return inputs;
  }

  /** The number of functions. */
  public int rows() {
    return direct.rows();
  }

  /** The inputs' part of the rows, as a function of z. */
  Stage direct() {
    return direct;
  }

  /** Whether any row has such a part. */
  boolean hasDirect() {
    return hasDirect;
  }

  /** The affine stages, one more than hidden layers; the last has a row for each function. */
  List<Stage> stages() {
    return stages;
  }

  List<Hidden> hidden() {
    return hidden;
  }

  /**
   * The activation layer from which a simplex needs bounds of its own; the number of them if none.
   */
  int firstOwnLayer(SimplexCell cell) {
    int layer = cell.firstUnstable();
    return layer == hidden.size() ? activationLayers : hidden.get(layer).activationLayer();
  }

  /** Whether no neuron bends but at kinks. */
  boolean isPiecewiseLinear() {
    return hidden.stream()
        .flatMap(layer -> layer.curved().stream())
        .allMatch(neuron -> neuron.activation().isPiecewiseLinear());
  }

  /** How many hidden neurons there are. */
  int neurons() {
    return neurons;
  }

  /**
   * How much a gap between a hidden neuron's bounds may add to those of the rows.
   *
   * @param weights one for each row
   */
  double influence(int neuron, double[] weights) {
    return sum(influence, neuron, weights);
  }

  /**
   * How much a cut at a hidden neuron is worth for each unit that its relaxation adds.
   *
   * @param weights one for each row
   */
  double cutWorth(int neuron, double[] weights) {
    return sum(cutWorth, neuron, weights);
  }

  private static double sum(double[][] values, int neuron, double[] weights) {
    double sum = 0;
    for (int row = 0; row < weights.length; row++) {
      if (weights[row] != 0) {
        sum += weights[row] * values[row][neuron];
      }
    }
    return sum;
  }

  /** How many words the sign masks of all hidden layers take. */
  int words() {
    return words;
  }

  /** The largest number of rows or columns of a stage. */
  int widest() {
    return widest;
  }

  /** The value of the first row. */
  public double evaluate(double[] z) {
    return vertex(z).y(0);
  }

  /** The point {@code z} with all its pre-activations; the array is kept, not copied. */
  Vertex vertex(double[] z) {
    double[] pre = new double[neurons];
    double[] post = new double[hasCurves ? neurons : 0];
    long[] positive = new long[words];
    long[] negative = new long[words];
    double[] input = z;
    for (int layer = 0; layer < hidden.size(); layer++) {
      Hidden h = hidden.get(layer);
      Stage stage = stages.get(layer);
      double[] values = new double[h.width()];
      accumulate(stage, input, values);
      double largest = largest(input);
      for (int j = 0; j < values.length; j++) {
        double v = values[j];
        pre[h.offset() + j] = v;
        if (h.isRelu(j)) {
          double zero = 4 * rounding(stage, j, largest);
          if (v > zero) {
            positive[h.wordOffset() + (j >> 6)] |= 1L << j;
          } else if (v < -zero) {
            negative[h.wordOffset() + (j >> 6)] |= 1L << j;
          }
          values[j] = Math.max(v, 0);
        }
      }
      for (CurvedNeuron neuron : h.curved()) {
        values[neuron.index()] = neuron.apply(values[neuron.index()]);
      }
      if (hasCurves) {
        System.arraycopy(values, 0, post, h.offset(), values.length);
      }
      input = values;
    }
    double[] y = new double[rows()];
    accumulate(stages.get(hidden.size()), input, y);
    if (hasDirect) {
      add(direct, z, y);
    }
    return new Vertex(z, pre, post, positive, negative, y);
  }

  private static double rounding(Stage stage, int row, double largest) {
    return stage.rounding() * (stage.norms()[row] * largest + Math.abs(stage.biases()[row]));
  }

  /** How far rounding may take a pre-activation at a vertex, the kernel's included. */
  double rounding(Vertex vertex, int neuron) {
    int layer = 0;
    while (hidden.get(layer).offset() + hidden.get(layer).width() <= neuron) {
      layer++;
    }
    return rounding(stages.get(layer), neuron - hidden.get(layer).offset(), largest(vertex, layer));
  }

  /** The same for the value of a row. */
  double roundingOfRow(Vertex vertex, int row) {
    return rounding(stages.get(hidden.size()), row, largest(vertex, hidden.size()))
        + rounding(direct, row, largest(vertex, 0));
  }

  /** The largest value at a vertex that goes into a stage. */
  private double largest(Vertex vertex, int stage) {
    double largest = 0;
    if (stage == 0) {
      for (int q = 0; q < inputs; q++) {
        largest = Math.max(largest, Math.abs(vertex.z(q)));
      }
    } else {
      Hidden before = hidden.get(stage - 1);
      for (int j = 0; j < before.width(); j++) {
        double v = vertex.pre(before.offset() + j);
        double after = hasCurves ? vertex.post(before.offset() + j) : v;
        largest = Math.max(largest, before.isRelu(j) ? v : Math.abs(after));
      }
    }
    return largest;
  }

  private static double largest(double[] x) {
    double largest = 0;
    for (double v : x) {
      largest = Math.max(largest, Math.abs(v));
    }
    return largest;
  }

  private static void accumulate(Stage stage, double[] x, double[] sum) {
    System.arraycopy(stage.biases(), 0, sum, 0, stage.rows());
    addProducts(stage, x, sum);
  }

  private static void add(Stage stage, double[] x, double[] sum) {
    for (int row = 0; row < stage.rows(); row++) {
      sum[row] += stage.biases()[row];
    }
    addProducts(stage, x, sum);
  }

  private static void addProducts(Stage stage, double[] x, double[] sum) {
    int rows = stage.rows();
    double[] columns = stage.columns();
    for (int k = 0; k < x.length; k++) {
      double v = x[k];
      int start = stage.starts()[k];
      if (v != 0 && stage.isSparse()) {
        for (int i = start; i < stage.starts()[k + 1]; i++) {
          sum[stage.places()[i]] += columns[i] * v;
        }
      } else if (v != 0) {
        for (int row = 0; row < rows; row++) {
          sum[row] += columns[start + row] * v;
        }
      }
    }
  }
}
