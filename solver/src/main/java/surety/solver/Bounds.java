package surety.solver;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.proof.TreeBounds;
import surety.certificates.statement.Claim;
import surety.certificates.statement.Requirement;
import surety.certificates.statement.Verdict;
import surety.solver.search.RareProbability;

/**
 * What the kernel says of a tree.
 *
 * @param claim what is asked
 * @param numbers those that are free in it: of a cdf the thresholds, form by form
 * @param enclosures one for each point of a cdf's grid, or that of the one number that is asked for
 * @param leaves of the tree, 0 if there is none
 * @param tree its bytes, or those of the methods without one
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

  /** Whether there is a tree to look into; else the kernel found them by other methods. */
  boolean hasTree() {
    return leaves > 0;
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

  /** Whether the complement of the one event is rare. */
  boolean isNearlyCertain() {
    return RareProbability.isRare(1 - enclosures.get(0).lower().doubleFloor(), 0);
  }

  /** Whether the one probability is rare, and its bounds not as close as they should be then. */
  boolean isRareAndLoose(double gap) {
    Enclosure enclosure = enclosures.get(0);
    double upper = enclosure.upper().doubleCeiling();
    if (!enclosure.isBounded() || !RareProbability.isRare(upper, gap)) {
      return false;
    }
    Dyadic wanted =
        enclosure.upper().dyadic().times(Dyadic.of(RareProbability.relativeGap(upper, gap)));
    return enclosure.width().dyadic().compareTo(wanted) > 0;
  }
}
