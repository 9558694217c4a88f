package surety.certificates.onnx;

import static surety.certificates.onnx.NetworkFormatException.quote;

import java.nio.LongBuffer;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A SparseTensorProto: a tensor of which only the elements that are not 0 are stored. Like an
 * {@link OnnxTensor} it is decoded when it is used.
 *
 * @param values these elements, whose name is that of the whole tensor
 * @param indices where each of them stands: its number, or its index along each axis; ascending
 * @param dims as in the file, unchecked
 */
record SparseTensor(Optional<OnnxTensor> values, Optional<OnnxTensor> indices, LongBuffer dims) {

  /** Of the whole tensor. */
  String name() {
    return values.map(OnnxTensor::name).orElse("");
  }

  /** The tensors that it is made of. */
  Stream<OnnxTensor> parts() {
    return Stream.concat(values.stream(), indices.stream());
  }

  /** The same under another name. */
  SparseTensor named(String newName) {
    return new SparseTensor(values.map(tensor -> tensor.named(newName)), indices, dims);
  }

  /**
   * All elements, exactly.
   *
   * @throws NetworkFormatException unless it is a complete tensor of float or double, which is not
   *     empty, all of it inside of the model, and its indices ascend
   */
  Numbers numbers(Budget budget) throws NetworkFormatException {
    String what = "Sparse tensor " + quote(name());
    if (values.isEmpty() || indices.isEmpty()) {
      throw new NetworkFormatException("%s has no values or no indices", what);
    }
    values.get().requireInside();
    indices.get().requireInside();
    Shape shape = Shape.checked(OnnxTensor.array(dims), what);
    budget.spend(shape.size(), what);
    double[] all = new double[shape.size()];
    if (all.length == 0) {
      throw new NetworkFormatException("%s has no elements", what);
    }
    if (values.get().isEmpty()) {
      return new Numbers(name(), shape, all);
    }
    Numbers given = values.get().numbers(budget);
    Integers places = indices.get().integers(budget);
    boolean areNumbers = places.shape().rank() == 1;
    int width = areNumbers ? 1 : shape.rank();
    if (!places.shape().equals(Shape.SCALAR.then(given.size()).then(rest(areNumbers, width)))) {
      throw new NetworkFormatException(
          "%s has %d values, but indices of shape %s", what, given.size(), places.shape());
    }
    long before = -1;
    for (int i = 0; i < given.size(); i++) {
      long place = 0;
      for (int axis = 0; axis < width; axis++) {
        long length = areNumbers ? all.length : shape.dim(axis);
        long index = places.at(i * width + axis);
        if (index < 0 || index >= length) {
          throw new NetworkFormatException(
              "%s has the index %d, which is not one of %d", what, index, length);
        }
        place = place * length + index;
      }
      if (place <= before) {
        throw new NetworkFormatException("%s has indices that do not ascend", what);
      }
      all[(int) place] = given.at(i);
      before = place;
    }
    return new Numbers(name(), shape, all);
  }

  private static Shape rest(boolean areNumbers, int width) {
    return areNumbers ? Shape.SCALAR : Shape.SCALAR.then(width);
  }
}
