package surety.solver.support;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.statement.Law;
import surety.certificates.statement.Law.Branch;
import surety.certificates.statement.Law.InputMap;
import surety.certificates.statement.Law.Summand;
import surety.certificates.statement.Law.Term;

class JointDensityTest {
  /** Of so many standard normal coordinates; a row for each input, of coefficients. */
  private static Branch branch(int weight, int coordinates, int[]... rows) {
    List<InputMap> maps = new ArrayList<>();
    for (int[] row : rows) {
      List<Term> terms = new ArrayList<>();
      for (int q = 0; q < row.length; q++) {
        if (row[q] != 0) {
          terms.add(new Term(q, Rational.of(row[q])));
        }
      }
      maps.add(new InputMap(terms, Rational.ONE));
    }
    List<Distribution> normals = new ArrayList<>();
    for (int q = 0; q < coordinates; q++) {
      normals.add(Distribution.parse("normal(0, 1)"));
    }
    return new Branch(maps, List.of(new Summand(Rational.of(1, weight), normals)));
  }

  private static Law law(Branch... branches) {
    return new Law(branches[0].inputs().size(), List.of(branches), Rational.ZERO);
  }

  @Test
  void correlatedInputsHaveOne() {
    Law law = law(branch(1, 2, new int[] {1, 0}, new int[] {3, 2}));
    assertTrue(JointDensity.exists(law, List.of(0, 1)));
  }

  @Test
  void inputsThatAreMultiplesOfEachOtherHaveNone() {
    Law law = law(branch(1, 1, new int[] {1}, new int[] {-2}));
    assertFalse(JointDensity.exists(law, List.of(0, 1)));
    assertTrue(JointDensity.exists(law, List.of(1)));
  }

  /** A fixed input is not among those that are asked about. */
  @Test
  void whatIsFixedHasNone() {
    Law law = law(branch(1, 1, new int[] {}, new int[] {1}));
    assertFalse(JointDensity.exists(law, List.of(0, 1)));
    assertTrue(JointDensity.exists(law, List.of(1)));
  }

  @Test
  void allBranchesCount() {
    Branch full = branch(2, 2, new int[] {1, 0}, new int[] {0, 1});
    Branch flat = branch(2, 2, new int[] {1, 1}, new int[] {1, 1});
    assertTrue(JointDensity.exists(law(full, full), List.of(0, 1)));
    assertFalse(JointDensity.exists(law(full, flat), List.of(0, 1)));
  }

  /** It may lie at one point. */
  @Test
  void aRestHasNone() {
    List<Branch> full = List.of(branch(2, 1, new int[] {1}));
    assertTrue(JointDensity.exists(new Law(1, full, Rational.ZERO), List.of(0)));
    assertFalse(JointDensity.exists(new Law(1, full, Rational.of(1, 2)), List.of(0)));
  }
}
