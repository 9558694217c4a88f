package surety.certificates.density;

import surety.certificates.arithmetic.Rational;

/** A density that rises linearly from the lower end to the mode and falls to the upper end. */
public record Triangular(Rational lower, Rational mode, Rational upper) implements Distribution {
  public Triangular {
    Parameters.requireAscending("the interval of triangular", lower, upper);
    Parameters.requirePositive("the width of triangular", upper.minus(lower));
    if (mode.compareTo(lower) < 0 || mode.compareTo(upper) > 0) {
      throw new IllegalArgumentException(
          "the mode of triangular is "
              + Parameters.brief(mode)
              + ", outside of ["
              + Parameters.brief(lower)
              + ", "
              + Parameters.brief(upper)
              + "]; it must lie in the interval");
    }
    Rational relative = mode.minus(lower).dividedBy(upper.minus(lower));
    if (!relative.isZero()) {
      Parameters.requirePositive("the mode's distance from the lower end of triangular", relative);
    }
    if (!relative.equals(Rational.ONE)) {
      Parameters.requireApart("the mode and the upper end of triangular", relative, Rational.ONE);
    }
  }
}
