package surety.solver.bounding;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Interval;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.stop.Stop;

/** Upper and lower ReLU networks of a network over a box. */
public final class BoundingNetworks {
  /** The number of segments unless somebody says otherwise. */
  public static final int DEFAULT_SEGMENTS = 10;

  /** The largest number of segments. */
  public static final int MOST_SEGMENTS = Segments.MOST;

  private BoundingNetworks() {}

  /**
   * The bounding networks of a network.
   *
   * <p>The range of each pre-activation comes from interval propagation over the box. Each
   * activation is the sum of a part that rises and one that falls ({@link MonotoneParts}), either
   * of which is bounded over its range by two piecewise linear functions ({@link FunctionBounds}),
   * which are sums of ReLUs. The networks carry a lower and an upper value for each neuron, from
   * the first activation that is not piecewise linear itself. The upper value of a sum takes the
   * upper values with positive weights and the lower ones with negative weights, the lower value
   * the other way round (section 3.2 of the paper); and what falls takes the values of the other
   * side.
   *
   * <p><em>Why it is sound.</em> Let l <= x <= u be the values before an activation f(x) = r(x) +
   * s(-x), at a point of the box. The bounds L and U of r never decrease and hold on the range of
   * x, so {@code L(l) <= L(x) <= r(x) <= U(x) <= U(u)}, and likewise {@code L(-u) <= s(-x) <=
   * U(-l)} with those of s. It does not matter whether l or u is itself in the range. Weights and
   * biases of affine layers are taken over exactly ({@link FloatLayers}).
   *
   * <p><em>Monotone.</em> When the number of segments doubles, each L rises or stays and each U
   * falls or stays, everywhere ({@link UpperPolyline}), while ranges and parts stay as they are. So
   * by induction over the layers the lower network rises or stays and the upper one falls or stays,
   * at each point of the box and over the reals.
   *
   * @param box one bounded interval for each input
   * @param segments in each curved section of an activation, 1 to {@link #MOST_SEGMENTS}
   * @throws BoundingException if an activation is not defined everywhere in its range, a
   *     pre-activation is beyond float32, or the networks would be too large
   * @throws IllegalArgumentException if the box does not fit the network or is unbounded, or the
   *     number of segments is out of bounds
   */
  public static BoundingPair of(Network network, List<Interval> box, int segments)
      throws BoundingException {
    return of(FunctionNetwork.of(ExponentialSums.without(network)), box, segments);
  }

  static BoundingPair of(FunctionNetwork network, List<Interval> box, int segments)
      throws BoundingException {
    Segments cuts = Segments.of(segments);
    requireBox(box, network.inputs());
    PairBuilder builder = new PairBuilder(network.inputs());
    List<List<Interval>> ranges = network.ranges(box, Stop.NEVER);
    int number = 0;
    for (int i = 0; i < network.layers().size(); i++) {
      if (network.layers().get(i) instanceof AffineLayer affine) {
        builder.affine(affine);
      } else {
        number++;
        ActivationLayer layer = (ActivationLayer) network.layers().get(i);
        builder.functions(bounds(layer, ranges.get(i), cuts, number));
      }
    }
    return builder.finished(box);
  }

  private static List<NeuronBounds> bounds(
      ActivationLayer layer, List<Interval> ranges, Segments segments, int number)
      throws BoundingException {
    List<NeuronBounds> bounds = new ArrayList<>();
    for (int neuron = 0; neuron < ranges.size(); neuron++) {
      try {
        bounds.add(NeuronBounds.of(layer.activation(neuron), ranges.get(neuron), segments));
      } catch (BoundingException e) {
        throw new BoundingException(
            "neuron %d of activation layer %d: %s".formatted(neuron + 1, number, e.getMessage()));
      }
    }
    return bounds;
  }

  static void requireBox(List<Interval> box, int inputs) {
    if (box.size() != inputs) {
      throw new IllegalArgumentException(
          "the box has %d sides, but the network has %d inputs".formatted(box.size(), inputs));
    }
    for (int i = 0; i < box.size(); i++) {
      if (!box.get(i).isBounded()) {
        throw new IllegalArgumentException(
            "side %d of the box is %s; it must be bounded".formatted(i + 1, box.get(i)));
      }
    }
  }
}
