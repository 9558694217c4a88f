package surety.certificates.onnx;

import java.util.Arrays;

/** A constant tensor of finite numbers. */
final class Numbers implements Value.Real {

  private final String name;
  private final Shape shape;
  private final double[] values;

  /**
   * The tensor of the given elements, as many as the shape has; the array is not copied.
   *
   * @param name for messages
   */
  Numbers(String name, Shape shape, double[] values) {
    this.name = name;
    this.shape = shape;
    this.values = values;
  }

  String name() {
    return name;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  int size() {
    return values.length;
  }

  double at(int index) {
    return values[index];
  }

  @Override
  public Numbers reshaped(Shape newShape) {
    return new Numbers(name, newShape, values);
  }

  @Override
  public Numbers selected(int[] sources, Shape newShape) {
    double[] selected = new double[sources.length];
    Arrays.setAll(selected, i -> values[sources[i]]);
    return new Numbers(name, newShape, selected);
  }
}
