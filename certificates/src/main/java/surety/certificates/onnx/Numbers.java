package surety.certificates.onnx;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
  Numbers(String name, Shape shape, double... values) {
    this(name, shape, values, new RealNumber[0]);
  }

  /** The same of any real numbers. */
  static Numbers of(String name, Shape shape, RealNumber[] values) {
    return Arrays.stream(values).allMatch(RealNumber::isDouble)
        ? new Numbers(
            name, shape, Arrays.stream(values).mapToDouble(v -> v.enclosure().lower()).toArray())
        : new Numbers(name, shape, new double[0], values.clone());
  }

  static Numbers scalar(double value) {
    return new Numbers("", Shape.SCALAR, value);
  }

  /** The same under another name. */
  Numbers named(String newName) {
    return new Numbers(newName, shape, doubles, reals);
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

  /** The elements in order. */
  Stream<RealNumber> stream() {
    return IntStream.range(0, size()).mapToObj(this::real);
  }

  @Override
  public Numbers reshaped(Shape newShape) {
    return new Numbers(name, newShape, doubles, reals);
  }

  @Override
  public Numbers moved(IndexMap map) {
    int[] sources = map.sources();
    return areDoubles()
        ? new Numbers(name, map.shape(), Arrays.stream(sources).mapToDouble(this::at).toArray())
        : of(
            name,
            map.shape(),
            Arrays.stream(sources).mapToObj(i -> reals[i]).toArray(RealNumber[]::new));
  }
}
