package surety.solver.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.LinearOperator;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;
import surety.solver.layers.Layers;

/**
 * An estimate of means and covariances of forms: layer by layer the numbers are taken for jointly
 * normal, with the mean and the full covariance that they have if those before them are; and of
 * cdfs, by normal ones. Each step is exact for normal numbers, by closed forms for piecewise linear
 * activations and by series for others ({@link NormalArgument}). So with one layer of activations
 * and normal inputs mean and covariance are exact up to rounding; further on no error is known.
 *
 * <p>The inputs count with their means and covariances; each component of a mixture is matched by
 * itself, and the results are put together. The network may be any graph: its {@link Layers} carry
 * what a later one needs.
 */
public final class MomentMatching implements EstimatedForms {
  /** Most numbers between two layers: their covariances are one matrix. */
  public static final int MOST_WIDTH = 4_000;

  /** So many in a fraction of the time within which somebody who stops it wants it to stop. */
  private static final long PRODUCTS = 50_000_000;

  private final MixedForms mixed;

  private MomentMatching(MixedForms mixed) {
    this.mixed = mixed;
  }

  /** Numbers with their means, and their covariances. */
  private static final class Moments {
    private final double[] means;
    private final DMatrixRMaj covariance;

    private Moments(double[] means, DMatrixRMaj covariance) {
      this.means = means;
      this.covariance = covariance;
    }
  }

  /**
   * Matches the moments of forms.
   *
   * @throws EstimateException if a coordinate of the law has no mean or no variance, an activation
   *     has no finite mean, or a layer is too wide
   * @throws surety.solver.layers.LayersException if the network has no layers of moderate size
   */
  public static MomentMatching of(Network network, Law law, List<AffineForm> forms, Stop stop) {
    FormRows rows = FormRows.of(network, forms);
    requireModerate(network.inputs());
    Network carried = rows.hasInputs() ? withInputs(network) : network;
    List<Layer> layers = Layers.of(carried, stop);
    DMatrixRMaj last = matrix(rows, carried.outputs());
    List<MixedForms.Part> parts = new ArrayList<>();
    for (InputComponent component : InputComponent.of(law, stop)) {
      DMatrixRMaj root = component.root();
      Moments moments = new Moments(component.mean().clone(), product(root, root, stop));
      for (Layer layer : layers) {
        moments = after(layer, moments, stop);
      }
      parts.add(
          part(component.probability(), affine(moments, last, new double[rows.count()], stop)));
    }
    return new MomentMatching(new MixedForms(parts));
  }

  private static void requireModerate(int width) {
    if (width > MOST_WIDTH) {
      throw new EstimateException(
          "moment matching keeps the covariances of all numbers of a layer, of at most %d; here"
                  .formatted(MOST_WIDTH)
              + " are "
              + width
              + "; use linearisation or sampling");
    }
  }

  private static Moments after(Layer layer, Moments before, Stop stop) {
    requireModerate(layer.outputs());
    if (layer instanceof ActivationLayer activations) {
      return activated(before, activations, stop);
    }
    AffineLayer affine = (AffineLayer) layer;
    double[] biases = IntStream.range(0, affine.rows()).mapToDouble(affine::bias).toArray();
    return affine(before, weights(affine.operator(), stop), biases, stop);
  }

  private static DMatrixRMaj weights(LinearOperator operator, Stop stop) {
    DMatrixRMaj weights = new DMatrixRMaj(operator.rows(), operator.columns());
    for (int row = 0; row < operator.rows(); row++) {
      stop.check();
      for (int k = 0; k < operator.entries(row); k++) {
        weights.add(row, operator.column(row, k), operator.weight(row, k));
      }
    }
    return weights;
  }

  /** The same network with its inputs as further outputs. */
  private static Network withInputs(Network network) {
    Wires inputs = Wires.range(0, network.inputs());
    Wires both = Wires.concat(List.of(network.output(), inputs));
    return new Network(network.inputs(), network.gates(), both);
  }

  private static DMatrixRMaj matrix(FormRows rows, int columns) {
    DMatrixRMaj matrix = new DMatrixRMaj(rows.count(), columns);
    for (int i = 0; i < rows.count(); i++) {
      double[] outputs = rows.outputs(i);
      double[] inputs = rows.inputs(i);
      for (int j = 0; j < outputs.length; j++) {
        matrix.set(i, j, outputs[j]);
      }
      for (int k = 0; k < inputs.length; k++) {
        matrix.set(i, outputs.length + k, inputs[k]);
      }
    }
    return matrix;
  }

  private static Moments affine(Moments before, DMatrixRMaj weights, double[] biases, Stop stop) {
    DMatrixRMaj means = new DMatrixRMaj(weights.numRows, 1);
    CommonOps_DDRM.mult(weights, DMatrixRMaj.wrap(before.means.length, 1, before.means), means);
    CommonOps_DDRM.addEquals(means, DMatrixRMaj.wrap(biases.length, 1, biases));
    DMatrixRMaj half = product(weights, before.covariance, stop); // the covariance is symmetric
    DMatrixRMaj covariance = product(half, weights, stop);
    return new Moments(means.data, covariance);
  }

  /** A times the transpose of B, some rows at a time, to be stopped in between. */
  private static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b, Stop stop) {
    DMatrixRMaj product = new DMatrixRMaj(a.numRows, b.numRows);
    int some = (int) Math.max(1, PRODUCTS / ((long) b.numRows * b.numCols));
    for (int row = 0; row < a.numRows; row += some) {
      stop.check();
      int end = Math.min(a.numRows, row + some);
      DMatrixRMaj rows = CommonOps_DDRM.extract(a, row, end, 0, a.numCols);
      DMatrixRMaj part = new DMatrixRMaj(end - row, b.numRows);
      CommonOps_DDRM.multTransB(rows, b, part);
      CommonOps_DDRM.insert(part, product, row, 0);
    }
    return product;
  }

  private static Moments activated(Moments before, ActivationLayer layer, Stop stop) {
    int width = before.means.length;
    List<NormalArgument> arguments = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      stop.check();
      double variance = before.covariance.get(i, i);
      arguments.add(new NormalArgument(layer.activation(i), before.means[i], variance));
    }
    DMatrixRMaj covariance = new DMatrixRMaj(width, width);
    for (int i = 0; i < width; i++) {
      stop.check();
      NormalArgument argument = arguments.get(i);
      covariance.set(i, i, argument.variance());
      for (int j = 0; j < i; j++) {
        stop.check();
        double both = argument.covariance(arguments.get(j), before.covariance.get(i, j));
        covariance.set(i, j, both);
        covariance.set(j, i, both);
      }
    }
    return new Moments(arguments.stream().mapToDouble(NormalArgument::mean).toArray(), covariance);
  }

  private static MixedForms.Part part(double probability, Moments moments) {
    int forms = moments.means.length;
    double[][] covariances = new double[forms][forms];
    List<ScalarLaw> laws = new ArrayList<>();
    for (int i = 0; i < forms; i++) {
      for (int j = 0; j < forms; j++) {
        covariances[i][j] = moments.covariance.get(i, j);
      }
      laws.add(new NormalLaw(moments.means[i], Math.sqrt(Math.max(0, covariances[i][i]))));
    }
    return new MixedForms.Part(probability, moments.means, covariances, laws);
  }

  @Override
  public int forms() {
    return mixed.forms();
  }

  @Override
  public double mean(int form) {
    return mixed.mean(form);
  }

  @Override
  public double covariance(int form, int other) {
    return mixed.covariance(form, other);
  }

  @Override
  public ScalarLaw law(int form) {
    return mixed.law(form);
  }
}
