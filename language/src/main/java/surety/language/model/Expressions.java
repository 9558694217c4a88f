package surety.language.model;

import java.util.Optional;
import org.eclipse.xtext.EcoreUtil2;
import surety.language.sure.Assignment;
import surety.language.sure.Call;
import surety.language.sure.DistributionTerm;
import surety.language.sure.Expression;
import surety.language.sure.Operand;
import surety.language.sure.Parentheses;
import surety.language.sure.Sum;
import surety.language.sure.Term;

/** How expressions are written. */
public final class Expressions {
  private Expressions() {}

  /** The only operand of a sum that has nothing else, not even a sign. */
  public static Optional<Operand> alone(Expression expression) {
    if (!(expression instanceof Sum sum) || sum.getTerms().size() != 1) {
      return Optional.empty();
    }
    Term term = sum.getTerms().get(0);
    return term.getSign() == null && term.getFactors().size() == 1
        ? Optional.ofNullable(term.getFactors().get(0).getOperand())
        : Optional.empty();
  }

  /** The expression inside of all parentheses around it. */
  public static Expression unwrapped(Expression expression) {
    Expression inner = expression;
    Optional<Parentheses> around = parentheses(inner);
    while (around.isPresent()) {
      inner = around.get().getInner();
      around = parentheses(inner);
    }
    return inner;
  }

  private static Optional<Parentheses> parentheses(Expression expression) {
    return alone(expression)
        .filter(Parentheses.class::isInstance)
        .map(Parentheses.class::cast)
        .filter(p -> p.getInner() != null);
  }

  /** The distribution that a sum is, and nothing else. */
  public static Optional<DistributionTerm> distribution(Expression sum) {
    return alone(sum).filter(DistributionTerm.class::isInstance).map(DistributionTerm.class::cast);
  }

  /** The line that a distribution is all of that stands behind '~'. */
  public static Optional<Assignment> line(DistributionTerm term) {
    Assignment line = EcoreUtil2.getContainerOfType(term, Assignment.class);
    return Optional.ofNullable(line)
        .filter(l -> distribution(l.getDistribution()).filter(term::equals).isPresent())
        .filter(l -> l.getVariables().size() == 1);
  }

  /** The call that an expression is, apart from parentheses around it. */
  public static Optional<Call> call(Expression expression) {
    return alone(unwrapped(expression)).filter(Call.class::isInstance).map(Call.class::cast);
  }
}
