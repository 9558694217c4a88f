package surety.language.translation;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import surety.certificates.arithmetic.Rational;
import surety.language.problems.IssueCodes;
import surety.language.problems.Problem;
import surety.language.sure.Constant;
import surety.language.sure.Factor;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Operand;
import surety.language.sure.Parentheses;
import surety.language.sure.Sum;
import surety.language.sure.SurePackage;
import surety.language.sure.Term;
import surety.language.sure.VariableValue;

/**
 * Multiplies sums out, exactly. What is not affine is added to the problems; what refers to nothing
 * has got its message from elsewhere, and gives nothing.
 */
final class AffineReader {
  private final NetworkDeclaration network;
  private final List<Problem> problems;

  AffineReader(NetworkDeclaration network, List<Problem> problems) {
    this.network = network;
    this.problems = problems;
  }

  /** The affine function that a sum stands for; nothing if it stands for none. */
  Optional<Affine> read(Sum sum) {
    if (sum == null) {
      return Optional.empty();
    }
    Affine.Sum total = new Affine.Sum();
    boolean complete = true;
    for (Term term : sum.getTerms()) {
      Optional<Affine> value = read(term);
      complete &= value.isPresent();
      if (value.isPresent()) {
        total.add(value.get());
        if (!total.isBoundedAt(value.get())) {
          report(IssueCodes.NUMBER, tooLong(sum), term, SurePackage.Literals.TERM__FACTORS);
          return Optional.empty();
        }
      }
    }
    return complete ? Optional.of(total.result()) : Optional.empty();
  }

  private Optional<Affine> read(Term term) {
    Optional<Affine> product = Optional.of(Affine.constant(sign(term.getSign())));
    for (Factor factor : term.getFactors()) {
      Optional<Affine> operand =
          read(factor.getOperand()).map(o -> o.times(sign(factor.getSign())));
      if (product.isEmpty() || operand.isEmpty()) {
        product = Optional.empty();
        continue;
      }
      product =
          "/".equals(factor.getOperator())
              ? quotient(product.get(), operand.get(), factor)
              : product(product.get(), operand.get(), factor);
      if (product.isPresent() && !product.get().isBounded()) {
        report(IssueCodes.NUMBER, tooLong(term), factor, SurePackage.Literals.FACTOR__OPERAND);
        return Optional.empty();
      }
    }
    return product;
  }

  private Optional<Affine> product(Affine left, Affine right, Factor factor) {
    if (left.isConstant()) {
      return Optional.of(right.times(left.constant()));
    }
    if (right.isConstant()) {
      return Optional.of(left.times(right.constant()));
    }
    report(
        IssueCodes.EVENT_NONLINEAR,
        Text.quoted(factor.eContainer()) + " is not linear; one side of '*' must be a number",
        factor,
        SurePackage.Literals.FACTOR__OPERAND);
    return Optional.empty();
  }

  private Optional<Affine> quotient(Affine left, Affine right, Factor factor) {
    if (right.isConstant() && !right.constant().isZero()) {
      return Optional.of(left.times(Rational.of(1).dividedBy(right.constant())));
    }
    String message =
        right.isConstant()
            ? "the divisor " + Text.quoted(factor.getOperand()) + " is 0; divide by another number"
            : "division by "
                + Text.quoted(factor.getOperand())
                + " is not linear; divide by numbers only, and multiply the comparison out";
    report(IssueCodes.EVENT_DIVISION, message, factor, SurePackage.Literals.FACTOR__OPERAND);
    return Optional.empty();
  }

  private Optional<Affine> read(Operand operand) {
    if (operand instanceof Constant constant) {
      return Numbers.parse(constant.getValue()).map(Affine::constant);
    }
    if (operand instanceof VariableValue variable) {
      return Coordinate.of(variable.getReference(), network).map(Affine::variable);
    }
    if (operand instanceof Parentheses parentheses) {
      return read(parentheses.getSum());
    }
    return Optional.empty();
  }

  private static Rational sign(String sign) {
    return Rational.of("-".equals(sign) ? -1 : 1);
  }

  private static String tooLong(EObject part) {
    return "the numbers in "
        + Text.quoted(part)
        + " combine to one that is too long; use fewer digits";
  }

  private void report(String code, String message, EObject object, EStructuralFeature feature) {
    problems.add(new Problem(code, message, object, feature));
  }
}
