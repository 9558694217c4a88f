package surety.language.validation;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.Thresholds;
import surety.language.problems.IssueCodes;
import surety.language.sure.Cdf;
import surety.language.sure.EvenPoints;
import surety.language.sure.ListedPoints;
import surety.language.sure.PointList;
import surety.language.sure.Points;
import surety.language.sure.SurePackage;
import surety.language.translation.Numbers;
import surety.language.translation.Statements;
import surety.language.translation.Text;

/**
 * A cdf is one of not too many forms, with thresholds for each; these are neither none nor too
 * many, and ascend.
 */
public class PointsValidator extends ConcernValidator {
  /** The number of points of each form. */
  @Check
  public void areCounts(EvenPoints points) {
    for (int i = 0; i < points.getCounts().size(); i++) {
      String count = points.getCounts().get(i);
      if (count != null && !isCount(count)) {
        tooMany(count, points, SurePackage.Literals.EVEN_POINTS__COUNTS, i);
      }
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

  private void tooMany(String count, EObject part, EStructuralFeature feature, int index) {
    String message =
        "a cdf is computed at 1 to %d points%s, not at %s"
            .formatted(Thresholds.MOST, isJoint(part) ? " of each sum" : "", count);
    error(message, part, feature, index, IssueCodes.POINTS_COUNT);
  }

  private static boolean isJoint(EObject part) {
    EObject around = part;
    while (around != null && !(around instanceof Cdf)) {
      around = around.eContainer();
    }
    return around instanceof Cdf cdf && cdf.getForms().size() > 1;
  }

  /** Between the numbers for two forms stands an x. */
  @Check
  public void areCrossed(Points points) {
    for (int i = 0; i < points.getCrosses().size(); i++) {
      String cross = points.getCrosses().get(i);
      if (cross != null && !cross.equals("x")) {
        error(
            "expected 'x', not '" + cross + "'; a grid is written as in at 20 x 20 points",
            points,
            SurePackage.Literals.POINTS__CROSSES,
            i,
            IssueCodes.POINTS_GRID);
        return;
      }
    }
  }

  /** Thresholds for each form, and not too many combinations of them. */
  @Check
  public void isGrid(Cdf cdf) {
    int forms = cdf.getForms().size();
    if (forms > BandClaim.MOST_FORMS) {
      error(
          "a joint cdf is one of two or three sums, not of " + forms,
          cdf,
          SurePackage.Literals.CDF__FORMS,
          BandClaim.MOST_FORMS,
          IssueCodes.POINTS_GRID);
      return;
    }
    Points points = cdf.getPoints();
    List<Integer> counts = points == null ? List.of() : counts(points);
    if (points != null && counts.size() != forms) {
      error(
          wrongNumber(forms, points),
          cdf,
          SurePackage.Literals.CDF__POINTS,
          IssueCodes.POINTS_GRID);
      return;
    }
    long all = counts.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    if (forms > 1 && all > BandClaim.MOST_POINTS) {
      error(
          "%s are %d points in all; a cdf is computed at %d at most, such as %s"
              .formatted(Text.quoted(points), all, BandClaim.MOST_POINTS, example(forms)),
          cdf,
          SurePackage.Literals.CDF__POINTS,
          IssueCodes.POINTS_GRID);
    }
  }

  /** Of each form; one that is no number counts as one, and is reported elsewhere. */
  private static List<Integer> counts(Points points) {
    return points instanceof EvenPoints even
        ? even.getCounts().stream()
            .map(count -> count != null && isCount(count) ? Integer.parseInt(count) : 1)
            .toList()
        : ((ListedPoints) points).getLists().stream().map(l -> l.getValues().size()).toList();
  }

  private static String wrongNumber(int forms, Points points) {
    boolean isEven = points instanceof EvenPoints;
    String what = (isEven ? "number" : "list") + (forms == 1 ? "" : "s");
    return "%s %s of %s, not %d; write at %s"
        .formatted(
            forms == 1 ? "one sum needs one" : "%d sums need %d".formatted(forms, forms),
            what,
            isEven ? "points" : "thresholds",
            counts(points).size(),
            isEven ? example(forms) : repeated("[0, 1, 2]", forms));
  }

  private static String example(int forms) {
    return forms == 1
        ? Statements.DEFAULT_POINTS + " points"
        : repeated("" + Statements.DEFAULT_POINTS_OF_EACH, forms) + " points";
  }

  private static String repeated(String part, int forms) {
    return String.join(" x ", Collections.nCopies(forms, part));
  }

  /** A form that comes again says nothing new. */
  @Check
  public void areDifferent(Cdf cdf) {
    Set<String> known = new HashSet<>();
    for (int i = 0; i < cdf.getForms().size(); i++) {
      String form = Text.of(cdf.getForms().get(i));
      if (!known.add(form)) {
        warning(
            "%s stands twice in this cdf: it is at most the lesser of both thresholds; check the names"
                .formatted(Text.quoted(cdf.getForms().get(i))),
            cdf,
            SurePackage.Literals.CDF__FORMS,
            i,
            IssueCodes.CDF_REPEATED);
      }
    }
  }

  /** Listed thresholds. */
  @Check
  public void ascend(PointList points) {
    if (points.getValues().size() > Thresholds.MOST) {
      tooMany(
          "" + points.getValues().size(),
          points,
          SurePackage.Literals.POINT_LIST__VALUES,
          Thresholds.MOST);
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
            SurePackage.Literals.POINT_LIST__VALUES,
            i,
            IssueCodes.POINTS_ORDER);
        return;
      }
    }
  }
}
