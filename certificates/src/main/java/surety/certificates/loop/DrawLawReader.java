package surety.certificates.loop;

import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;
import surety.certificates.text.StatementException;
import surety.certificates.text.TextScanner;

/** Reads how a draw is distributed. */
final class DrawLawReader {
  private DrawLawReader() {}

  static DrawLaw read(TextScanner text) throws StatementException {
    if (text.takes("finite(")) {
      return finite(text);
    }
    for (DrawLaw.Family family : DrawLaw.Family.values()) {
      if (text.takes(family.word() + "(")) {
        List<Expression> parameters = new ArrayList<>();
        do {
          parameters.add(ExpressionReader.expression(text));
        } while (text.takes(", "));
        text.expect(")");
        return new DrawLaw.Continuous(family, parameters);
      }
    }
    throw text.expected("a distribution");
  }

  private static DrawLaw finite(TextScanner text) throws StatementException {
    List<Rational> values = new ArrayList<>();
    List<Rational> weights = new ArrayList<>();
    do {
      values.add(text.rational());
      text.expect(": ");
      weights.add(text.rational());
    } while (text.takes(", "));
    text.expect(")");
    return new DrawLaw.Finite(values, weights);
  }
}
