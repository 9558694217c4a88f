package surety.solver.domain;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Marginal;
import surety.certificates.density.StandardCoordinate;
import surety.certificates.network.AffineLayer;
import surety.certificates.statement.Law;

/**
 * One branch of a law: its coordinates, and how the networks' inputs follow from them.
 *
 * @param axes one for each coordinate
 * @param inputs from standard coordinates to the networks' inputs, fixed ones included; of a branch
 *     without coordinates from one that does nothing
 */
public record Domain(List<Axis> axes, AffineLayer inputs) {
  /** Keeps its own list. */
  public Domain {
    axes = List.copyOf(axes);
  }

  /** The domain of a branch. */
  public static Domain of(Law.Branch branch) {
    List<Axis> axes = new ArrayList<>();
    List<StandardCoordinate> exact = new ArrayList<>();
    for (int q = 0; q < branch.dimension(); q++) {
      Marginal marginal = Marginal.ofMixture(branch.distributions(q), branch.weights());
      axes.add(new Axis(marginal));
      exact.add(marginal.exact());
    }
    return new Domain(axes, inputs(branch.inputs(), exact));
  }

  private static AffineLayer inputs(List<Law.InputMap> maps, List<StandardCoordinate> exact) {
    int columns = Math.max(1, exact.size());
    boolean isSelection = maps.stream().allMatch(map -> map.terms().size() <= 1);
    double[] offsets = new double[maps.size()];
    double[][] rows = new double[isSelection ? 0 : maps.size()][columns];
    int[] sources = new int[maps.size()];
    double[] factors = new double[maps.size()];
    for (int k = 0; k < maps.size(); k++) {
      offsets[k] = Interval.of(maps.get(k).constant()).middle();
      for (Law.Term term : maps.get(k).terms()) {
        StandardCoordinate coordinate = exact.get(term.coordinate());
        double factor = Interval.of(term.coefficient().times(coordinate.scale())).middle();
        offsets[k] += Interval.of(term.coefficient().times(coordinate.shift())).middle();
        sources[k] = term.coordinate();
        factors[k] = factor;
        if (!isSelection) {
          rows[k][term.coordinate()] = factor;
        }
      }
    }
    return isSelection
        ? AffineLayer.selection(columns, sources, factors, offsets)
        : AffineLayer.of(rows, offsets);
  }

  /** The number of coordinates. */
  public int dimension() {
    return axes.size();
  }

  /** Whether there is but one input, because nothing is random. */
  public boolean isPoint() {
    return axes.isEmpty();
  }

  /** Where the axes are cut off. */
  public List<Truncation> truncations() {
    return axes.stream().map(Axis::truncation).toList();
  }

  /** About the least and the greatest value that an input has in a box of standard coordinates. */
  public double[] range(int input, double[] lower, double[] upper) {
    double least = inputs.bias(input);
    double greatest = least;
    for (int entry : inputs.operator().nonzeros(input)) {
      double factor = inputs.operator().weight(input, entry);
      int q = inputs.operator().column(input, entry);
      least += factor * (factor >= 0 ? lower[q] : upper[q]);
      greatest += factor * (factor >= 0 ? upper[q] : lower[q]);
    }
    return new double[] {least, greatest};
  }
}
