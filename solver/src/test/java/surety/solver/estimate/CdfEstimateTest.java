package surety.solver.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.density.Marginal;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.FixedInput;
import surety.certificates.statement.Input;
import surety.certificates.statement.Law;
import surety.solver.Networks;
import surety.solver.Statements;

class CdfEstimateTest {
  private static final AffineForm FIRST = new AffineForm(List.of(Rational.ONE));

  @Test
  void quantilesAreThoseOfTheDistribution() {
    Quantiles beta = new Quantiles(Marginal.of(Distribution.parse("beta(2, 5)")));
    Quantiles normal = new Quantiles(Marginal.of(Distribution.parse("normal(3, 2)")));
    for (double p = 0.01; p < 1; p += 0.07) {
      assertEquals(new BetaDistribution(2, 5).inverseCumulativeProbability(p), beta.at(p), 1e-4);
      assertEquals(
          new NormalDistribution(3, 2).inverseCumulativeProbability(p), normal.at(p), 2e-2);
    }
    assertEquals(0, beta.at(0), 1e-12);
    assertEquals(1, beta.at(1), 1e-12);
  }

  @Test
  void sumsOfUniforms() {
    CdfEstimate estimate =
        new CdfEstimate(
            Law.independent(Statements.inputs("uniform(0, 1)", "uniform(0, 1)")), 20_000);
    double[] shares =
        estimate.at(Networks.linear(0, 1, 1), FIRST, new double[] {-1, 0.5, 1, 1.5, 3});
    assertArrayEquals(new double[] {0, 0.125, 0.5, 0.875, 1}, shares, 2e-3);
  }

  @Test
  void fixedInputsStayAsTheyAre() {
    List<Input> inputs = new ArrayList<>(Statements.inputs("uniform(0, 1)"));
    inputs.add(new FixedInput(Rational.of(1, 4)));
    double[] shares =
        new CdfEstimate(Law.independent(inputs), 5_000)
            .at(Networks.linear(0, 1, 2), FIRST, new double[] {0.75});
    assertEquals(0.25, shares[0], 2e-3);
  }

  @Test
  void atomsAreAtOrBelowTheirThreshold() {
    CdfEstimate estimate =
        new CdfEstimate(Law.independent(Statements.inputs("uniform(-1, 1)")), 1_000);
    double[] shares = estimate.at(Networks.relu(), FIRST, new double[] {-Double.MIN_VALUE, 0, 2});
    assertEquals(0, shares[0]);
    assertEquals(0.5, shares[1], 5e-3);
    assertEquals(1, shares[2]);
  }

  @Test
  void branchesCountWithTheirWeights() {
    Law.Summand point = new Law.Summand(Rational.of(1, 4), List.of());
    Law.Branch fixed = new Law.Branch(List.of(Law.InputMap.constant(Rational.ONE)), List.of(point));
    Law.Summand half =
        new Law.Summand(Rational.of(3, 4), List.of(Distribution.parse("uniform(0, 1)")));
    Law.Branch random = new Law.Branch(List.of(Law.InputMap.coordinate(0)), List.of(half));
    Law law = new Law(1, List.of(fixed, random), Rational.ZERO);
    double[] shares =
        new CdfEstimate(law, 4_000).at(Networks.linear(0, 2), FIRST, new double[] {1, 1.999, 2});
    assertArrayEquals(new double[] {0.375, 0.75, 1}, shares, 2e-3);
  }

  @Test
  void refusesTooManyInputs() {
    List<Input> many = Collections.nCopies(41, Statements.inputs("uniform(0, 1)").get(0));
    assertThrows(IllegalArgumentException.class, () -> new CdfEstimate(Law.independent(many), 10));
  }
}
