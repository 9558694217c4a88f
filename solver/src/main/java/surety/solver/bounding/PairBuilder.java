package surety.solver.bounding;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.activation.Activation;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;

/**
 * Puts the layers of a pair of bounding networks together. Once some function is bounded and not
 * exact, the values are pairs: all lower ones first, then all upper ones.
 */
final class PairBuilder {
  /** More weights than anybody could verify; the file has four bytes for each. */
  private static final long MOST_WEIGHTS = 1L << 24;

  private final int inputs;
  private final List<Layer> layers = new ArrayList<>();
  private final DistanceBound distance;
  private int width;
  private boolean paired;
  private long weights;

  PairBuilder(int inputs) {
    this.inputs = inputs;
    this.width = inputs;
    this.distance = new DistanceBound(inputs);
  }

  void affine(AffineLayer layer) throws BoundingException {
    distance.affine(layer);
    AffineLayer wide = paired ? AffinePairs.of(layer) : layer;
    requireSize((long) wide.rows() * wide.columns());
    for (AffineLayer part : FloatLayers.of(wide)) {
      add(part);
    }
    width = layer.rows();
  }

  void functions(List<NeuronBounds> bounds) throws BoundingException {
    distance.functions(bounds);
    boolean exact = bounds.stream().allMatch(NeuronBounds::isExact);
    List<TwoSidedSum> sums = new ArrayList<>(bounds.stream().map(NeuronBounds::lower).toList());
    boolean wasPaired = paired;
    paired |= !exact;
    if (paired) {
      bounds.stream().map(NeuronBounds::upper).forEach(sums::add);
    }
    if (sums.stream().allMatch(TwoSidedSum::isRelu) && paired == wasPaired) {
      layers.add(ActivationLayer.uniform(sums.size(), Activation.RELU));
    } else {
      addSums(sums, wasPaired ? 2 * width : width);
    }
  }

  /**
   * A row for each hinge, the ReLUs, and the sums. What rises of value i is read from column i mod
   * columns, and what falls from the column of the other side, if there are two sides.
   */
  private void addSums(List<TwoSidedSum> sums, int columns) throws BoundingException {
    int hinges = sums.stream().mapToInt(sum -> sum.size() + (sum.rest() == 0 ? 0 : 1)).sum();
    int rows = Math.max(1, hinges); // a layer needs a row, also if all sums are constant
    requireSize((long) rows * (columns + sums.size()));
    int[] sources = new int[rows];
    double[] directions = new double[rows];
    double[] shifts = new double[rows];
    double[] constants = new double[sums.size()];
    double[] combination = new double[sums.size() * rows];
    int row = 0;
    for (int i = 0; i < sums.size(); i++) {
      TwoSidedSum sum = sums.get(i);
      constants[i] = sum.constant();
      for (int k = 0; k < sum.size(); k++) {
        Hinge hinge = sum.hinge(k);
        sources[row] = (sum.isRising(k) ? i : i + width) % columns;
        directions[row] = sum.isRising(k) ? hinge.direction() : -hinge.direction();
        shifts[row] = -hinge.direction() * hinge.at();
        combination[i * rows + row] = hinge.weight();
        row++;
      }
      if (sum.rest() != 0) { // the ReLU of a constant, as a bias is one float
        shifts[row] = Math.abs(sum.rest());
        combination[i * rows + row] = Math.signum(sum.rest());
        row++;
      }
    }
    add(AffineLayer.selection(columns, sources, directions, shifts));
    layers.add(ActivationLayer.uniform(rows, Activation.RELU));
    add(AffineLayer.dense(sums.size(), rows, combination, constants));
  }

  private void add(AffineLayer layer) throws BoundingException {
    requireSize((long) layer.rows() * layer.columns());
    weights += (long) layer.rows() * layer.columns();
    layers.add(layer);
  }

  private void requireSize(long more) throws BoundingException {
    if (weights + more > MOST_WEIGHTS) {
      throw new BoundingException(
          "each bounding network would have more than %d weights; take fewer segments"
              .formatted(MOST_WEIGHTS));
    }
  }

  BoundingPair finished(List<Interval> box) {
    if (!paired) {
      Network both = Network.chain(inputs, layers);
      return new BoundingPair(both, both, box, distance.values());
    }
    return new BoundingPair(side(0), side(width), box, distance.values());
  }

  /**
   * The network whose outputs are so many values from an offset on, without what they do not need.
   */
  private Network side(int offset) {
    int[] sources = new int[width];
    double[] factors = new double[width];
    for (int i = 0; i < width; i++) {
      sources[i] = offset + i;
      factors[i] = 1;
    }
    AffineLayer choice = AffineLayer.selection(2 * width, sources, factors, new double[width]);
    List<Layer> all = new ArrayList<>(layers);
    all.add(choice);
    return Pruning.of(inputs, all);
  }
}
