package surety.certificates.region;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Rational;
import surety.certificates.rejection.RejectedException;
import surety.certificates.writing.RegionTreeWriter;

/**
 * Trees of enumerations for tests, without a solver: a polytope's vertices say which sides are
 * empty, and Farkas combinations are found by trying all small sets of half-spaces.
 */
public final class NaiveTree {
  private final RegionProblem problem;
  private final List<RegionRule> rules = new ArrayList<>();

  /** Whether the next branch loses a side. */
  private boolean isLacking;

  private NaiveTree(RegionProblem problem, boolean isLacking) {
    this.problem = problem;
    this.isLacking = isLacking;
  }

  /** The rules of the tree, in pre-order. */
  public static List<RegionRule> of(RegionProblem problem) {
    return of(problem, false);
  }

  /**
   * Rules that leave out a side that is not empty, with a proof that only has wrong signs: the same
   * as the others if no node has two sides.
   */
  public static List<RegionRule> lacking(RegionProblem problem) {
    return of(problem, true);
  }

  private static List<RegionRule> of(RegionProblem problem, boolean isLacking) {
    NaiveTree tree = new NaiveTree(problem, isLacking);
    try {
      tree.visit(problem.root(), problem.box());
    } catch (RejectedException e) {
      throw new AssertionError(e);
    }
    return tree.rules;
  }

  /** The tree's bytes. */
  public static byte[] bytes(List<RegionRule> rules) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (RegionRule rule : rules) {
        RegionTreeWriter.write(rule, out);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private void visit(Prefix prefix, Polytope polytope) throws RejectedException {
    if (prefix.isLeaf()) {
      rules.add(new RegionRule.Leaf(centroid(polytope), problem.probability(polytope)));
      return;
    }
    Optional<Polytope> below = polytope.clip(prefix.below());
    Optional<Polytope> above = polytope.clip(prefix.above());
    if (below.isPresent() && above.isPresent() && isLacking) {
      isLacking = false;
      rules.add(new RegionRule.Fixed(true, falseProof(prefix.halfSpaces(), prefix.above())));
      visit(prefix.decided(false, false), polytope);
    } else if (below.isPresent() && above.isPresent()) {
      rules.add(new RegionRule.Branch());
      visit(prefix.decided(false, true), below.get());
      visit(prefix.decided(true, true), above.get());
    } else {
      boolean aboveIsEmpty = above.isEmpty();
      HalfSpace empty = aboveIsEmpty ? prefix.above() : prefix.below();
      rules.add(
          new RegionRule.Fixed(
              aboveIsEmpty, combination(prefix.halfSpaces(), empty).orElseThrow()));
      visit(prefix.decided(!aboveIsEmpty, false), polytope);
    }
  }

  /** The mean of the vertices, an inner point. */
  static RationalPoint centroid(Polytope polytope) {
    List<Rational> mean = new ArrayList<>();
    List<RationalPoint> vertices = polytope.vertices();
    for (int q = 0; q < polytope.dimension(); q++) {
      Rational sum = Rational.ZERO;
      for (RationalPoint vertex : vertices) {
        sum = sum.plus(vertex.coordinate(q));
      }
      mean.add(sum.dividedBy(Rational.of(vertices.size())));
    }
    return RationalPoint.of(mean);
  }

  /** By Caratheodory's theorem n half-spaces are enough. */
  static Optional<FarkasCombination> combination(List<HalfSpace> given, HalfSpace side) {
    return combination(given, side, 0, new ArrayList<>());
  }

  private static Optional<FarkasCombination> combination(
      List<HalfSpace> given, HalfSpace side, int from, List<Integer> chosen) {
    Optional<FarkasCombination> found =
        solve(given, side, chosen).filter(c -> c.proves(given, side));
    if (found.isEmpty() && chosen.size() < side.normal().size()) {
      for (int k = from; k < given.size() && found.isEmpty(); k++) {
        chosen.add(k);
        found = combination(given, side, k + 1, chosen);
        chosen.remove(chosen.size() - 1);
      }
    }
    return found;
  }

  /** Solves for the multipliers by elimination; free unknowns are zero. */
  private static Optional<FarkasCombination> solve(
      List<HalfSpace> given, HalfSpace side, List<Integer> chosen) {
    int n = side.normal().size();
    int m = chosen.size();
    Rational[][] rows = new Rational[n][m + 1];
    for (int q = 0; q < n; q++) {
      for (int k = 0; k < m; k++) {
        rows[q][k] = integer(given.get(chosen.get(k)).normal().get(q));
      }
      rows[q][m] = integer(side.normal().get(q)).negate();
    }
    Rational[] solution = Elimination.solve(rows, m);
    if (solution.length == 0 && m > 0) {
      return Optional.empty();
    }
    BigInteger common = BigInteger.ONE;
    for (Rational x : solution) {
      common = common.multiply(x.denominator());
    }
    List<FarkasCombination.Term> terms = new ArrayList<>();
    for (int k = 0; k < m; k++) {
      Rational scaled = solution[k].times(integer(common));
      if (scaled.signum() != 0) {
        terms.add(new FarkasCombination.Term(chosen.get(k), scaled.numerator()));
      }
    }
    return Optional.of(new FarkasCombination(common, terms));
  }

  /**
   * A combination of the side with the lower facets that is constant, and so many negative
   * multiples of both facets of the first coordinate that the constant is negative.
   */
  private static FarkasCombination falseProof(List<HalfSpace> given, HalfSpace side) {
    List<Integer> lower = IntStream.range(0, side.normal().size()).mapToObj(q -> 2 * q).toList();
    FarkasCombination constant = solve(given, side, lower).orElseThrow();
    BigInteger many = BigInteger.ONE.shiftLeft(100).negate();
    List<FarkasCombination.Term> terms = new ArrayList<>(constant.terms());
    BigInteger ofLower = given.get(1).normal().get(0).abs().multiply(many);
    BigInteger ofUpper = given.get(0).normal().get(0).abs().multiply(many);
    terms.add(new FarkasCombination.Term(0, ofLower));
    terms.add(new FarkasCombination.Term(1, ofUpper));
    return new FarkasCombination(constant.ofSide(), terms);
  }

  private static Rational integer(BigInteger value) {
    return Rational.of(value, BigInteger.ONE);
  }
}
