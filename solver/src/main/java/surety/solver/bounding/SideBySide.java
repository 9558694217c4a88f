package surety.solver.bounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;

/**
 * Networks side by side as one: layer by layer, where a network that has nothing to do keeps its
 * values. Affine layers come first, so that activations meet activations.
 */
final class SideBySide {
  private final List<FunctionNetwork> parts;
  private final int[] done;
  private final List<Layer> layers = new ArrayList<>();

  private SideBySide(List<FunctionNetwork> parts) {
    this.parts = parts;
    this.done = new int[parts.size()];
  }

  static List<Layer> of(List<FunctionNetwork> parts) {
    SideBySide all = new SideBySide(parts);
    while (all.isLeft(Layer.class)) {
      all.layers.add(all.isLeft(AffineLayer.class) ? all.affine() : all.activations());
    }
    return all.layers;
  }

  /** Whether some part's next layer is of a kind. */
  private boolean isLeft(Class<? extends Layer> kind) {
    for (int p = 0; p < done.length; p++) {
      if (done[p] < parts.get(p).layers().size()
          && kind.isInstance(parts.get(p).layers().get(done[p]))) {
        return true;
      }
    }
    return false;
  }

  /** How many values a part has now. */
  private int width(int part) {
    FunctionNetwork network = parts.get(part);
    return done[part] == 0 ? network.inputs() : network.layers().get(done[part] - 1).outputs();
  }

  private AffineLayer affine() {
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
    return AffineLayer.of(
        rows.toArray(new double[0][]), biases.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private AffineLayer nextAffine(int part, int width) {
    List<Layer> all = parts.get(part).layers();
    if (done[part] < all.size() && all.get(done[part]) instanceof AffineLayer affine) {
      done[part]++;
      return affine;
    }
    double[] ones = new double[width];
    Arrays.fill(ones, 1);
    return AffineLayer.diagonal(ones, new double[width]);
  }

  private ActivationLayer activations() {
    List<Activation> activations = new ArrayList<>();
    for (int p = 0; p < done.length; p++) {
      List<Layer> all = parts.get(p).layers();
      if (done[p] < all.size()) { // activations, as no affine layer is left
        activations.addAll(((ActivationLayer) all.get(done[p])).activations());
        done[p]++;
      } else {
        activations.addAll(Collections.nCopies(width(p), Activation.IDENTITY));
      }
    }
    return new ActivationLayer(activations);
  }
}
