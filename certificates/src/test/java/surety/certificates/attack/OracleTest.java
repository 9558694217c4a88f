package surety.certificates.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.BandClaim;
import surety.certificates.text.StatementException;

/** The judge of the attack: known values, and whether it would notice a false bound. */
class OracleTest {
  /** y = relu(x) for x uniform on [-1, 1]. */
  private static Scene ramp(String claim) {
    Model.Layer first = new Model.Layer(List.of(List.of(1.0)), List.of(0.0), Bend.RELU);
    Known input = Known.FLAT.get(1);
    return new Scene(
        "real",
        List.of(new Model(List.of(first, first))),
        World.independent(List.of(input)),
        claim);
  }

  private static Truth.Reach reach(Scene scene, Rational... numbers) throws StatementException {
    return Oracle.truths(scene, scene.statement().claim(), List.of(numbers))
        .get(0)
        .reach()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "P(1*y[0] <= 0) = ?, 1/2",
    "P(1*y[0] < 0) = ?, 0",
    "P(1*y[0] <= 1/2 | 1*x[0] > 0) = ?, 1/2",
    "E(1*y[0]) = ?, 1/4",
    "E(1*y[0] | 1*x[0] > 0) = ?, 1/2",
    "Var(1*y[0]) = ?, 5/48",
    "'quantile(1*y[0], 1/2) = ?', 0",
    "'Cov(1*x[0], -2*x[0]) = ?', -2/3",
    "(P(1*y[0] < 1/2) / P(1*x[0] > 1/2)) = ?, 3",
    "abs((E(1*y[0]) - 1)) = ?, 3/4"
  })
  void knownValues(String claim, String expected) throws StatementException {
    Truth.Reach reach = reach(ramp(claim));
    assertEquals(Rational.parse(expected), reach.lowerAtMost());
    assertEquals(Rational.parse(expected), reach.upperAtLeast());
  }

  @Test
  void theMeanOfTheWorstQuarter() throws StatementException {
    // beyond 1/2 it is uniform up to 1, and its mean is 3/4
    Truth.Reach reach = reach(ramp("cvar(1*y[0], 3/4) = ?"));
    Rational off = reach.upperAtLeast().minus(Rational.of(3, 4)).abs();
    assertTrue(off.compareTo(Rational.parse("1e-15")) < 0, reach::toString);
    assertTrue(reach.lowerAtMost().compareTo(reach.upperAtLeast()) >= 0);
  }

  @Test
  void whatDoesNotExistHasNoBounds() throws StatementException {
    for (String claim :
        List.of(
            "P(1*y[0] < 0 | 1*y[0] < 0) = ?",
            "(1 / P(1*y[0] < 0)) = ?",
            "(0 * (1 / P(1*y[0] < 0))) = ?")) {
      Scene scene = ramp(claim);
      Truth truth = Oracle.truths(scene, scene.statement().claim(), List.of()).get(0);
      assertEquals(Truth.UNKNOWN, truth, claim);
      assertFalse(truth.isWithin(new Enclosure(Bound.ZERO, Bound.INFINITY)));
      assertTrue(truth.isWithin(Enclosure.WHOLE));
    }
  }

  @Test
  void tailsAreThoseOfTables() throws StatementException {
    Model.Layer line = new Model.Layer(List.of(List.of(1.0)), List.of(0.0), Bend.RELU);
    Scene scene =
        new Scene(
            "real",
            List.of(new Model(List.of(line))),
            World.independent(List.of(Known.UNBOUNDED.get(0))),
            "P(1*y[0] <= 1) = ?");
    Rational expected = Rational.parse("0.84134474606854294858523254563");
    Truth.Reach reach = reach(scene);
    assertTrue(reach.lowerAtMost().minus(expected).abs().compareTo(Rational.parse("1e-20")) < 0);
  }

  /** At 0, where a part of the inputs is, y is 0, and above 0 it is not. */
  @Test
  void whatHappensAtOnePointOnlyIsNotImpossible() throws StatementException {
    Model.Layer first =
        new Model.Layer(List.of(List.of(1.0), List.of(-1.0)), List.of(0.0, 0.0), Bend.RELU);
    Model.Layer last = new Model.Layer(List.of(List.of(1.0, 1.0)), List.of(0.0), Bend.RELU);
    World.Summand half = new World.Summand(Rational.of(1, 2), List.of());
    World.Branch point =
        new World.Branch(List.of(new Affine(List.of(), Rational.ZERO)), List.of(half));
    World world = new World(List.of(point), Rational.of(1, 2), false);
    for (String claim : List.of("P(1*y[0] <= 0) = ?", "P(not 1*y[0] > 0) = ?")) {
      Scene scene = new Scene("real", List.of(new Model(List.of(first, last))), world, claim);
      Truth.Reach reach = reach(scene);
      assertEquals(Rational.of(1, 2), reach.lowerAtMost());
      assertEquals(Rational.ONE, reach.upperAtLeast());
    }
  }

  @Test
  void whatIsBeyondTheTailsIsNotJudged() throws StatementException {
    Model.Layer line = new Model.Layer(List.of(List.of(1.0)), List.of(0.0), Bend.RELU);
    Scene scene =
        new Scene(
            "real",
            List.of(new Model(List.of(line))),
            World.independent(List.of(Known.UNBOUNDED.get(0))),
            "E(1*y[0] | 1*x[0] > 20) = ?");
    assertEquals(
        List.of(Truth.UNJUDGED), Oracle.truths(scene, scene.statement().claim(), List.of()));
  }

  /** Else nothing would be false: most honest bounds are so close that a nudge makes them so. */
  @Test
  void honestBoundsAreTrueAndANudgeIsNoticed() throws StatementException {
    int noticed = 0;
    int all = 0;
    SplittableRandom random = new SplittableRandom(5);
    for (Target target : Campaign.targets(9, 16)) {
      List<Rational> numbers = target.parts().numbers().stream().map(Rational::parse).toList();
      List<Truth> truths = Oracle.truths(target.scene(), target.statement().claim(), numbers);
      assertTrue(
          truths.size() == 1 || target.statement().claim() instanceof BandClaim, truths::toString);
      for (int k = 0; k < truths.size(); k++) {
        String[] ends = target.parts().bounds().get(k).split(" ", -1);
        Bound lower = Bound.parseHex(ends[0]);
        Bound upper = Bound.parseHex(ends[1]);
        assertTrue(
            truths.get(k).isWithin(new Enclosure(lower, upper)), target.statement()::canonical);
        if (lower.isFinite() && upper.isFinite()) {
          Dyadic off = Dyadic.of(Math.scalb(random.nextDouble(1, 2), -16));
          Enclosure above = Enclosure.of(lower.dyadic().plus(off), upper.dyadic().plus(off));
          Enclosure below = Enclosure.of(lower.dyadic().minus(off), upper.dyadic().minus(off));
          all += 2;
          noticed += truths.get(k).isWithin(above) ? 0 : 1;
          noticed += truths.get(k).isWithin(below) ? 0 : 1;
        }
      }
    }
    String counts = noticed + " of " + all;
    assertTrue(noticed > all / 2, counts);
  }
}
