package surety.certificates.cell;

import surety.certificates.arithmetic.Rational;

/**
 * The event {@code g <= t} or {@code g < t} for an exact t, as two comparisons with doubles.
 *
 * <p>Let d be the largest double that is at most t, and e the smallest that is at least t. If t is
 * a double, d = e = t. If not, {@code g <= t} and {@code g < t} are the same for a double g, both
 * imply {@code g < e}, and both follow from {@code g <= d}.
 *
 * @param exact the number t
 * @param inclusive whether g = t is in the event
 * @param inner the number d: g below it is certainly in the event
 * @param innerCounts whether g = d is in the event too
 * @param outer the number e: g above it is certainly not in the event
 * @param outerCounts whether g = e may be in the event
 */
public record Threshold(
    Rational exact,
    boolean inclusive,
    double inner,
    boolean innerCounts,
    double outer,
    boolean outerCounts)
    implements Comparable<Threshold> {

  /** The event {@code g <= t}, or {@code g < t} if not {@code inclusive}. */
  public static Threshold of(Rational t, boolean inclusive) {
    double inner = t.doubleFloor();
    double outer = t.doubleCeiling();
    return inner == outer
        ? new Threshold(t, inclusive, inner, inclusive, outer, inclusive)
        : new Threshold(t, inclusive, inner, true, outer, false);
  }

  /** The complement, of -g: {@code g > t} is {@code -g < -t}. Its inner double is minus e. */
  Threshold complement() {
    boolean isDouble = inner == outer;
    return new Threshold(
        exact.negate(),
        !inclusive,
        -outer,
        !isDouble || !inclusive,
        -inner,
        isDouble && !inclusive);
  }

  /** Whether the event holds for exactly this g. */
  boolean holds(Rational g) {
    int side = g.compareTo(exact);
    return side < 0 || (side == 0 && inclusive);
  }

  /** Whether the event holds for all g up to {@code greatest}. */
  public boolean includes(double greatest) {
    return greatest < inner || (innerCounts && greatest == inner);
  }

  /** Whether the event fails for all g from {@code least} on. */
  public boolean excludes(double least) {
    return least > outer || (!outerCounts && least == outer);
  }

  /** Whether all g up to {@code greatest} may be in the event. */
  boolean mayInclude(double greatest) {
    return greatest < outer || (outerCounts && greatest == outer);
  }

  /** Events of one g are ordered by inclusion. */
  @Override
  public int compareTo(Threshold other) {
    int order = exact.compareTo(other.exact);
    return order != 0 ? order : Boolean.compare(inclusive, other.inclusive);
  }
}
