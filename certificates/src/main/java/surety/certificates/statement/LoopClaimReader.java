package surety.certificates.statement;

import surety.certificates.loop.Expression;
import surety.certificates.loop.LoopProgram;
import surety.certificates.text.StatementException;
import surety.certificates.text.TextScanner;

/** Reads the canonical text of a claim about a loop. */
final class LoopClaimReader {
  private final TextScanner text;

  private LoopClaimReader(TextScanner text) {
    this.text = text;
  }

  /** The claim of a line. */
  static LoopClaim read(LoopProgram program, String line) throws StatementException {
    TextScanner text = new TextScanner(line, "the claim");
    text.expect("after ");
    int iterations = text.count();
    text.expect(" iterations: ");
    LoopQuantity quantity = new LoopClaimReader(text).quantity();
    text.expect(" ");
    LoopClaim claim = new LoopClaim(program, iterations, quantity, RequirementText.read(text));
    text.expectEnd();
    return claim;
  }

  private LoopQuantity quantity() throws StatementException {
    if (text.takes("E(")) {
      return closed(new LoopQuantity.Mean(expression()));
    }
    for (Quantity.Spread spread : Quantity.Spread.values()) {
      if (text.takes(spread.word() + "(")) {
        return closed(new LoopQuantity.Dispersion(spread, expression()));
      }
    }
    for (Quantity.Dependence dependence : Quantity.Dependence.values()) {
      if (text.takes(dependence.word() + "(")) {
        Expression first = expression();
        text.expect(", ");
        return closed(new LoopQuantity.Association(dependence, first, expression()));
      }
    }
    text.expect("moments(");
    Expression of = expression();
    text.expect(", ");
    return closed(new LoopQuantity.Moments(of, text.count()));
  }

  private Expression expression() throws StatementException {
    return Expression.read(text);
  }

  private LoopQuantity closed(LoopQuantity quantity) throws StatementException {
    text.expect(")");
    return quantity;
  }
}
