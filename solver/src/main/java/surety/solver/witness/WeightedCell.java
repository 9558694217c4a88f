package surety.solver.witness;

/**
 * A cell whose exact coordinates are at hand.
 *
 * @param mass about how probable it is
 */
public record WeightedCell(ExactCell cell, double mass) implements Leaf {
  @Override
  public double[] centre() {
    return SamplePoints.doubles(cell.centre());
  }
}
