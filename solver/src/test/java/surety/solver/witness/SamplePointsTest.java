package surety.solver.witness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.SimplexCell;
import surety.certificates.rejection.RejectedException;
import surety.certificates.statement.Comparison;

class SamplePointsTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static ExactProblem problem(String... distributions) {
    return Networks.problem(
        Networks.twiceMinimum(),
        Networks.event(Networks.twiceMinimum(), 0, Comparison.LESS, Rational.ONE),
        distributions);
  }

  @Test
  void ofASimplexAreInItInUnitsOfTheInputs() throws RejectedException {
    ExactProblem problem = problem("normal(100, 2)", "uniform(0, 1)");
    SimplexCell lower = problem.root().triangulate(new int[2]).get(0);
    SamplePoints points = new SamplePoints(problem.space());
    List<double[]> some = points.of(lower, 100);
    assertEquals(100, some.size());
    assertArrayEquals(points.centre(lower), some.get(0));
    for (double[] point : some) {
      double first = (point[0] - 84) / 32; // eight standard deviations on each side
      assertTrue(1 + 1e-12 >= first && first >= point[1] - 1e-12 && point[1] >= -1e-12);
    }
    assertEquals(100, some.stream().map(p -> List.of(p[0], p[1])).distinct().count());
  }

  @Test
  void ofAnUnboundedBoxAreBeyondItsEnd() {
    ExactProblem problem = problem("normal(100, 2)", "normal(0, 1)");
    BoxCell above = Networks.box(problem, 8, INFINITY, -INFINITY, INFINITY);
    BoxCell below = Networks.box(problem, -INFINITY, -8, -INFINITY, INFINITY);
    SamplePoints points = new SamplePoints(problem.space());
    assertArrayEquals(new double[] {118, 0}, points.centre(above));
    assertArrayEquals(new double[] {82, 0}, points.centre(below));
    List<double[]> some = points.of(above, 100);
    assertTrue(some.stream().allMatch(p -> p[0] >= 116));
    assertTrue(some.stream().anyMatch(p -> p[0] > 150));
    assertTrue(some.stream().anyMatch(p -> p[1] > 10) && some.stream().anyMatch(p -> p[1] < -10));
    assertTrue(points.of(below, 100).stream().allMatch(p -> p[0] <= 84));
  }

  @Test
  void ofABoxAreBetweenItsEndsAndTheSameEachTime() {
    List<Interval> box = List.of(Interval.of(-3, -2), Interval.of(5));
    List<double[]> points = SamplePoints.inBox(box, 20);
    assertArrayEquals(new double[] {-2.5, 5}, points.get(0));
    assertTrue(points.stream().allMatch(p -> -3 <= p[0] && p[0] <= -2 && p[1] == 5));
    assertArrayEquals(points.get(19), SamplePoints.inBox(box, 20).get(19));
  }
}
