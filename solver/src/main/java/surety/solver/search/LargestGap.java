package surety.solver.search;

import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/**
 * The largest gap over the points of a cdf, summed over cells.
 *
 * @param mass of a cell
 * @param bounds of the rows over a cell, with scratch memory for shares of simplices
 */
record LargestGap<C>(
    ToDoubleFunction<C> mass, BiFunction<C, HalfSpaceFraction, ? extends RowBounds> bounds) {
  /** The sums do not depend on the number of threads, so neither do the parts. */
  private static final int CHUNKS = 64;

  double of(CdfObjective cdf, Collection<C> open, int inputs, Rounds rounds) {
    List<C> cells = List.copyOf(open);
    double[][] sums = new double[CHUNKS][cdf.points()];
    rounds.run(
        CHUNKS,
        (chunk, worker) -> {
          HalfSpaceFraction scratch = new HalfSpaceFraction(inputs);
          for (int index = chunk; index < cells.size(); index += CHUNKS) {
            C cell = cells.get(index);
            cdf.addGaps(bounds.apply(cell, scratch), mass.applyAsDouble(cell), sums[chunk]);
          }
        });
    double largest = 0;
    for (int k = 0; k < cdf.points(); k++) {
      double gap = 0;
      for (double[] sum : sums) {
        gap += sum[k];
      }
      largest = Math.max(largest, gap);
    }
    return largest;
  }
}
