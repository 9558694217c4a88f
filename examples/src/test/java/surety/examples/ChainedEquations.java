package surety.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Fills the holes of a table by chained equations (van Buuren and Groothuis-Oudshoorn, 2011): again
 * and again each column with holes is regressed on all others, and its holes are drawn from what
 * the regression predicts, with coefficients and variance drawn from their posterior.
 */
final class ChainedEquations {
  private static final int ROUNDS = 10;

  /** Keeps equations solvable where columns depend on each other, as a share of the diagonal. */
  private static final double RIDGE = 1e-6;

  private final boolean[][] holes;
  private final double[][] table;
  private final RandomGenerator random;

  private ChainedEquations(double[][] table, RandomGenerator random) {
    this.table = Arrays.stream(table).map(double[]::clone).toArray(double[][]::new);
    this.random = random;
    holes = new boolean[table.length][table[0].length];
    for (int i = 0; i < table.length; i++) {
      for (int k = 0; k < table[i].length; k++) {
        holes[i][k] = Double.isNaN(table[i][k]);
      }
    }
  }

  /**
   * The table with its holes filled, by a chain of its own for each copy.
   *
   * @param table by rows; not a number where something is missing
   * @throws IllegalArgumentException if a column has too few numbers for a regression on the others
   */
  static List<double[][]> filled(double[][] table, int copies, long seed) {
    RandomGenerator random = new Well19937c(seed);
    List<double[][]> filled = new ArrayList<>();
    for (int copy = 0; copy < copies; copy++) {
      filled.add(new ChainedEquations(table, random).run());
    }
    return filled;
  }

  private double[][] run() {
    int[] columns =
        IntStream.range(0, table[0].length).filter(k -> rows(k, true).length > 0).toArray();
    for (int k : columns) {
      start(k);
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int k : columns) {
        draw(k);
      }
    }
    return table;
  }

  /** Those with a hole in a column, or those without. */
  private int[] rows(int column, boolean hole) {
    return IntStream.range(0, table.length).filter(i -> holes[i][column] == hole).toArray();
  }

  /** Any number that is known in the column. */
  private void start(int column) {
    int[] known = rows(column, false);
    if (known.length <= table[0].length) {
      throw new IllegalArgumentException(
          "column %d has %d numbers, too few for a regression on the other %d columns"
              .formatted(column, known.length, table[0].length - 1));
    }
    for (int i : rows(column, true)) {
      table[i][column] = table[known[random.nextInt(known.length)]][column];
    }
  }

  private void draw(int column) {
    int[] known = rows(column, false);
    RealMatrix x = others(known, column);
    RealVector y =
        new ArrayRealVector(Arrays.stream(known).mapToDouble(i -> table[i][column]).toArray());
    RealMatrix square = x.transpose().multiply(x);
    for (int k = 0; k < square.getRowDimension(); k++) {
      square.multiplyEntry(k, k, 1 + RIDGE);
    }
    CholeskyDecomposition factors = new CholeskyDecomposition(square);
    RealVector coefficients = factors.getSolver().solve(x.preMultiply(y));
    RealVector rest = y.subtract(x.operate(coefficients));
    // twice a gamma variable of half the freedom is a chi-squared one
    double freedom = known.length - square.getRowDimension();
    double chiSquared = 2 * new GammaDistribution(random, freedom / 2, 1).sample();
    double deviation = Math.sqrt(rest.dotProduct(rest) / chiSquared);
    RealVector drawn = normals(square.getRowDimension(), deviation);
    MatrixUtils.solveUpperTriangularSystem(factors.getLT(), drawn);
    RealVector all = coefficients.add(drawn);
    int[] missing = rows(column, true);
    RealVector predicted = others(missing, column).operate(all);
    RealVector noise = normals(missing.length, deviation);
    for (int i = 0; i < missing.length; i++) {
      table[missing[i]][column] = predicted.getEntry(i) + noise.getEntry(i);
    }
  }

  /** All columns but one, and in its place a column of ones. */
  private RealMatrix others(int[] rows, int column) {
    double[][] x = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      x[i] = table[rows[i]].clone();
      x[i][column] = 1;
    }
    return new Array2DRowRealMatrix(x, false);
  }

  private RealVector normals(int count, double deviation) {
    double[] normals = new double[count];
    Arrays.setAll(normals, i -> deviation * random.nextGaussian());
    return new ArrayRealVector(normals, false);
  }
}
