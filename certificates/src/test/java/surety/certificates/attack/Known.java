package surety.certificates.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import surety.certificates.arithmetic.Rational;

/**
 * A distribution whose moments between any two numbers are known.
 *
 * @param text as the statement has it
 * @param degree that of its polynomials; more where it has none
 * @param scale from standard coordinates to its own, with shift
 */
record Known(String text, List<Part> parts, int degree, double scale, double shift) {
  /** One piece between two knots. */
  record Part(Rational from, Rational to, Curve curve) {}

  Known {
    parts = List.copyOf(parts);
  }

  private static Rational r(String text) {
    return Rational.parse(text);
  }

  private static Part part(String from, String to, String... coefficients) {
    return new Part(
        r(from), r(to), new Curve.Polynomial(Stream.of(coefficients).map(Known::r).toList()));
  }

  static Known uniform(String from, String to) {
    Rational width = r(to).minus(r(from));
    String density = Rational.ONE.dividedBy(width).toString();
    String text = "uniform(" + from + ", " + to + ")";
    return new Known(
        text, List.of(part(from, to, density)), 0, width.doubleFloor(), r(from).doubleFloor());
  }

  private static Known unit(String text, int degree, Part... parts) {
    return new Known(text, List.of(parts), degree, 1, 0);
  }

  static final Known WIDE = uniform("-1000000", "1000000");

  /** Constant on each piece. */
  static final List<Known> FLAT =
      List.of(
          uniform("0", "1"),
          uniform("-1", "1"),
          uniform("-1/2", "3/4"),
          uniform("0", "2"),
          unit(
              "histogram([0, 1/4, 1], [3/4, 1/4])",
              0,
              part("0", "1/4", "3"),
              part("1/4", "1", "1/3")));

  /** Without ends, but nothing is beyond 12 or 1000 that a comparison here could see. */
  static final List<Known> UNBOUNDED =
      List.of(
          unit("normal(0, 1)", 10, new Part(r("-12"), r("12"), new Curve.Normal())),
          unit("exponential(1)", 10, new Part(r("0"), r("1000"), new Curve.Exponential())));

  private static final List<Known> CURVED =
      List.of(
          unit(
              "histogram([-1, 0, 1/2, 1], [1/4, 1/2, 1/4])",
              0,
              part("-1", "0", "1/4"),
              part("0", "1/2", "1"),
              part("1/2", "1", "1/2")),
          unit("beta(2, 2)", 2, part("0", "1", "0", "6", "-6")),
          unit("beta(3, 1)", 2, part("0", "1", "0", "0", "3")),
          unit("beta(1, 3)", 2, part("0", "1", "3", "-6", "3")),
          unit("triangular(0, 1/2, 1)", 1, part("0", "1/2", "0", "4"), part("1/2", "1", "4", "-4")),
          unit(
              "polynomial([0, 1/2, 1], [[0, 0, 12], [7/4, -1]])",
              2,
              part("0", "1/2", "0", "0", "12"),
              part("1/2", "1", "7/4", "-1")),
          unit("uniform(-1, 2) on [0, 1]", 0, part("0", "1", "1")));

  /** All with ends. */
  static List<Known> bounded() {
    List<Known> all = new ArrayList<>(FLAT);
    all.addAll(CURVED);
    return all;
  }

  boolean isUnbounded() {
    return UNBOUNDED.contains(this);
  }

  /** The part of it in an interval, with the mass that it has there. */
  Known within(String from, String to) {
    List<Part> inside = new ArrayList<>();
    for (Part part : parts) {
      Rational lower = Span.greatest(part.from, r(from));
      Rational upper = Span.least(part.to, r(to));
      if (lower.compareTo(upper) < 0) {
        inside.add(new Part(lower, upper, part.curve));
      }
    }
    return new Known(text + " within [" + from + ", " + to + "]", inside, degree, scale, shift);
  }
}
