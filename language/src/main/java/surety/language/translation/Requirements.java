package surety.language.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Limit;
import surety.certificates.statement.Range;
import surety.certificates.statement.Requirement;
import surety.language.sure.Interval;
import surety.language.sure.Property;
import surety.language.sure.SurePackage;

/**
 * What a property requires of its quantity: a limit on one side of it or on both, or an interval.
 * {@code 0.1 <= P(a) <= 0.5} is {@code P(a) in [0.1, 0.5]}.
 */
public final class Requirements {
  private Requirements() {}

  /**
   * A limit beside a quantity.
   *
   * @param comparison as the quantity sees it: of {@code 0.9 <= P(a)} it is {@code >=}
   * @param text the limit as it is written
   * @param feature where it stands
   * @param sign where its comparison stands
   */
  public record Side(
      Comparison comparison, Rational limit, String text, EAttribute feature, EAttribute sign) {}

  /** The limits beside the quantity, in the order of the text, as far as they are numbers. */
  public static List<Side> sides(Property property) {
    List<Side> sides = new ArrayList<>();
    Numbers.parse(property.getFirst())
        .flatMap(
            limit ->
                comparison(property.getFirstComparison())
                    .map(
                        comparison ->
                            new Side(
                                comparison.mirrored(),
                                limit,
                                property.getFirst(),
                                SurePackage.Literals.PROPERTY__FIRST,
                                SurePackage.Literals.PROPERTY__FIRST_COMPARISON)))
        .ifPresent(sides::add);
    Numbers.parse(property.getLimit())
        .flatMap(
            limit ->
                comparison(property.getComparison())
                    .map(
                        comparison ->
                            new Side(
                                comparison,
                                limit,
                                property.getLimit(),
                                SurePackage.Literals.PROPERTY__LIMIT,
                                SurePackage.Literals.PROPERTY__COMPARISON)))
        .ifPresent(sides::add);
    return sides;
  }

  private static Optional<Comparison> comparison(String symbol) {
    return Optional.ofNullable(symbol).flatMap(Comparison::ofSymbol);
  }

  /** Whether there are limits on both sides. */
  public static boolean isChain(Property property) {
    return property.getFirst() != null && property.getLimit() != null;
  }

  /** The requirement, if there is nothing wrong with it. */
  public static Optional<Requirement> of(Property property) {
    if (property.getRange() != null) {
      return range(property.getRange());
    }
    List<Side> sides = sides(property);
    if (isChain(property)) {
      return sides.size() == 2 ? range(sides.get(0), sides.get(1)) : Optional.empty();
    }
    return sides.stream().findFirst().map(side -> new Limit(side.comparison(), side.limit()));
  }

  private static Optional<Requirement> range(Interval interval) {
    return Numbers.parse(interval.getLower())
        .flatMap(lower -> Numbers.parse(interval.getUpper()).flatMap(upper -> range(lower, upper)));
  }

  /** A strict comparison would need a range without that end, and there is none. */
  private static Optional<Requirement> range(Side first, Side last) {
    boolean isClosed = first.comparison().includesEqual() && last.comparison().includesEqual();
    if (!isClosed || first.comparison() == last.comparison()) {
      return Optional.empty();
    }
    return last.comparison().isBelow()
        ? range(first.limit(), last.limit())
        : range(last.limit(), first.limit());
  }

  private static Optional<Requirement> range(Rational lower, Rational upper) {
    return lower.compareTo(upper) > 0 ? Optional.empty() : Optional.of(new Range(lower, upper));
  }

  /** The quantity with what is required of it, as it is written, in one line. */
  public static String text(Property property) {
    String before =
        property.getFirst() == null
            ? ""
            : property.getFirst() + " " + property.getFirstComparison() + " ";
    String behind =
        property.getLimit() == null
            ? ""
            : " " + property.getComparison() + " " + property.getLimit();
    String range = property.getRange() == null ? "" : " in " + Text.of(property.getRange());
    return before + Text.of(property.getQuantity()) + behind + range;
  }
}
