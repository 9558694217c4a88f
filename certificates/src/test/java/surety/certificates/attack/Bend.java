package surety.certificates.attack;

import java.util.List;
import surety.certificates.arithmetic.Rational;

/** Piecewise linear activations, by their kinks and the lines between them. */
enum Bend {
  RELU("Relu", List.of(line("0", "0"), line("1", "0")), "0"),
  ABS("Abs", List.of(line("-1", "0"), line("1", "0")), "0"),
  LEAKY("LeakyRelu", List.of(line("1/8", "0"), line("1", "0")), "0"),
  CLIP("Clip", List.of(line("0", "-1/2"), line("1", "0"), line("0", "1/4")), "-1/2", "1/4");

  /** {@code slope x + offset}. */
  record Line(Rational slope, Rational offset) {}

  private final String operator;
  private final List<Line> lines;
  private final List<Rational> kinks;

  Bend(String operator, List<Line> lines, String... kinks) {
    this.operator = operator;
    this.lines = lines;
    this.kinks = List.of(kinks).stream().map(Rational::parse).toList();
  }

  private static Line line(String slope, String offset) {
    return new Line(Rational.parse(slope), Rational.parse(offset));
  }

  String operator() {
    return operator;
  }

  List<Rational> kinks() {
    return kinks;
  }

  /** The line on which an argument is. */
  Line at(Rational x) {
    int piece = 0;
    while (piece < kinks.size() && x.compareTo(kinks.get(piece)) >= 0) {
      piece++;
    }
    return lines.get(piece);
  }
}
