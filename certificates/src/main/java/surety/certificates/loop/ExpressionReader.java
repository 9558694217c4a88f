package surety.certificates.loop;

import surety.certificates.arithmetic.Operator;
import surety.certificates.text.StatementException;
import surety.certificates.text.TextScanner;

/** Reads expressions and conditions. */
final class ExpressionReader {
  private ExpressionReader() {}

  static Expression expression(TextScanner text) throws StatementException {
    text.deeper();
    Expression expression = plain(text);
    text.higher();
    return expression;
  }

  private static Expression plain(TextScanner text) throws StatementException {
    if (text.takes("(")) {
      return operation(text);
    }
    for (Expression.Function function : Expression.Function.values()) {
      if (text.takes(function.word() + "(")) {
        Expression argument = expression(text);
        text.expect(")");
        return new Expression.Applied(function, argument);
      }
    }
    if (text.followsOneOf("-0123456789")) {
      return new Expression.Constant(text.rational());
    }
    String name = LoopReader.name(text);
    return name.equals("pi") ? new Expression.Pi() : new Expression.Variable(name);
  }

  private static Expression operation(TextScanner text) throws StatementException {
    Expression left = expression(text);
    text.expect(" ");
    if (text.takes("^ ")) {
      Expression power = new Expression.Power(left, text.count());
      text.expect(")");
      return power;
    }
    for (Operator operator : Operator.values()) {
      if (text.takes(operator.symbol() + " ")) {
        Expression right = expression(text);
        text.expect(")");
        return new Expression.Binary(operator, left, right);
      }
    }
    throw text.expected("an operator");
  }

  static Condition condition(TextScanner text) throws StatementException {
    text.deeper();
    Condition condition = plainCondition(text);
    text.higher();
    return condition;
  }

  private static Condition plainCondition(TextScanner text) throws StatementException {
    if (text.takes("not [")) {
      return new Condition.Negated(closed(text));
    }
    if (text.takes("[")) {
      Condition left = condition(text);
      boolean isAnd = text.takes(" and ");
      if (!isAnd) {
        text.expect(" or ");
      }
      return new Condition.Joined(isAnd, left, closed(text));
    }
    Expression left = expression(text);
    text.expect(" ");
    for (Relation relation : Relation.values()) {
      if (text.takes(relation.symbol() + " ")) {
        return new Condition.Compared(left, relation, expression(text));
      }
    }
    throw text.expected("a comparison");
  }

  private static Condition closed(TextScanner text) throws StatementException {
    Condition condition = condition(text);
    text.expect("]");
    return condition;
  }
}
