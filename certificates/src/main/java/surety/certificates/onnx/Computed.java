package surety.certificates.onnx;

import surety.certificates.network.Wires;

/**
 * A value that depends on the network's input.
 *
 * @param shape of the tensor
 * @param wires its elements in a {@link Circuit}, in the order of the shape
 */
record Computed(Shape shape, Wires wires) implements Value.Real {

  @Override
  public Computed reshaped(Shape newShape) {
    return new Computed(newShape, wires);
  }

  @Override
  public Computed moved(IndexMap map) {
    return new Computed(map.shape(), wires.select(map.sources()));
  }
}
