package surety.certificates.bounds;

import java.util.Arrays;
import surety.certificates.arithmetic.Rounding;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.LinearOperator;

/**
 * An affine layer made ready for rigorous propagation of vectors given by centre and radius.
 *
 * <p>A vector x is known as {@code |x_j - centre_j| <= radius_j}. Each row of the result is
 * computed in plain doubles and its radius grows by a proven bound of the rounding error: for a row
 * with many weights the a priori bound {@code gamma_{k+1} (|w|_1 max|c| + |b|)} of a sum of k
 * products in any order (Higham, section 3.1), plus half a smallest subnormal for each product that
 * may underflow; for a row with few weights the exact residuals of each operation, so that an exact
 * result has no error at all.
 */
public final class AffineMap {
  /** Rows with at most that many weights are worth exact residuals. */
  private static final int FEW = 4;

  /** Below it the residual of a product may itself be rounded (see Rounding). */
  private static final double RESIDUAL_IS_EXACT = 0x1p-960;

  /** {@code (1 + u)^15 <= (1 + 2^-49) (1 - u)} with {@code u = 2^-53}: more than is needed. */
  private static final double EIGHT_ROUNDINGS = 1 + 0x1p-49;

  private final AffineLayer layer;
  private final LinearOperator absolute;
  private final int[] nonzeros;
  private final double[] norm;
  private final double[] gamma;
  private final double[] weightError;
  private final double[] biasError;
  private final double largestNorm;

  /** Columns and weights of each row with few weights; none of the others. */
  private final int[][] fewColumns;

  private final double[][] fewWeights;
  private final boolean hasMany;

  /** The layer as it stands in the network file. */
  public static AffineMap of(AffineLayer layer) {
    return new AffineMap(layer, new double[layer.rows()], new double[layer.rows()]);
  }

  /**
   * A layer known only up to an error.
   *
   * @param weightError for each row the sum over its weights of how far each may be off
   * @param biasError for each row how far its bias may be off
   */
  public static AffineMap of(AffineLayer layer, double[] weightError, double[] biasError) {
    return new AffineMap(layer, weightError.clone(), biasError.clone());
  }

  private AffineMap(AffineLayer layer, double[] weightError, double[] biasError) {
    LinearOperator operator = layer.operator();
    int rows = operator.rows();
    this.layer = layer;
    this.absolute = operator.absolute();
    this.weightError = weightError;
    this.biasError = biasError;
    this.nonzeros = new int[rows];
    this.norm = new double[rows];
    this.gamma = new double[rows];
    this.fewColumns = new int[rows][];
    this.fewWeights = new double[rows][];
    double largest = 0;
    boolean many = false;
    for (int i = 0; i < rows; i++) {
      int row = i;
      int[] entries = operator.nonzeros(row);
      nonzeros[row] = entries.length;
      norm[row] = operator.rowNorm(row);
      gamma[row] = RelativeError.gamma(entries.length + 1);
      largest = Math.max(largest, Rounding.addUp(norm[row], weightError[row]));
      if (entries.length <= FEW) {
        fewColumns[row] = Arrays.stream(entries).map(k -> operator.column(row, k)).toArray();
        fewWeights[row] =
            Arrays.stream(entries).mapToDouble(k -> operator.weight(row, k)).toArray();
      }
      many |= entries.length > FEW;
    }
    this.largestNorm = largest;
    this.hasMany = many;
  }

  /** Number of results. */
  public int rows() {
    return layer.rows();
  }

  /** Number of arguments. */
  public int columns() {
    return layer.columns();
  }

  /** The largest sum of absolute weights of a row, errors included, rounded up. */
  public double largestNorm() {
    return largestNorm;
  }

  /**
   * Maps a vector.
   *
   * <p>Sound: with x = c + r, W x + b = (W c + b) + W r; the first is computed up to the errors
   * above, the second is at most |W| r, itself rounded up by {@code 1 + gamma}.
   *
   * @param sharp whether |W| r is computed in full; else it is bounded by |W|_1 max r, which costs
   *     no second pass and is as good when all radii are of the size of rounding errors
   * @param withBias false for a direction (a coefficient of a box's affine form)
   * @return whether all results are finite; if not, nothing is known about any of them
   */
  public boolean map(
      double[] centre,
      double[] radius,
      boolean withBias,
      boolean sharp,
      double[] outCentre,
      double[] outRadius) {
    double largest = largestMagnitude(centre);
    double widest = largestMagnitude(radius);
    products(layer.operator(), centre, outCentre);
    boolean spread = sharp && widest > 0;
    double total = 0;
    if (spread) {
      products(absolute, radius, outRadius);
    }
    for (int i = 0; i < outCentre.length; i++) {
      double bias = withBias ? layer.bias(i) : 0;
      double error;
      if (isFew(i)) {
        error = exactRow(i, centre, bias, outCentre);
      } else {
        outCentre[i] += bias;
        error = aPriori(i, largest, bias);
      }
      double wide = spread ? spread(i, radius, outRadius[i]) : boundOfSpread(i, widest);
      double uncertain = uncertainty(i, largest, widest, withBias);
      outRadius[i] = Rounding.addUp(Rounding.addUp(error, wide), uncertain);
      total += Math.abs(outCentre[i]) + outRadius[i];
    }
    return total <= Double.MAX_VALUE; // false for infinity and NaN
  }

