package surety.language.validation;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import surety.language.problems.IssueCodes;
import surety.language.problems.Problem;
import surety.language.sure.Component;
import surety.language.sure.Constant;
import surety.language.sure.ConstantDeclaration;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.Factor;
import surety.language.sure.Gap;
import surety.language.sure.Interval;
import surety.language.sure.NumberItem;
import surety.language.sure.Operand;
import surety.language.sure.PointList;
import surety.language.sure.Property;
import surety.language.sure.RowItem;
import surety.language.sure.Sum;
import surety.language.sure.SurePackage;
import surety.language.sure.Threads;
import surety.language.sure.Timeout;
import surety.language.translation.Boxes;
import surety.language.translation.Numbers;
import surety.language.translation.Text;

/**
 * Numbers are short enough to be worked with exactly, and no fraction divides by zero. The other
 * validators leave a number alone that is wrong in this way.
 */
public class NumberValidator extends ConcernValidator {
  /** A quotient of numbers that stands for one. */
  @Check
  public void isNumber(Sum sum) {
    if (sum.getTerms().size() == 1 && sum.getTerms().get(0).getFactors().size() == 2) {
      List<Factor> factors = sum.getTerms().get(0).getFactors();
      boolean isNumber =
          "/".equals(factors.get(1).getOperator())
              && factors.get(1).getSign() == null
              && factors.stream().allMatch(f -> isShort(f.getOperand()));
      if (isNumber && isInDistribution(sum)) {
        check(Text.of(sum), sum, SurePackage.Literals.SUM__TERMS);
      }
    }
  }

  /** Elsewhere a division by 0 has its message as such. */
  private static boolean isInDistribution(Sum sum) {
    return EcoreUtil2.getContainerOfType(sum, DistributionDeclaration.class) != null;
  }

  private static boolean isShort(Operand operand) {
    return operand instanceof Constant constant && Numbers.parse(constant.getValue()).isPresent();
  }

  /** A named number. */
  @Check
  public void isNumber(ConstantDeclaration constant) {
    check(constant.getNumber(), constant, SurePackage.Literals.CONSTANT_DECLARATION__NUMBER);
  }

  /** A weight of a mixture. */
  @Check
  public void isNumber(Component component) {
    check(component.getWeight(), component, SurePackage.Literals.COMPONENT__WEIGHT);
  }

  /** A number in a sum. */
  @Check
  public void isNumber(Constant constant) {
    check(constant.getValue(), constant, SurePackage.Literals.CONSTANT__VALUE);
  }

  /** The numbers of a row of a matrix. */
  @Check
  public void areNumbers(RowItem row) {
    for (String text : row.getNumbers()) {
      check(text, row, SurePackage.Literals.ROW_ITEM__NUMBERS);
    }
  }

  /** A number in a list. */
  @Check
  public void isNumber(NumberItem item) {
    check(item.getNumber(), item, SurePackage.Literals.NUMBER_ITEM__NUMBER);
  }

  /** The ends of an interval. */
  @Check
  public void areNumbers(Interval interval) {
    if (!Boxes.isInfinite(interval.getLower())) {
      check(interval.getLower(), interval, SurePackage.Literals.INTERVAL__LOWER);
    }
    if (!Boxes.isInfinite(interval.getUpper())) {
      check(interval.getUpper(), interval, SurePackage.Literals.INTERVAL__UPPER);
    }
  }

  /** Limits. */
  @Check
  public void isNumber(Property property) {
    check(property.getFirst(), property, SurePackage.Literals.PROPERTY__FIRST);
    check(property.getLimit(), property, SurePackage.Literals.PROPERTY__LIMIT);
  }

  /** A wanted gap. */
  @Check
  public void isNumber(Gap gap) {
    check(gap.getValue(), gap, SurePackage.Literals.OPTION__VALUE);
  }

  /** A time limit. */
  @Check
  public void isNumber(Timeout timeout) {
    check(timeout.getValue(), timeout, SurePackage.Literals.OPTION__VALUE);
  }

  /** A number of threads. */
  @Check
  public void isNumber(Threads threads) {
    check(threads.getValue(), threads, SurePackage.Literals.OPTION__VALUE);
  }

  /** Thresholds. */
  @Check
  public void areNumbers(PointList points) {
    for (int i = 0; i < points.getValues().size(); i++) {
      String text = points.getValues().get(i);
      int index = i;
      Numbers.problem(text)
          .ifPresent(
              message ->
                  report(
                      new Problem(
                          IssueCodes.NUMBER,
                          message,
                          points,
                          SurePackage.Literals.POINT_LIST__VALUES,
                          index)));
    }
  }

  private void check(String text, EObject object, EStructuralFeature feature) {
    Numbers.problem(text)
        .ifPresent(m -> report(new Problem(IssueCodes.NUMBER, m, object, feature)));
  }
}
