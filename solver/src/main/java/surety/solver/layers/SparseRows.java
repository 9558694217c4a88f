package surety.solver.layers;

import java.util.SortedMap;
import java.util.TreeMap;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Gate;
import surety.certificates.network.LinearOperator;
import surety.certificates.network.SparseMatrix;

/**
 * An affine layer of which only the weights that are there are stored, put together row by row: for
 * layers whose matrix would be far larger, as those of convolutions and of what is carried past
 * them.
 */
final class SparseRows {

  /** A smaller matrix is written out, which is quicker to work with. */
  private static final long SMALL = 1 << 16;

  /** How many times as many numbers a matrix may have as there are weights. */
  private static final long FULL = 8;

  private static final long NUMBERS_PER_WEIGHT = 2;

  private final int columns;
  private final int[][] sources;
  private final double[][] weights;
  private final double[] biases;
  private final SortedMap<Integer, Double> open = new TreeMap<>();
  private int openRow = -1;

  /**
   * Empty rows.
   *
   * @param numbers how many weights there will be at most; it throws if the budget does not allow
   *     them
   */
  SparseRows(int rows, int columns, long numbers, Budget budget, String what) {
    budget.spend(rows + NUMBERS_PER_WEIGHT * numbers, what);
    this.columns = columns;
    sources = new int[rows][0];
    weights = new double[rows][0];
    biases = new double[rows];
  }

  /** Whether so many weights are few for a matrix. */
  static boolean areFew(long numbers, int rows, int columns) {
    long size = Math.multiplyFull(rows, columns);
    return size > SMALL && numbers * FULL < size;
  }

  /** Makes a row the copy of an input. */
  void copy(int row, int column) {
    addWeight(row, column, 1);
  }

  /**
   * Adds a row of a term, whose sums with what is there are exact; rows come one after the other.
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
    if (row != openRow) {
      close();
      openRow = row;
    }
    open.merge(column, weight, Double::sum);
  }

  private void close() {
    if (openRow >= 0) {
      sources[openRow] = open.keySet().stream().mapToInt(Integer::intValue).toArray();
      weights[openRow] = open.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
    open.clear();
  }

  AffineLayer layer() {
    close();
    return new AffineLayer(new SparseMatrix(columns, sources, weights), biases);
  }
}
