package surety.solver.region;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.region.FarkasCombination;
import surety.certificates.region.HalfSpace;
import surety.certificates.region.Polytope;
import surety.certificates.region.RationalPoint;

/**
 * Finds out from a polytope's vertices whether half-spaces have inner points in it, and proves of
 * those that have none that they have none.
 *
 * <p>An affine function s is greatest at a vertex. In n dimensions a vertex on just n facets h_c is
 * a simple one, and there {@code a_s + sum of m_c a_c = 0} has one solution, which is not negative
 * where s is greatest: the multipliers of linear programming. So {@code s + sum of m_c h_c} is the
 * constant s(vertex), and if that is at most 0 it is a Farkas combination. At a vertex on more
 * facets nothing is said; in two dimensions there is none.
 */
final class VertexProofs {
  private final List<RationalPoint> vertices;
  private final List<HalfSpace> facets;

  /** About a polytope with these facets, without redundant ones. */
  VertexProofs(Polytope polytope, List<HalfSpace> facets) {
    this.vertices = polytope.vertices();
    this.facets = facets;
  }

  /** Whether there are points of the polytope inside of a half-space. */
  boolean isMet(HalfSpace side) {
    return vertices.stream().anyMatch(side::containsInside);
  }

  /**
   * A proof that the half-space is not met, with the numbers of the facets; nothing if it is, or if
   * it comes closest to the polytope at vertices only that are not simple.
   */
  Optional<FarkasCombination> proof(HalfSpace side) {
    List<Rational> values = vertices.stream().map(v -> value(side, v)).toList();
    Rational greatest = values.stream().max(Rational::compareTo).orElseThrow();
    if (greatest.signum() > 0) {
      return Optional.empty();
    }
    for (int i = 0; i < vertices.size(); i++) {
      if (values.get(i).equals(greatest)) {
        List<Integer> tight = tight(vertices.get(i));
        if (tight.size() == side.normal().size()) {
          return Optional.of(combination(side, tight));
        }
      }
    }
    return Optional.empty();
  }

  private static Rational value(HalfSpace side, RationalPoint point) {
    BigInteger sum = side.constant().multiply(point.denominator());
    for (int q = 0; q < point.dimension(); q++) {
      sum = sum.add(side.normal().get(q).multiply(point.numerators().get(q)));
    }
    return Rational.of(sum, point.denominator());
  }

  private List<Integer> tight(RationalPoint vertex) {
    List<Integer> tight = new ArrayList<>();
    for (int c = 0; c < facets.size(); c++) {
      if (facets.get(c).side(vertex) == 0) {
        tight.add(c);
      }
    }
    return tight;
  }

  /** By Bareiss' elimination of all other unknowns from each equation; all divisions are exact. */
  private FarkasCombination combination(HalfSpace side, List<Integer> tight) {
    int n = tight.size();
    BigInteger[][] rows = new BigInteger[n][n + 1];
    for (int q = 0; q < n; q++) {
      for (int k = 0; k < n; k++) {
        rows[q][k] = facets.get(tight.get(k)).normal().get(q);
      }
      rows[q][n] = side.normal().get(q).negate();
    }
    BigInteger determinant = eliminate(rows);
    BigInteger divisor = determinant;
    for (BigInteger[] row : rows) {
      divisor = divisor.gcd(row[n]);
    }
    divisor = determinant.signum() < 0 ? divisor.negate() : divisor;
    List<FarkasCombination.Term> terms = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      if (rows[k][n].signum() != 0) {
        terms.add(new FarkasCombination.Term(tight.get(k), rows[k][n].divide(divisor)));
      }
    }
    return new FarkasCombination(determinant.divide(divisor), terms);
  }

  /**
   * Makes a square matrix with one more column diagonal, with the same number everywhere on it.
   *
   * @return that number, in size the determinant, which is not 0
   */
  private static BigInteger eliminate(BigInteger[][] rows) {
    BigInteger previous = BigInteger.ONE;
    for (int k = 0; k < rows.length; k++) {
      int pivot = k;
      while (rows[pivot][k].signum() == 0) {
        pivot++;
      }
      BigInteger[] pivotRow = rows[pivot];
      rows[pivot] = rows[k];
      rows[k] = pivotRow;
      for (int i = 0; i < rows.length; i++) {
        BigInteger factor = rows[i][k];
        for (int j = k; i != k && j <= rows.length; j++) {
          rows[i][j] =
              rows[i][j]
                  .multiply(pivotRow[k])
                  .subtract(factor.multiply(pivotRow[j]))
                  .divide(previous);
        }
      }
      previous = pivotRow[k];
    }
    return previous;
  }
}
