package surety.certificates.onnx;

import java.util.Arrays;
import surety.certificates.arithmetic.RealNumber;

/** A constant tensor of real numbers: doubles, as all tensors of a file, or made from those. */
final class Numbers implements Value.Real {

  private final String name;
  private final Shape shape;

  /** The elements if all of them are doubles. */
  private final double[] doubles;

  /** The elements if some of them are not; else empty. */
  private final RealNumber[] reals;

  private Numbers(String name, Shape shape, double[] doubles, RealNumber[] reals) {
    this.name = name;
    this.shape = shape;
    this.doubles = doubles;
    this.reals = reals;
  }

  /**
   * The tensor of the given elements, as many as the shape has; the array is not copied.
   *
   * @param name for messages
   */
  Numbers(String name, Shape shape, double[] values) {
    this(name, shape, values, new RealNumber[0]);
  }

  /** The same of any real numbers. */
  static Numbers of(String name, Shape shape, RealNumber[] values) {
    return Arrays.stream(values).allMatch(RealNumber::isDouble)
        ? new Numbers(
            name, shape, Arrays.stream(values).mapToDouble(v -> v.enclosure().lower()).toArray())
        : new Numbers(name, shape, new double[0], values.clone());
  }

  String name() {
    return name;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  int size() {
    return shape.size();
  }

  /** Whether all elements are doubles. */
  boolean areDoubles() {
    return reals.length == 0;
  }

  /** An element, if all are doubles. */
  double at(int index) {
    return doubles[index];
  }

  /** An element. */
  RealNumber real(int index) {
    return areDoubles() ? RealNumber.of(doubles[index]) : reals[index];
  }

  @Override
  public Numbers reshaped(Shape newShape) {
    return new Numbers(name, newShape, doubles, reals);
  }

  @Override
  public Numbers selected(int[] sources, Shape newShape) {
    if (areDoubles()) {
      double[] selected = new double[sources.length];
      Arrays.setAll(selected, i -> doubles[sources[i]]);
      return new Numbers(name, newShape, selected);
    }
    RealNumber[] selected = new RealNumber[sources.length];
    Arrays.setAll(selected, i -> reals[sources[i]]);
    return of(name, newShape, selected);
  }
}
