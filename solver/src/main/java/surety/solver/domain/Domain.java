package surety.solver.domain;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.cell.Truncation;
import surety.certificates.density.Marginal;
import surety.certificates.network.AffineLayer;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Input;

/**
 * All random inputs of a statement, and how they enter the network.
 *
 * @param axes one for each random input, in the statement's order
 * @param inputs from standard coordinates to the network's inputs, fixed ones included
 */
public record Domain(List<Axis> axes, AffineLayer inputs) {
  /** Keeps its own list. */
  public Domain {
    axes = List.copyOf(axes);
  }

  /**
   * The domain of a statement's inputs, at least one of them random.
   *
   * @param marginals one for each random input, in their order
   */
  public static Domain of(List<Input> inputs, List<Marginal> marginals) {
    List<Axis> axes = new ArrayList<>();
    int[] sources = new int[inputs.size()];
    double[] factors = new double[inputs.size()];
    double[] offsets = new double[inputs.size()];
    for (int k = 0; k < inputs.size(); k++) {
      if (inputs.get(k) instanceof FixedInput fixed) {
        offsets[k] = Interval.of(fixed.value()).middle();
      } else {
        Axis axis = new Axis(marginals.get(axes.size()));
        sources[k] = axes.size();
        factors[k] = axis.scale();
        offsets[k] = axis.shift();
        axes.add(axis);
      }
    }
    return new Domain(axes, AffineLayer.selection(axes.size(), sources, factors, offsets));
  }

  /** The inputs of a statement without random ones, as a map from one coordinate without effect. */
  public static AffineLayer fixedInputs(List<Input> inputs) {
    double[] values =
        inputs.stream()
            .mapToDouble(input -> Interval.of(((FixedInput) input).value()).middle())
            .toArray();
    return AffineLayer.selection(1, new int[values.length], new double[values.length], values);
  }

  /** The number of random inputs. */
  public int dimension() {
    return axes.size();
  }

  /** Where the axes are cut off. */
  public List<Truncation> truncations() {
    return axes.stream().map(Axis::truncation).toList();
  }
}
