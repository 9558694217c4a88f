package surety.certificates.network;

import java.util.Arrays;

/**
 * An operator with one entry in each row: it scales, copies, reorders and leaves out arguments. A
 * diagonal one costs as much memory as a vector.
 */
public final class Selection implements LinearOperator {
  private final int columns;
  private final int[] sources;
  private final double[] factors;

  /**
   * The operator whose result i is {@code factors[i] * x[sources[i]]}.
   *
   * @throws IllegalArgumentException if a count is wrong, a source is not a column or a number is
   *     not finite
   */
  public Selection(int columns, int[] sources, double[] factors) {
    AffineLayer.requireShape(sources.length, columns);
    Network.checkLength(factors.length, sources.length);
    for (int source : sources) {
      if (source < 0 || source >= columns) {
        throw new IllegalArgumentException(
            "Source %d is not one of %d columns".formatted(source, columns));
      }
    }
    this.columns = columns;
    this.sources = sources.clone();
    this.factors = AffineLayer.finite(factors, "weight");
  }

  @Override
  public int rows() {
    return sources.length;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public int entries(int row) {
    return 1;
  }

  @Override
  public int column(int row, int entry) {
    return sources[row];
  }

  @Override
  public double weight(int row, int entry) {
    return factors[row];
  }

  @Override
  public LinearOperator absolute() {
    return new Selection(columns, sources, Arrays.stream(factors).map(Math::abs).toArray());
  }
}
