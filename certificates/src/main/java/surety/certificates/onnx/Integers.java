package surety.certificates.onnx;

/** A constant tensor of integers, such as the target of a Reshape. */
final class Integers implements Value {

  private final Shape shape;
  private final long[] values;

  /** The tensor of the given elements, as many as the shape has. */
  Integers(Shape shape, long[] values) {
    this.shape = shape;
    this.values = values.clone();
  }

  Shape shape() {
    return shape;
  }

  /** A fresh array of the elements. */
  long[] values() {
    return values.clone();
  }
}
