package surety.solver.layers;

import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.LinearOperator;

/** An affine layer that is put together row by row. */
final class AffineRows {

  private final int columns;
  private final boolean selection;
  private final double[] biases;

  /** Row by row; of a selection the only weight of each row. */
  private final double[] weights;

  /** Of a selection the column of that weight. */
  private final int[] sources;

  /**
   * Rows of zeros.
   *
   * @param selection whether no row gets more than one weight @ if the budget does not allow them;
   *     with {@code what} they are for
   */
  AffineRows(int rows, int columns, boolean selection, Budget budget, String what) {
    budget.spend(selection ? 3L * rows : Math.multiplyFull(rows, columns), what);
    this.columns = columns;
    this.selection = selection;
    biases = new double[rows];
    sources = new int[selection ? rows : 0];
    weights = new double[selection ? rows : rows * columns];
  }

  /** Makes a row the copy of an input. */
  void copy(int row, int column) {
    addWeight(row, column, 1);
  }

  /**
   * Adds a row of a term, whose sums with what is there are exact.
   *
   * @param places for each wire its column
   */
  void add(int row, Gate.Term term, int termRow, int[] places) {
    AffineLayer layer = term.layer();
    biases[row] += layer.bias(termRow);
    LinearOperator operator = layer.operator();
    for (int k = 0; k < operator.entries(termRow); k++) {
      int wire = term.wires().at(operator.column(termRow, k));
      addWeight(row, places[wire], operator.weight(termRow, k));
    }
  }

  private void addWeight(int row, int column, double weight) {
    if (selection) {
      sources[row] = column;
      weights[row] += weight;
    } else {
      weights[row * columns + column] += weight;
    }
  }

  AffineLayer layer() {
    return selection
        ? AffineLayer.selection(columns, sources, weights, biases)
        : AffineLayer.dense(biases.length, columns, weights, biases);
  }
}
