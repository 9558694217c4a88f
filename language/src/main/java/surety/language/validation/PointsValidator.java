package surety.language.validation;

import java.util.Optional;
import org.eclipse.xtext.validation.Check;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Thresholds;
import surety.language.problems.IssueCodes;
import surety.language.sure.EvenPoints;
import surety.language.sure.ListedPoints;
import surety.language.sure.SurePackage;
import surety.language.translation.Numbers;

/** The thresholds of a cdf are neither none nor too many, and ascend. */
public class PointsValidator extends ConcernValidator {
  /** The number of points. */
  @Check
  public void isCount(EvenPoints points) {
    if (points.getCount() != null && !isCount(points.getCount())) {
      error(
          "a cdf is computed at 1 to " + Thresholds.MOST + " points, not at " + points.getCount(),
          points,
          SurePackage.Literals.EVEN_POINTS__COUNT,
          IssueCodes.POINTS_COUNT);
    }
  }

  private static boolean isCount(String text) {
    try {
      int count = Integer.parseInt(text);
      return 1 <= count && count <= Thresholds.MOST;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Listed thresholds. */
  @Check
  public void ascend(ListedPoints points) {
    if (points.getValues().size() > Thresholds.MOST) {
      error(
          "a cdf is computed at 1 to "
              + Thresholds.MOST
              + " points, not at "
              + points.getValues().size(),
          points,
          SurePackage.Literals.LISTED_POINTS__VALUES,
          Thresholds.MOST,
          IssueCodes.POINTS_COUNT);
      return;
    }
    for (int i = 1; i < points.getValues().size(); i++) {
      String before = points.getValues().get(i - 1);
      String value = points.getValues().get(i);
      Optional<Rational> left = Numbers.parse(before);
      Optional<Rational> right = Numbers.parse(value);
      if (left.isPresent() && right.isPresent() && left.get().compareTo(right.get()) >= 0) {
        error(
            "thresholds must ascend, but "
                + value
                + " follows "
                + before
                + "; sort them and give each only once",
            points,
            SurePackage.Literals.LISTED_POINTS__VALUES,
            i,
            IssueCodes.POINTS_ORDER);
        return;
      }
    }
  }
}
