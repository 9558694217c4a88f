package surety.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.MomentsClaim;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.Statement;

class JointMomentsTest {
  private static final SearchOptions OPTIONS =
      SearchOptions.defaults().withGap(1e-7).withThreads(2);

  private static Enclosure between(double lower, double upper) {
    return new Enclosure(Bound.of(lower), Bound.of(upper));
  }

  private static List<AffineForm> forms(int count) {
    return IntStream.range(0, count).mapToObj(k -> AffineForm.ofOutput(k, count)).toList();
  }

  private static Network affine(double[][] weights) {
    return Network.chain(
        weights[0].length, List.of(AffineLayer.of(weights, new double[weights.length])));
  }

  private static JointMoments check(Network network, List<AffineForm> forms, String... inputs) {
    MomentsClaim claim = new MomentsClaim(forms);
    Statement statement = Statements.of(network, Statements.inputs(inputs), claim);
    Result result = Checker.check(statement, List.of(network), OPTIONS, p -> {}, () -> false);
    assertEquals(Optional.empty(), result.verdict());
    Bound gap = BandPoint.largestGap(result.points());
    assertTrue(gap.doubleCeiling() <= 1e-7, () -> "gap " + gap);
    return JointMoments.of(claim, result.points());
  }

  private static void assertContains(String exact, Enclosure bounds) {
    Rational number = Rational.parse(exact);
    assertTrue(bounds.lower().compareTo(number) <= 0, () -> bounds + " is above " + exact);
    assertTrue(bounds.upper().compareTo(number) >= 0, () -> bounds + " is below " + exact);
  }

  @Test
  void eachPairHasItsPlaceInBothOrders() {
    List<Enclosure> bounds = new ArrayList<>();
    for (int k = 0; k < 14; k++) {
      bounds.add(between(k, k));
    }
    MomentsClaim claim = new MomentsClaim(forms(4));
    JointMoments moments = new JointMoments(claim, bounds);
    List<Quantity> quantities = claim.quantities();
    for (int i = 0; i < 4; i++) {
      assertEquals(bounds.get(i), moments.mean(i));
      assertEquals(moments.covariance(i, i), moments.variance(i));
      for (int j = i + 1; j < 4; j++) {
        Quantity pair =
            new Quantity.Association(
                Quantity.Dependence.COVARIANCE, claim.forms().get(i), claim.forms().get(j));
        assertEquals(bounds.get(quantities.indexOf(pair)), moments.covariance(i, j));
        assertEquals(moments.covariance(i, j), moments.covariance(j, i));
      }
    }
  }

  @Test
  void whatFollowsIsRoundedOutward() {
    JointMoments moments =
        new JointMoments(
            new MomentsClaim(forms(2)),
            List.of(between(0, 1), between(0, 1), between(2, 4), between(-1, 1.5), between(8, 9)));
    assertTrue(moments.deviation(0).lower().doubleFloor() <= Math.sqrt(2));
    assertTrue(moments.deviation(0).lower().doubleCeiling() >= Math.nextDown(Math.sqrt(2)));
    assertEquals(2, moments.deviation(0).upper().doubleCeiling());
    assertEquals(3, moments.deviation(1).upper().doubleCeiling());
    assertTrue(moments.correlation(0, 1).lower().doubleFloor() <= -0.25);
    assertTrue(moments.correlation(0, 1).upper().doubleCeiling() >= 0.375);
    assertTrue(moments.correlation(0, 1).upper().doubleCeiling() < 0.3751);
  }

  @Test
  void nothingIsKnownOfTheCorrelationOfWhatMayBeConstant() {
    JointMoments moments =
        new JointMoments(
            new MomentsClaim(forms(2)),
            List.of(between(0, 1), between(0, 1), between(0, 4), between(0, 0), between(8, 9)));
    assertEquals(Enclosure.WHOLE, moments.correlation(0, 1));
    JointMoments unknown =
        new JointMoments(new MomentsClaim(forms(1)), List.of(between(0, 1), Enclosure.WHOLE));
    assertEquals(Enclosure.WHOLE, unknown.deviation(0));
  }

  @Test
  void correlationsAreAtMostOne() {
    JointMoments moments =
        new JointMoments(
            new MomentsClaim(forms(2)),
            List.of(between(0, 1), between(0, 1), between(1, 4), between(1, 4), between(1, 4)));
    assertEquals(1, moments.correlation(0, 1).upper().doubleCeiling());
    assertEquals(0.25, moments.correlation(0, 1).lower().doubleFloor());
  }

  @Test
  void anotherNumberOfBoundsIsRefused() {
    MomentsClaim claim = new MomentsClaim(forms(2));
    assertThrows(
        IllegalArgumentException.class, () -> new JointMoments(claim, List.of(Enclosure.WHOLE)));
  }

  /** One tree bounds all of them: y = (x0 + x1, x0 - x1). */
  @Test
  void ofUniformInputs() {
    Network network = affine(new double[][] {{1, 1}, {1, -1}});
    JointMoments moments = check(network, forms(2), "uniform(0, 1)", "uniform(0, 2)");
    assertContains("3/2", moments.mean(0));
    assertContains("-1/2", moments.mean(1));
    assertContains("5/12", moments.variance(0));
    assertContains("-1/4", moments.covariance(0, 1)); // 1/12 - 4/12
    assertContains("5/12", moments.variance(1));
    assertContains("-3/5", moments.correlation(1, 0));
  }

  /** Without a tree. */
  @Test
  void ofNormalInputs() {
    Network network = affine(new double[][] {{1, 2}, {0, 3}});
    JointMoments moments = check(network, forms(2), "normal(1, 1)", "normal(0, 4)");
    assertContains("1", moments.mean(0));
    assertContains("65", moments.variance(0));
    assertContains("96", moments.covariance(0, 1));
    assertContains("144", moments.variance(1));
  }
}
