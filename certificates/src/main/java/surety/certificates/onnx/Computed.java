package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import surety.certificates.network.Layer;

/**
 * A value that depends on the network's input: the flattened tensor is what the layers up to here
 * make of the flattened input.
 *
 * @param shape of the tensor
 * @param step the last layer and what comes before it; empty for the input itself
 */
record Computed(Shape shape, Optional<Step> step) implements Value.Real {

  /** A layer behind a value. Values share their beginnings, so a chain costs one step per layer. */
  record Step(Computed before, Layer layer) {}

  static Computed input(Shape shape) {
    return new Computed(shape, Optional.empty());
  }

  /** This value with one more layer, which gives a tensor of the given shape. */
  Computed then(Layer layer, Shape newShape) {
    return new Computed(newShape, Optional.of(new Step(this, layer)));
  }

  @Override
  public Computed reshaped(Shape newShape) {
    return new Computed(newShape, step);
  }

  /** All layers from the input to this value. */
  List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    Optional<Step> last = step;
    while (last.isPresent()) {
      layers.add(last.get().layer());
      last = last.get().before().step();
    }
    Collections.reverse(layers);
    return layers;
  }
}
