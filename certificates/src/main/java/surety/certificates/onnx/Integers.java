package surety.certificates.onnx;

import java.util.Arrays;

/** A constant tensor of integers, such as the target of a Reshape; 0 and 1 are false and true. */
final class Integers implements Value.Tensor {

  private final Shape shape;
  private final long[] values;

  /** The tensor of the given elements, as many as the shape has. */
  Integers(Shape shape, long... values) {
    this.shape = shape;
    this.values = values.clone();
  }

  /** A vector. */
  static Integers vector(long... values) {
    return new Integers(Shape.SCALAR.then(values.length), values);
  }

  @Override
  public Shape shape() {
    return shape;
  }

  long at(int index) {
    return values[index];
  }

  /** A fresh array of the elements. */
  long[] values() {
    return values.clone();
  }

  @Override
  public Integers reshaped(Shape newShape) {
    return new Integers(newShape, values);
  }

  @Override
  public Integers moved(IndexMap map) {
    return new Integers(map.shape(), Arrays.stream(map.sources()).mapToLong(this::at).toArray());
  }
}
