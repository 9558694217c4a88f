package surety.certificates.attack;

import java.util.List;
import surety.certificates.arithmetic.Rational;

/** Piecewise linear activations, by their kinks and the lines between them. */
enum Bend {
  RELU("Relu"),
  ABS("Abs"),
  LEAKY("LeakyRelu"),
  CLIP("Clip");

  /** {@code slope x + offset}. */
  record Line(Rational slope, Rational offset) {}

  private static final List<Rational> ZERO = List.of(Rational.ZERO);
  private static final List<Rational> ENDS = List.of(Rational.of(-1, 2), Rational.of(1, 4));

  private final String operator;

  Bend(String operator) {
    this.operator = operator;
  }

  private static Line line(String slope, String offset) {
    return new Line(Rational.parse(slope), Rational.parse(offset));
  }

  String operator() {
    return operator;
  }

  List<Rational> kinks() {
    return this == CLIP ? ENDS : ZERO;
  }

  /** The line on which an argument is. */
  Line at(Rational x) {
    boolean isAbove = x.signum() >= 0;
    return switch (this) {
      case RELU -> isAbove ? line("1", "0") : line("0", "0");
      case ABS -> isAbove ? line("1", "0") : line("-1", "0");
      case LEAKY -> isAbove ? line("1", "0") : line("1/8", "0");
      case CLIP ->
          x.compareTo(ENDS.get(0)) < 0
              ? line("0", "-1/2")
              : x.compareTo(ENDS.get(1)) < 0 ? line("1", "0") : line("0", "1/4");
    };
  }
}
