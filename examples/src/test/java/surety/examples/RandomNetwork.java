package surety.examples;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import surety.solver.onnx.ProtobufMessage;

/**
 * A small network that evaluates itself, apart from the project's reading of its file. Its weights
 * are multiples of 1/4, so that without curves it is exact in doubles.
 *
 * @param layers all but the last one with an activation behind it
 * @param shortcut from the inputs to the outputs, past all of it; empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RandomNetwork(List<Layer> layers, double[][] shortcut) {
  private static final int FLOAT = 1;
  private static final double SLOPE = 0.25;
  private static final double LOW = -0.5;
  private static final double HIGH = 1;

  /** What a network may apply. */
  enum Kind {
    RELU("Relu"),
    LEAKY("PRelu"),
    ABS("Abs"),
    CLIP("Clip"),
    TANH("Tanh"),
    SIGMOID("Sigmoid"),
    ELU("Elu"),
    SOFTPLUS("Softplus"),
    SOFTSIGN("Softsign");

    private static final int STRAIGHT = 4;

    private final String operator;

    Kind(String operator) {
      this.operator = operator;
    }

    static Kind any(Random random) {
      int kinds = random.nextInt(3) == 0 ? values().length : STRAIGHT;
      return random.nextBoolean() ? RELU : values()[random.nextInt(kinds)];
    }

    double of(double x) {
      return switch (this) {
        case RELU -> Math.max(0, x);
        case LEAKY -> x < 0 ? SLOPE * x : x;
        case ABS -> Math.abs(x);
        case CLIP -> Math.min(Math.max(x, LOW), HIGH);
        case TANH -> Math.tanh(x);
        case SIGMOID -> 1 / (1 + Math.exp(-x));
        case ELU -> x < 0 ? Math.expm1(x) : x;
        case SOFTPLUS -> x > 30 ? x : Math.log1p(Math.exp(x));
        case SOFTSIGN -> x / (1 + Math.abs(x));
      };
    }
  }

  /** Weights by rows, and what is applied behind; that of the last layer is not. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Layer(double[][] weights, double[] biases, Kind kind) {}

  static RandomNetwork of(Random random, int inputs, int outputs) {
    List<Layer> layers = new ArrayList<>();
    int width = inputs;
    for (int depth = random.nextInt(8) == 0 ? 0 : random.nextInt(1, 3); depth >= 0; depth--) {
      int rows = depth == 0 ? outputs : random.nextInt(2, 5);
      layers.add(new Layer(matrix(random, rows, width), row(random, rows), Kind.any(random)));
      width = rows;
    }
    boolean isShort = random.nextInt(4) == 0;
    return new RandomNetwork(layers, isShort ? matrix(random, outputs, inputs) : new double[0][]);
  }

  private static double[][] matrix(Random random, int rows, int columns) {
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = row(random, columns);
    }
    return matrix;
  }

  /** Zeros are frequent: dead neurons, constant outputs, inputs without effect. */
  private static double[] row(Random random, int size) {
    return random.doubles(size).map(u -> u < 0.15 ? 0 : Math.rint(u * 16 - 9.5) / 4).toArray();
  }

  int outputs() {
    return layers.get(layers.size() - 1).biases().length;
  }

  private int inputs() {
    return layers.get(0).weights()[0].length;
  }

  double[] evaluate(double[] x) {
    double[] values = x;
    for (int k = 0; k < layers.size(); k++) {
      Layer layer = layers.get(k);
      double[] sums = layer.biases().clone();
      add(layer.weights(), values, sums);
      for (int i = 0; i < sums.length && k < layers.size() - 1; i++) {
        sums[i] = layer.kind().of(sums[i]);
      }
      values = sums;
    }
    add(shortcut, x, values);
    return values;
  }

  private static void add(double[][] weights, double[] x, double[] sums) {
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < x.length; j++) {
        sums[i] += weights[i][j] * x[j];
      }
    }
  }

  /** The file: Gemm nodes and what is applied, operator set 13. */
  byte[] file() {
    ProtobufMessage graph = new ProtobufMessage();
    String last = "x";
    for (int k = 0; k < layers.size(); k++) {
      Layer layer = layers.get(k);
      graph
          .message(5, tensor("w" + k, layer.weights()))
          .message(5, tensor("b" + k, layer.biases(), layer.biases().length));
      graph.message(1, node("Gemm", "s" + k, last, "w" + k, "b" + k).message(5, flag("transB")));
      last = "s" + k;
      if (k < layers.size() - 1) {
        graph.message(1, activation(layer.kind(), "h" + k, last));
        last = "h" + k;
      }
    }
    graph.message(5, scalar("low", LOW)).message(5, scalar("high", HIGH));
    graph.message(5, scalar("slope", SLOPE));
    if (shortcut.length > 0) {
      graph.message(5, tensor("w", shortcut));
      graph.message(1, node("Gemm", "short", "x", "w").message(5, flag("transB")));
      graph.message(1, node("Add", "y", last, "short"));
    } else {
      graph.message(1, node("Identity", "y", last));
    }
    graph.text(2, "random").message(11, value("x", inputs())).message(12, value("y", outputs()));
    ProtobufMessage version = new ProtobufMessage().text(1, "").integer(2, 13);
    return new ProtobufMessage().integer(1, 7).message(7, graph).message(8, version).toBytes();
  }

  private static ProtobufMessage activation(Kind kind, String output, String input) {
    return switch (kind) {
      case CLIP -> node("Clip", output, input, "low", "high");
      case LEAKY -> node("PRelu", output, input, "slope");
      default -> node(kind.operator, output, input);
    };
  }

  private static ProtobufMessage node(String operator, String output, String... inputs) {
    ProtobufMessage node = new ProtobufMessage();
    for (String input : inputs) {
      node.text(1, input);
    }
    return node.text(2, output).text(3, output).text(4, operator);
  }

  private static ProtobufMessage flag(String name) {
    return new ProtobufMessage().text(1, name).integer(3, 1).integer(20, 2);
  }

  private static ProtobufMessage tensor(String name, double[][] rows) {
    double[] all = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    return tensor(name, all, rows.length, rows[0].length);
  }

  private static ProtobufMessage scalar(String name, double value) {
    return tensor(name, new double[] {value});
  }

  private static ProtobufMessage tensor(String name, double[] values, long... dimensions) {
    ProtobufMessage tensor = new ProtobufMessage();
    for (long dimension : dimensions) {
      tensor.integer(1, dimension);
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putFloat((float) value);
    }
    return tensor.integer(2, FLOAT).text(8, name).bytes(9, bytes.array());
  }

  private static ProtobufMessage value(String name, int size) {
    ProtobufMessage shape =
        new ProtobufMessage()
            .message(1, new ProtobufMessage().integer(1, 1))
            .message(1, new ProtobufMessage().integer(1, size));
    ProtobufMessage tensor = new ProtobufMessage().integer(1, FLOAT).message(2, shape);
    ProtobufMessage type = new ProtobufMessage().message(1, tensor);
    return new ProtobufMessage().text(1, name).message(2, type);
  }
}
