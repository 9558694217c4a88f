package surety.solver.bounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import surety.certificates.activation.Activation;
import surety.certificates.network.AffineLayer;
import surety.solver.bounding.FunctionNetwork.Affine;
import surety.solver.bounding.FunctionNetwork.Functions;
import surety.solver.bounding.FunctionNetwork.Step;

/**
 * Networks side by side as one: step by step, where a network that has nothing to do keeps its
 * values. Affine steps come first, so that functions meet functions.
 */
final class SideBySide {
  private final List<FunctionNetwork> parts;
  private final int[] done;
  private final List<Step> steps = new ArrayList<>();

  private SideBySide(List<FunctionNetwork> parts) {
    this.parts = parts;
    this.done = new int[parts.size()];
  }

  static List<Step> of(List<FunctionNetwork> parts) {
    SideBySide all = new SideBySide(parts);
    while (all.isLeft(Step.class)) {
      all.steps.add(all.isLeft(Affine.class) ? all.affine() : all.functions());
    }
    return all.steps;
  }

  /** Whether some part's next step is of a kind. */
  private boolean isLeft(Class<? extends Step> kind) {
    for (int p = 0; p < done.length; p++) {
      if (done[p] < parts.get(p).steps().size()
          && kind.isInstance(parts.get(p).steps().get(done[p]))) {
        return true;
      }
    }
    return false;
  }

  /** How many values a part has now. */
  private int width(int part) {
    FunctionNetwork network = parts.get(part);
    return done[part] == 0 ? network.inputs() : network.steps().get(done[part] - 1).outputs();
  }

  private Affine affine() {
    int columns = 0;
    List<double[]> rows = new ArrayList<>();
    List<Double> biases = new ArrayList<>();
    int total = 0;
    for (int p = 0; p < done.length; p++) {
      total += width(p);
    }
    for (int p = 0; p < done.length; p++) {
      int width = width(p);
      AffineLayer layer = nextAffine(p, width);
      for (int row = 0; row < layer.rows(); row++) {
        double[] wide = new double[total];
        System.arraycopy(layer.operator().row(row), 0, wide, columns, width);
        rows.add(wide);
        biases.add(layer.bias(row));
      }
      columns += width;
    }
    return new Affine(
        AffineLayer.of(
            rows.toArray(new double[0][]),
            biases.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  private AffineLayer nextAffine(int part, int width) {
    List<Step> all = parts.get(part).steps();
    if (done[part] < all.size() && all.get(done[part]) instanceof Affine affine) {
      done[part]++;
      return affine.layer();
    }
    double[] ones = new double[width];
    Arrays.fill(ones, 1);
    return AffineLayer.diagonal(ones, new double[width]);
  }

  private Functions functions() {
    List<MonotoneFunction> functions = new ArrayList<>();
    for (int p = 0; p < done.length; p++) {
      List<Step> all = parts.get(p).steps();
      if (done[p] < all.size()) { // functions, as no affine step is left
        functions.addAll(((Functions) all.get(done[p])).functions());
        done[p]++;
      } else {
        functions.addAll(
            Collections.nCopies(width(p), new ActivationFunction(Activation.IDENTITY)));
      }
    }
    return new Functions(functions);
  }
}
