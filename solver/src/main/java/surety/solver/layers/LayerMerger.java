package surety.solver.layers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Exact;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Selection;

/**
 * Combines neighbouring affine layers where that is exact, so that a MatMul and the Add behind it
 * become one layer. Two layers are combined only if each product and each sum on the way is exact
 * in double precision; the result is then the same function over the reals, weight for weight.
 * Everything else stays as it is.
 *
 * <p>Only a layer that scales, shifts, copies or reorders is ever combined with another one, and
 * only where that does not make the other one larger. What the combinations may cost is limited by
 * the {@link Budget}; when it is used up, the remaining layers just stay apart.
 */
final class LayerMerger {

  private final Budget budget;
  private final boolean branched;
  private final Deque<Layer> merged = new ArrayDeque<>();

  private LayerMerger(Budget budget, boolean branched) {
    this.budget = budget;
    this.branched = branched;
  }

  /** The same function over the reals in as many or fewer layers. */
  static List<Layer> merge(List<Layer> layers, Budget budget) {
    return merge(layers, budget, false);
  }

  /**
   * The same, and copies merge with what they copy from, and sums with the layer before them: for
   * layers that carry branches. (Those of a graph without branches stay as they were when there
   * were no others, so that old certificates are replayed on the same layers.)
   */
  static List<Layer> mergeBranches(List<Layer> layers, Budget budget) {
    return merge(layers, budget, true);
  }

  private static List<Layer> merge(List<Layer> layers, Budget budget, boolean branched) {
    LayerMerger merger = new LayerMerger(budget, branched);
    for (Layer layer : layers) {
      merger.push(layer);
    }
    return new ArrayList<>(merger.merged);
  }

  private void push(Layer layer) {
    Layer last = layer;
    while (last instanceof AffineLayer second && merged.peekLast() instanceof AffineLayer first) {
      Optional<AffineLayer> both = combine(first, second);
      if (both.isEmpty()) {
        break;
      }
      merged.removeLast();
      last = both.get();
    }
    if (!isIdentity(last)) {
      merged.addLast(last);
    }
  }

