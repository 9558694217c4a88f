package surety.language.loop;

import java.util.List;
import surety.certificates.loop.Condition;
import surety.certificates.loop.Relation;
import surety.language.model.Expressions;
import surety.language.problems.IssueCodes;
import surety.language.sure.AndExpression;
import surety.language.sure.Expression;
import surety.language.sure.NotExpression;
import surety.language.sure.OrExpression;
import surety.language.sure.Parentheses;
import surety.language.translation.Text;

/** Conditions of loops. */
final class LoopConditionReader {
  private final LoopExpressionReader expressions;

  LoopConditionReader(LoopExpressionReader expressions) {
    this.expressions = expressions;
  }

  Condition of(Expression written) {
    if (written instanceof OrExpression or) {
      return joined(false, or.getParts());
    }
    if (written instanceof AndExpression and) {
      return joined(true, and.getParts());
    }
    if (written instanceof NotExpression not) {
      Condition condition = of(not.getOperand());
      return not.getNegations().size() % 2 == 0 ? condition : new Condition.Negated(condition);
    }
    if (written instanceof surety.language.sure.Relation relation) {
      return compared(relation);
    }
    return Expressions.alone(written)
        .filter(Parentheses.class::isInstance)
        .map(Parentheses.class::cast)
        .map(parentheses -> of(parentheses.getInner()))
        .orElseThrow(
            () ->
                new LoopProblemException(
                    IssueCodes.EXPRESSION_KIND,
                    Text.quoted(written) + " is a number; write a comparison, such as f == 1",
                    written));
  }

  private Condition joined(boolean isAnd, List<Expression> parts) {
    Condition condition = of(parts.get(0));
    for (Expression part : parts.subList(1, parts.size())) {
      condition = new Condition.Joined(isAnd, condition, of(part));
    }
    return condition;
  }

  /** A chain {@code a < b < c} is both. */
  private Condition compared(surety.language.sure.Relation written) {
    Condition all = null;
    for (int k = 0; k < written.getOperators().size(); k++) {
      Condition next =
          new Condition.Compared(
              expressions.of(written.getOperands().get(k)),
              relation(written.getOperators().get(k)),
              expressions.of(written.getOperands().get(k + 1)));
      all = all == null ? next : new Condition.Joined(true, all, next);
    }
    return all;
  }

  private static Relation relation(String symbol) {
    for (Relation relation : Relation.values()) {
      if (relation.symbol().equals(symbol)) {
        return relation;
      }
    }
    throw new IllegalStateException("no relation " + symbol);
  }
}
