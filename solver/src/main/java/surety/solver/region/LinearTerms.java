package surety.solver.region;

import com.microsoft.z3.Expr;
import com.microsoft.z3.RatNum;
import java.util.Map;
import surety.certificates.arithmetic.Rational;

/** Reads the linear terms that Z3 writes into its proofs. */
final class LinearTerms {
  /** The number of each variable's declaration. */
  private final Map<Integer, Integer> variables;

  LinearTerms(Map<Integer, Integer> variables) {
    this.variables = variables;
  }

  /**
   * The factor of a variable in a comparison of Z3's, in absolute value; zero if it is not there or
   * the comparison is not of the form that Z3 gives linear ones, {@code sum <= number}.
   */
  Rational factor(Expr<?> literal, int variable) {
    Expr<?> atom = literal;
    while (atom.isNot()) {
      atom = atom.getArgs()[0];
    }
    return atom.isLE() || atom.isGE() || atom.isLT() || atom.isGT()
        ? factorInTerm(atom.getArgs()[0], variable).abs()
        : Rational.ZERO;
  }

  private Rational factorInTerm(Expr<?> term, int variable) {
    if (term.isAdd()) {
      Rational sum = Rational.ZERO;
      for (Expr<?> part : term.getArgs()) {
        sum = sum.plus(factorInTerm(part, variable));
      }
      return sum;
    }
    if (term.isMul() && term.getArgs().length == 2 && term.getArgs()[0] instanceof RatNum number) {
      return value(number).times(factorInTerm(term.getArgs()[1], variable));
    }
    Integer found = variables.get(term.getId());
    return found != null && found == variable ? Rational.ONE : Rational.ZERO;
  }

  static Rational value(RatNum number) {
    return Rational.of(number.getBigIntNumerator(), number.getBigIntDenominator());
  }
}
