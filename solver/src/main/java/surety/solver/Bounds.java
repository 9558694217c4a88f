package surety.solver;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.proof.TreeBounds;
import surety.certificates.statement.Claim;
import surety.certificates.statement.Requirement;
import surety.certificates.statement.Verdict;

/**
 * What the kernel says of a tree.
 *
 * @param claim what is asked
 * @param numbers those that are free in it: of a cdf the thresholds, form by form
 * @param enclosures one for each point of a cdf's grid, or that of the one number that is asked for
 * @param leaves of the tree
 * @param tree its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Bounds(
    Claim claim, List<Rational> numbers, List<Enclosure> enclosures, long leaves, byte[] tree) {
  Bounds {
    numbers = List.copyOf(numbers);
    enclosures = List.copyOf(enclosures);
  }

  static Bounds of(KernelPass kernel, byte[] tree) {
    return of(kernel, kernel.bounds(new ByteArrayInputStream(tree)), tree);
  }

  static Bounds of(KernelPass kernel, TreeBounds.Outcome outcome, byte[] tree) {
    Claim claim = kernel.problem().statement().claim();
    return new Bounds(claim, kernel.numbers(), outcome.bounds(), outcome.leaves(), tree);
  }

  /** The points, for callers. */
  List<BandPoint> band() {
    return BandPoint.of(claim, numbers, enclosures);
  }

  /** The largest distance of the two bounds; infinite if one of them is. */
  double gap() {
    double largest = 0;
    for (Enclosure enclosure : enclosures) {
      largest = Math.max(largest, enclosure.width().doubleCeiling());
    }
    return largest;
  }

  /** The verdict on the one number. */
  Verdict verdict(Requirement requirement) {
    return requirement.verdict(enclosures.get(0).lower(), enclosures.get(0).upper());
  }

  boolean isSettled(Optional<Requirement> requirement) {
    return requirement.isPresent() && verdict(requirement.get()) != Verdict.UNDECIDED;
  }

  /** Whether the one probability's bounds are as close as {@code gap}, relative to the upper. */
  boolean isRelativelyTight(double gap) {
    Enclosure enclosure = enclosures.get(0);
    if (!enclosure.isBounded()) {
      return false;
    }
    Dyadic upper = enclosure.upper().dyadic();
    Dyadic distance = upper.minus(enclosure.lower().dyadic());
    return distance.compareTo(upper.times(Dyadic.of(gap))) <= 0;
  }

  /** Whether the one probability is less likely than the gap. */
  boolean isRare(double gap) {
    return enclosures.get(0).upper().compareTo(Bound.of(gap)) < 0;
  }
}