  /**
   * Maps the radius of a box's affine form, whose coefficients may have either sign, by |W|; the
   * rounding error of each result is added to {@code outError}.
   */
  public void mapAbsolute(double[] signed, double[] out, double[] outError) {
    double largest = largestMagnitude(signed);
    if (largest == 0) {
      Arrays.fill(out, 0);
      return;
    }
    products(absolute, signed, out);
    for (int i = 0; i < out.length; i++) {
      if (isFew(i)) {
        double sum = 0;
        for (int k = 0; k < nonzeros[i]; k++) {
          sum += Math.abs(fewWeights[i][k]) * signed[fewColumns[i][k]];
        }
        out[i] = sum;
      }
      double error =
          Rounding.addUp(aPriori(i, largest, 0), Rounding.multiplyUp(weightError[i], largest));
      outError[i] = Rounding.addUp(outError[i], error);
    }
  }

  /**
   * Adds one row of the map, applied to forms, to a sum. A weight that is 0 may be one that is no
   * double: its error counts like all others.
   */
  void addRow(int row, SizedRow[] forms, CondensedSum sum) {
    LinearOperator operator = layer.operator();
    int entries = operator.entries(row);
    for (int entry = 0; entry < entries; entry++) { // of those that are 0 nothing is added
      sum.add(operator.weight(row, entry), 0, forms[operator.column(row, entry)]);
    }
    sum.add(layer.bias(row), Rounding.addUp(weightsOff(row, forms), biasError[row]));
  }

  private double weightsOff(int row, SizedRow[] forms) {
    if (weightError[row] == 0) {
      return 0;
    }
    double largest = 0;
    for (SizedRow form : forms) {
      largest = Math.max(largest, Rounding.addUp(form.size(), form.row().error()));
    }
    return Rounding.multiplyUp(weightError[row], largest);
  }

  /** Of rows with few weights the result is not used. */
  private void products(LinearOperator operator, double[] x, double[] out) {
    if (hasMany) {
      operator.apply(x, out);
    }
  }

  private boolean isFew(int row) {
    return nonzeros[row] <= FEW;
  }

  /**
   * Rounding error of a row with many weights. All terms are nonnegative and computed with fewer
   * than eight roundings, which {@link #above} makes up for; a result that is 0 because it
   * underflowed is made up for by the subnormals.
   */
  private double aPriori(int row, double largest, double bias) {
    double magnitude = norm[row] * largest + Math.abs(bias);
    return above(gamma[row] * magnitude + 4.0 * nonzeros[row] * Double.MIN_VALUE);
  }

  /** At least the sum of which {@code computed} is a value with at most eight roundings. */
  private static double above(double computed) {
    return computed == 0 ? 0 : computed * EIGHT_ROUNDINGS + Double.MIN_VALUE;
  }

  /** The result of a row with few weights, and the sum of the absolute residuals, rounded up. */
  private double exactRow(int row, double[] centre, double bias, double[] out) {
    double sum = bias;
    double error = 0;
    int[] columns = fewColumns[row];
    double[] weights = fewWeights[row];
    for (int k = 0; k < weights.length; k++) {
      double weight = weights[k];
      double x = centre[columns[k]];
      if (x == 0) {
        continue; // adds exactly nothing
      }
      double product = weight * x;
      error += Math.abs(Math.fma(weight, x, -product));
      if (Math.abs(product) < RESIDUAL_IS_EXACT) {
        error += Double.MIN_VALUE;
      }
      double next = sum + product;
      double virtual = next - sum;
      error += Math.abs((sum - (next - virtual)) + (product - virtual)); // Knuth's TwoSum
      sum = next;
    }
    out[row] = sum;
    // at most twelve additions of nonnegative numbers; NaN if something overflowed
    return error > 0 ? error * EIGHT_ROUNDINGS + Double.MIN_VALUE : error;
  }

  private double spread(int row, double[] radius, double computed) {
    if (isFew(row)) {
      double sum = 0;
      for (int k = 0; k < nonzeros[row]; k++) {
        double weight = Math.abs(fewWeights[row][k]);
        sum = Rounding.addUp(sum, Rounding.multiplyUp(weight, radius[fewColumns[row][k]]));
      }
      return sum;
    }
    double rounded = Rounding.multiplyUp(computed, Rounding.addUp(1, gamma[row]));
    return Rounding.addUp(rounded, nonzeros[row] * Double.MIN_VALUE);
  }

  private double boundOfSpread(int row, double widest) {
    return widest == 0 ? 0 : Rounding.multiplyUp(norm[row], widest);
  }

  private double uncertainty(int row, double largest, double widest, boolean withBias) {
    if (weightError[row] == 0 && biasError[row] == 0) {
      return 0;
    }
    double ofWeights = Rounding.multiplyUp(weightError[row], Rounding.addUp(largest, widest));
    return withBias ? Rounding.addUp(ofWeights, biasError[row]) : ofWeights;
  }

  private static double largestMagnitude(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
