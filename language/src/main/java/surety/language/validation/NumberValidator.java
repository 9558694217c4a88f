package surety.language.validation;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;
import surety.language.problems.IssueCodes;
import surety.language.problems.Problem;
import surety.language.sure.Assignment;
import surety.language.sure.Constant;
import surety.language.sure.Gap;
import surety.language.sure.Interval;
import surety.language.sure.NumberItem;
import surety.language.sure.NumberValue;
import surety.language.sure.PointList;
import surety.language.sure.Property;
import surety.language.sure.SurePackage;
import surety.language.sure.Threads;
import surety.language.sure.Timeout;
import surety.language.translation.Numbers;

/**
 * Numbers are short enough to be worked with exactly, and no fraction divides by zero. The other
 * validators leave a number alone that is wrong in this way.
 */
public class NumberValidator extends ConcernValidator {
  /** A fixed value. */
  @Check
  public void isNumber(Assignment assignment) {
    check(assignment.getValue(), assignment, SurePackage.Literals.ASSIGNMENT__VALUE);
  }

  /** A number in a sum. */
  @Check
  public void isNumber(Constant constant) {
    check(constant.getValue(), constant, SurePackage.Literals.CONSTANT__VALUE);
  }

  /** A parameter of a distribution. */
  @Check
  public void isNumber(NumberValue value) {
    check(value.getNumber(), value, SurePackage.Literals.NUMBER_VALUE__NUMBER);
  }

  /** A number in a list. */
  @Check
  public void isNumber(NumberItem item) {
    check(item.getNumber(), item, SurePackage.Literals.NUMBER_ITEM__NUMBER);
  }

  /** The ends of an interval. */
  @Check
  public void areNumbers(Interval interval) {
    check(interval.getLower(), interval, SurePackage.Literals.INTERVAL__LOWER);
    check(interval.getUpper(), interval, SurePackage.Literals.INTERVAL__UPPER);
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

  private void check(String text, EObject object, EAttribute feature) {
    Numbers.problem(text)
        .ifPresent(m -> report(new Problem(IssueCodes.NUMBER, m, object, feature)));
  }
}
