package surety.certificates.activation;

import java.util.List;
import surety.certificates.arithmetic.Interval;

/**
 * f(max(x, floor)) for a reciprocal, logarithm or root f that is defined from the floor on: so it
 * is a function on the whole line. Where a value is known never to be below the floor, as a sum of
 * exponentials and 1 is never below 1, it is f itself; and bounds of that value which are too low
 * do no harm.
 *
 * <p>It is constant up to the floor. The slopes of these functions decrease in size, so that the
 * steepest one is at the floor.
 *
 * @param function f
 * @param floor finite, at least 0
 */
public record Floored(Activation function, double floor) implements Activation {

  public Floored {
    boolean flattens =
        function instanceof Reciprocal
            || function instanceof Logarithm
            || function instanceof SquareRoot;
    if (!flattens
        || !(0 <= floor && floor <= Double.MAX_VALUE)
        || !function.isDefinedOn(floor, Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s cannot have the floor %s".formatted(function.name(), floor));
    }
    floor += 0.0; // one zero only
  }

  @Override
  public String name() {
    return "floored " + function.name();
  }

  @Override
  public double apply(double x) {
    return function.apply(Math.max(x, floor));
  }

  @Override
  public double slope(double x) {
    return x < floor ? 0 : function.slope(x);
  }

  @Override
  public Interval enclose(double x) {
    return function.enclose(Math.max(x, floor));
  }

  /** As the other one, which is defined everywhere from the floor on. */
  @Override
  public Interval enclose(Interval x) {
    boolean isSomewhere = x.lower() <= Double.MAX_VALUE && x.upper() >= -Double.MAX_VALUE;
    return isSomewhere
        ? function.enclose(new Interval(Math.max(x.lower(), floor), Math.max(x.upper(), floor)))
        : range();
  }

  @Override
  public Interval range() {
    return function.enclose(new Interval(floor, Double.POSITIVE_INFINITY));
  }

  @Override
  public Interval encloseSlope(Section section, double x) {
    return section.to() == floor ? Interval.ZERO : function.encloseSlope(section, x);
  }

  @Override
  public double greatestSlope() {
    return encloseSlope(sections().get(1), floor).magnitude();
  }

  @Override
  public List<Section> sections() {
    Section last = function.sections().get(function.sections().size() - 1); // that above 0
    return List.of(
        new Section(Double.NEGATIVE_INFINITY, floor, Curvature.LINEAR),
        new Section(floor, Double.POSITIVE_INFINITY, last.curvature()));
  }

  @Override
  public boolean isNonDecreasing() {
    return function.isNonDecreasing();
  }

  @Override
  public boolean isNonIncreasing() {
    return function.isNonIncreasing();
  }
}
