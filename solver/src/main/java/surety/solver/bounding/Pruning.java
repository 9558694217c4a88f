package surety.solver.bounding;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.network.Selection;

/** A network without the neurons that no output depends on; all inputs stay. */
final class Pruning {
  private final Deque<Layer> kept = new ArrayDeque<>();

  private Pruning() {}

  /** The network of some layers. */
  static Network of(int inputs, List<Layer> layers) {
    Pruning pruning = new Pruning();
    int[] needed = range(layers.isEmpty() ? inputs : layers.get(layers.size() - 1).outputs());
    for (int i = layers.size() - 1; i >= 0; i--) {
      Layer layer = layers.get(i);
      if (layer instanceof AffineLayer affine) {
        needed = pruning.affine(affine, needed, i == 0);
      } else {
        pruning.activation((ActivationLayer) layer, needed);
      }
    }
    // an activation layer that comes first has had all inputs' neurons only if all are needed
    if (needed.length < inputs) {
      pruning.kept.addFirst(choice(inputs, needed));
    }
    return Network.chain(inputs, List.copyOf(pruning.kept));
  }

  private static int[] range(int count) {
    int[] all = new int[count];
    Arrays.setAll(all, i -> i);
    return all;
  }

  private static AffineLayer choice(int columns, int[] sources) {
    double[] ones = new double[sources.length];
    Arrays.fill(ones, 1);
    return AffineLayer.selection(columns, sources, ones, new double[sources.length]);
  }

  private void activation(ActivationLayer layer, int[] needed) {
    kept.addFirst(new ActivationLayer(Arrays.stream(needed).mapToObj(layer::activation).toList()));
  }

  /** Keeps the needed rows; the columns that they read are needed of the layer before. */
  private int[] affine(AffineLayer layer, int[] rows, boolean first) {
    int[] columns = first ? range(layer.columns()) : read(layer, rows);
    double[] biases = Arrays.stream(rows).mapToDouble(layer::bias).toArray();
    if (layer.operator() instanceof Selection) {
      selection(layer, rows, columns, biases);
    } else {
      double[][] weights = new double[rows.length][columns.length];
      for (int i = 0; i < rows.length; i++) {
        for (int j = 0; j < columns.length; j++) {
          weights[i][j] = layer.weight(rows[i], columns[j]);
        }
      }
      kept.addFirst(AffineLayer.of(weights, biases));
    }
    return columns;
  }

  private void selection(AffineLayer layer, int[] rows, int[] columns, double[] biases) {
    int[] places = new int[layer.columns()];
    for (int j = 0; j < columns.length; j++) {
      places[columns[j]] = j;
    }
    int[] sources =
        Arrays.stream(rows).map(row -> places[layer.operator().column(row, 0)]).toArray();
    double[] factors =
        Arrays.stream(rows)
            .mapToDouble(row -> layer.weight(row, layer.operator().column(row, 0)))
            .toArray();
    boolean isIdentity =
        Arrays.equals(sources, range(columns.length))
            && Arrays.stream(factors).allMatch(factor -> factor == 1)
            && Arrays.stream(biases).allMatch(bias -> bias == 0);
    if (!isIdentity) {
      kept.addFirst(AffineLayer.selection(columns.length, sources, factors, biases));
    }
  }

  private static int[] read(AffineLayer layer, int[] rows) {
    boolean[] isRead = new boolean[layer.columns()];
    for (int row : rows) {
      for (int column = 0; column < isRead.length; column++) {
        isRead[column] |= layer.weight(row, column) != 0;
      }
    }
    int[] columns = Arrays.stream(range(isRead.length)).filter(i -> isRead[i]).toArray();
    return columns.length > 0 ? columns : new int[] {0}; // a layer needs a column
  }
}