  private static boolean isIdentity(Layer layer) {
    if (!(layer instanceof AffineLayer affine)
        || !(affine.operator() instanceof Selection)
        || affine.rows() != affine.columns()) {
      return false;
    }
    for (int row = 0; row < affine.rows(); row++) {
      if (affine.operator().column(row, 0) != row
          || affine.weight(row, row) != 1
          || affine.bias(row) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Second after first as one layer, if that is exact, not larger and within the budget. */
  private Optional<AffineLayer> combine(AffineLayer first, AffineLayer second) {
    boolean areSelections =
        first.operator() instanceof Selection && second.operator() instanceof Selection;
    long products = first.operator().products() + second.operator().products();
    if (!areSelections && SparseRows.areFew(products, second.rows(), first.columns())) {
      return Optional.empty(); // their product would be written out, and they are not
    }
    if (second.operator() instanceof Selection && second.rows() <= first.rows()) {
      return first.operator() instanceof Selection
          ? selectSelection(first, second)
          : selectRows(first, second);
    }
    if (first.operator() instanceof Selection
        && !(second.operator() instanceof Selection)
        && first.columns() <= first.rows()) {
      return scatterColumns(first, second);
    }
    if (branched
        && first.operator() instanceof Selection
        && second.operator() instanceof Selection) {
      return selectSelection(first, second);
    }
    if (branched && !(second.operator() instanceof Selection) && second.rows() <= first.rows()) {
      return multiply(first, second);
    }
    return Optional.empty();
  }

  /** Row i is {@code t (f x + c) + s}, for one weight t of the second and f of the first. */
  private Optional<AffineLayer> selectSelection(AffineLayer first, AffineLayer second) {
    int rows = second.rows();
    if (!budget.trySpend(3L * rows)) {
      return Optional.empty();
    }
    int[] sources = new int[rows];
    double[] factors = new double[rows];
    double[] biases = new double[rows];
    for (int row = 0; row < rows; row++) {
      budget.checkStop();
      int middle = second.operator().column(row, 0);
      double outer = second.weight(row, middle);
      sources[row] = first.operator().column(middle, 0);
      double inner = first.weight(middle, sources[row]);
      if (!Exact.product(outer, inner) || !shiftIsExact(outer, first, middle, second, row)) {
        return Optional.empty();
      }
      factors[row] = outer * inner;
      biases[row] = outer * first.bias(middle) + second.bias(row);
    }
    return Optional.of(AffineLayer.selection(first.columns(), sources, factors, biases));
  }

  /** Each row is a multiple of a row of the first, shifted. */
  private Optional<AffineLayer> selectRows(AffineLayer first, AffineLayer second) {
    int rows = second.rows();
    int columns = first.columns();
    if (!budget.trySpend((long) rows * columns)) {
      return Optional.empty();
    }
    double[] weights = new double[rows * columns];
    double[] biases = new double[rows];
    for (int row = 0; row < rows; row++) {
      budget.checkStop();
      int middle = second.operator().column(row, 0);
      double outer = second.weight(row, middle);
      if (!shiftIsExact(outer, first, middle, second, row)) {
        return Optional.empty();
      }
      biases[row] = outer * first.bias(middle) + second.bias(row);
      for (int column = 0; column < columns; column++) {
        double inner = first.weight(middle, column);
        if (!Exact.product(outer, inner)) {
          return Optional.empty();
        }
        weights[row * columns + column] = outer * inner;
      }
    }
    return Optional.of(AffineLayer.dense(rows, columns, weights, biases));
  }

  /** Each column of the second is scaled and goes where the first took its input from. */
  private Optional<AffineLayer> scatterColumns(AffineLayer first, AffineLayer second) {
    int rows = second.rows();
    int columns = first.columns();
    if (!budget.trySpend((long) rows * columns)) {
      return Optional.empty();
    }
    double[] weights = new double[rows * columns];
    double[] biases = new double[rows];
    for (int row = 0; row < rows; row++) {
      budget.checkStop();
      biases[row] = second.bias(row);
      for (int middle = 0; middle < second.columns(); middle++) {
        double outer = second.weight(row, middle);
        int source = first.operator().column(middle, 0);
        double inner = first.weight(middle, source);
        int at = row * columns + source;
        if (!exactSum(weights[at], outer, inner)
            || !exactSum(biases[row], outer, first.bias(middle))) {
          return Optional.empty();
        }
        weights[at] += outer * inner;
        biases[row] += outer * first.bias(middle);
      }
    }
    return Optional.of(AffineLayer.dense(rows, columns, weights, biases));
  }

  /** Each row is the sum of multiples of rows of the first, shifted. */
  private Optional<AffineLayer> multiply(AffineLayer first, AffineLayer second) {
    int rows = second.rows();
    int columns = first.columns();
    long nonzeros = 0;
    for (int row = 0; row < rows; row++) {
      budget.checkStop();
      nonzeros += second.operator().nonzeros(row).length;
    }
    if (!budget.trySpend((rows + nonzeros) * columns)) {
      return Optional.empty();
    }
    double[] weights = new double[rows * columns];
    double[] biases = new double[rows];
    for (int row = 0; row < rows; row++) {
      budget.checkStop();
      biases[row] = second.bias(row);
      for (int middle = 0; middle < second.columns(); middle++) {
        double outer = second.weight(row, middle);
        if (outer != 0 && !addMultiple(first, middle, outer, weights, row, biases)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(AffineLayer.dense(rows, columns, weights, biases));
  }

  /** Adds a multiple of a row of a layer to a row of sums; false if that is not exact. */
  private static boolean addMultiple(
      AffineLayer layer, int middle, double outer, double[] weights, int row, double[] biases) {
    if (!exactSum(biases[row], outer, layer.bias(middle))) {
      return false;
    }
    biases[row] += outer * layer.bias(middle);
    for (int column = 0; column < layer.columns(); column++) {
      int at = row * layer.columns() + column;
      double inner = layer.weight(middle, column);
      if (!exactSum(weights[at], outer, inner)) {
        return false;
      }
      weights[at] += outer * inner;
    }
    return true;
  }

  private static boolean shiftIsExact(
      double outer, AffineLayer first, int middle, AffineLayer second, int row) {
    return exactSum(second.bias(row), outer, first.bias(middle));
  }

  /** Whether {@code sum + a * b} is exact, the product and the sum each by itself. */
  private static boolean exactSum(double sum, double a, double b) {
    return Exact.product(a, b) && Exact.sum(sum, a * b);
  }
}
