package surety.solver.witness;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.RatNum;
import com.microsoft.z3.RealSort;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Rational;

/** Exact numbers and sums as terms of Z3. */
final class Terms {
  private Terms() {}

  static RatNum number(Context context, Rational value) {
    return context.mkReal(value.toString());
  }

  /** The exact value of a number of Z3. */
  static Rational value(RatNum number) {
    return Rational.of(number.getBigIntNumerator(), number.getBigIntDenominator());
  }

  static Expr<RealSort> sum(Context context, List<Expr<RealSort>> terms) {
    return switch (terms.size()) {
      case 0 -> number(context, Rational.ZERO);
      case 1 -> terms.get(0);
      default -> context.mkAdd(array(terms));
    };
  }

  /** That a term is in a range. */
  static BoolExpr within(Context context, Expr<RealSort> term, Range range) {
    List<BoolExpr> ends = new ArrayList<>();
    range.lower().ifPresent(end -> ends.add(context.mkGe(term, number(context, end))));
    range.upper().ifPresent(end -> ends.add(context.mkLe(term, number(context, end))));
    return context.mkAnd(ends.toArray(new BoolExpr[0]));
  }

  @SuppressWarnings("unchecked") // Java cannot make an array of a generic type otherwise
  private static Expr<RealSort>[] array(List<Expr<RealSort>> terms) {
    return terms.toArray((Expr<RealSort>[]) new Expr<?>[0]);
  }
}
