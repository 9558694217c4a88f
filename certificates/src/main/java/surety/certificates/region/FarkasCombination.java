package surety.certificates.region;

import java.math.BigInteger;
import java.util.List;

/**
 * A proof that half-spaces have no common inside.
 *
 * <p>Farkas' lemma: if the sum of positive multiples of functions is a constant that is at most
 * zero, they are not all positive at any point. The functions here are those of half-spaces, and a
 * point is inside of one where its function is positive.
 *
 * @param ofSide the multiplier of the half-space whose emptiness is proved, positive
 * @param terms of the half-spaces that are there already
 */
public record FarkasCombination(BigInteger ofSide, List<Term> terms) {
  /** Keeps its own list. */
  public FarkasCombination {
    terms = List.copyOf(terms);
  }

  /**
   * One multiple.
   *
   * @param index of the half-space
   * @param multiplier positive
   */
  public record Term(int index, BigInteger multiplier) {}

  /** Whether it proves that no point is inside of {@code side} and of all the given ones. */
  public boolean proves(List<HalfSpace> given, HalfSpace side) {
    if (ofSide.signum() <= 0) {
      return false;
    }
    int n = side.normal().size();
    BigInteger[] sum = new BigInteger[n + 1];
    for (int q = 0; q <= n; q++) {
      sum[q] = coefficient(side, q).multiply(ofSide);
    }
    for (Term term : terms) {
      if (term.multiplier.signum() <= 0 || term.index < 0 || term.index >= given.size()) {
        return false;
      }
      HalfSpace h = given.get(term.index);
      for (int q = 0; q <= n; q++) {
        sum[q] = sum[q].add(coefficient(h, q).multiply(term.multiplier));
      }
    }
    for (int q = 0; q < n; q++) {
      if (sum[q].signum() != 0) {
        return false;
      }
    }
    return sum[n].signum() <= 0;
  }

  private static BigInteger coefficient(HalfSpace h, int q) {
    return q < h.normal().size() ? h.normal().get(q) : h.constant();
  }
}
