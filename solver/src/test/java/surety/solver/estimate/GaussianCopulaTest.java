package surety.solver.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.Test;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;
import surety.solver.Statements;

class GaussianCopulaTest {

  /** Two forms with these laws. */
  private record Two(ScalarLaw first, ScalarLaw second, double between) implements EstimatedForms {
    @Override
    public int forms() {
      return 2;
    }

    @Override
    public double mean(int form) {
      return law(form).mean();
    }

    @Override
    public double covariance(int form, int other) {
      return form == other ? law(form).deviation() * law(form).deviation() : between;
    }

    @Override
    public ScalarLaw law(int form) {
      return form == 0 ? first : second;
    }
  }

  private static GaussianCopula copula(ScalarLaw first, ScalarLaw second, double covariance) {
    return GaussianCopula.of(new Two(first, second, covariance), Stop.NEVER);
  }

  @Test
  void normalFormsKeepTheirCorrelation() {
    GaussianCopula copula = copula(new NormalLaw(1, 2), new NormalLaw(-1, 0.5), 0.6);
    assertEquals(0.6, copula.correlation(0, 1), 1e-4);
    assertTrue(copula.isAttained());
    double expected = BivariateNormal.cdf(0.5, -1, 0.6);
    assertEquals(expected, copula.jointCdf(0, 2, 1, -1.5), 1e-4);
    assertEquals(expected, copula.jointCdf(List.of(2.0, -1.5), 20_000, 1, Stop.NEVER), 0.014);
    double all = Double.POSITIVE_INFINITY;
    assertEquals(NormalLaw.phi(0.5), copula.jointCdf(0, 2, 1, all), 1e-15);
  }

  /** Of two uniforms on [-1, 1] it is Pearson's: their correlation is 6/pi asin(rho/2). */
  @Test
  void uniformFormsHaveThatOfPearson() {
    for (double rho = -0.9; rho < 1; rho += 0.3) {
      double correlation = 6 / Math.PI * Math.asin(rho / 2);
      GaussianCopula copula =
          copula(new UniformSum(0, 1), new UniformSum(3, 2), correlation / 3 * 2);
      assertEquals(rho, copula.correlation(0, 1), 2e-3);
    }
  }

  /** A uniform and a normal number cannot be fully correlated: sqrt(3/pi) is the most. */
  @Test
  void whatCannotBeHadIsTheNearest() {
    ScalarLaw uniform = new UniformSum(0, Math.sqrt(3));
    ScalarLaw normal = new NormalLaw(0, 1);
    assertTrue(copula(uniform, normal, 0.97).isAttained());
    GaussianCopula copula = copula(uniform, normal, 0.99);
    assertFalse(copula.isAttained());
    assertEquals(1, copula.correlation(0, 1), 1e-6);
    assertEquals(-1, copula(uniform, normal, -0.99).correlation(0, 1), 1e-6);
    assertTrue(copula.samples(10, 1, Stop.NEVER).get(0).length == 2);
  }

  @Test
  void aConstantIsCorrelatedWithNothing() {
    GaussianCopula copula = copula(new NormalLaw(3, 0), new NormalLaw(0, 1), 0);
    assertEquals(0, copula.correlation(0, 1));
    assertEquals(0.5, copula.jointCdf(0, 3, 1, 0), 1e-15);
    assertEquals(0, copula.jointCdf(0, 2.9, 1, 0));
  }

  /** The samples have the laws and the covariance, within 5 standard errors. */
  @Test
  void samplesHaveTheMoments() {
    ScalarLaw first = new UniformSum(1, 1, 0.3, 0.4);
    ScalarLaw second = new UniformSum(-2, 2);
    double wanted = 0.5 * first.deviation() * second.deviation();
    List<double[]> samples = copula(first, second, wanted).samples(10_000, 9, Stop.NEVER);
    double[] means = new double[2];
    double product = 0;
    for (double[] sample : samples) {
      means[0] += sample[0] / 10_000;
      means[1] += sample[1] / 10_000;
      product += (sample[0] - 1) * (sample[1] + 2) / 10_000;
    }
    assertEquals(1, means[0], 0.05 * first.deviation());
    assertEquals(-2, means[1], 0.05 * second.deviation());
    assertEquals(wanted, product, 0.06 * first.deviation() * second.deviation());
    assertArrayEquals(
        samples.get(7), copula(first, second, wanted).samples(8, 9, Stop.NEVER).get(7));
  }

  /** The law of m + q z, by the copula and from the two sums of the same uniforms. */
  @Test
  void aLinearisedNetworkIsNearItsCopula() {
    Network network =
        Network.chain(
            3, List.of(AffineLayer.of(new double[][] {{1, 0.5, 0}, {0, 0.5, 1}}, new double[2])));
    List<AffineForm> forms = List.of(AffineForm.ofOutput(0, 2), AffineForm.ofOutput(1, 2));
    Law law =
        Law.independent(Statements.inputs("uniform(-1, 1)", "uniform(-1, 1)", "uniform(-1, 1)"));
    LinearisedNetwork linear = LinearisedNetwork.of(network, law, forms, Stop.NEVER);
    GaussianCopula copula = GaussianCopula.of(linear, Stop.NEVER);
    Sampling sampling =
        Sampling.of(network, law, forms, Sampling.Options.of(20_000, 1), k -> {}, Stop.NEVER);
    for (double t = -1; t <= 1; t += 0.5) {
      assertEquals(sampling.jointCdf(0, t, 1, 0.2), copula.jointCdf(0, t, 1, 0.2), 0.02);
    }
  }

  /** The example of Higham's paper. */
  @Test
  void nearestCorrelations() {
    DMatrixRMaj a = new DMatrixRMaj(new double[][] {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}});
    DMatrixRMaj nearest = CorrelationMatrix.nearest(a);
    assertEquals(0.7607, nearest.get(0, 1), 5e-5);
    assertEquals(0.1573, nearest.get(0, 2), 5e-5);
    assertEquals(0.7607, nearest.get(1, 2), 5e-5);
    assertEquals(1, nearest.get(1, 1));
    assertTrue(CorrelationMatrix.leastEigenvalue(nearest) > 0);
    DMatrixRMaj factor = CorrelationMatrix.cholesky(nearest);
    DMatrixRMaj product = new DMatrixRMaj(3, 3);
    CommonOps_DDRM.multTransB(factor, factor, product);
    CommonOps_DDRM.subtractEquals(product, nearest);
    assertEquals(0, NormOps_DDRM.normF(product), 1e-12);
  }

  @Test
  void nearestOfRandomMatrices() {
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < 50; trial++) {
      int size = 2 + trial % 9;
      DMatrixRMaj a = CommonOps_DDRM.identity(size);
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < i; j++) {
          a.set(i, j, 2 * random.nextDouble() - 1);
          a.set(j, i, a.get(i, j));
        }
      }
      DMatrixRMaj nearest = CorrelationMatrix.nearest(a);
      assertTrue(CorrelationMatrix.leastEigenvalue(nearest) > 0);
      CorrelationMatrix.cholesky(nearest);
      for (int i = 0; i < size; i++) {
        assertEquals(1, nearest.get(i, i));
      }
    }
  }

  @Test
  void refusesOtherNumbersOfThresholds() {
    GaussianCopula copula = copula(new NormalLaw(0, 1), new NormalLaw(0, 1), 0.5);
    assertThrows(EstimateException.class, () -> copula.jointCdf(List.of(1.0), 10, 1, Stop.NEVER));
  }
}
