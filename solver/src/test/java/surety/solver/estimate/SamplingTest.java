package surety.solver.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.Activation;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Law;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;
import surety.solver.Networks;
import surety.solver.Statements;

class SamplingTest {
  private static final AffineForm FIRST = new AffineForm(List.of(Rational.ONE));

  private static Law law(String... inputs) {
    return Law.independent(Statements.inputs(inputs));
  }

  private static Sampling sampled(Network network, Law law, int count, AffineForm... forms) {
    Sampling.Options options = Sampling.Options.of(count, 42);
    return Sampling.of(network, law, List.of(forms), options, k -> {}, Stop.NEVER);
  }

  @Test
  void theBandIsThatOfMassart() {
    Sampling sampling = sampled(Networks.relu(), law("normal(0, 1)"), 10_000, FIRST);
    assertEquals(Math.sqrt(Math.log(2_000) / 20_000), sampling.band(), 1e-15);
    assertEquals(0.999, sampling.confidence());
    assertEquals(10_000, sampling.samples());
  }

  @Test
  void cdfsAreInTheBand() {
    Sampling sampling =
        sampled(Networks.linear(0, 1, 1), law("uniform(0, 1)", "uniform(0, 1)"), 10_000, FIRST);
    UniformSum expected = new UniformSum(1, 0.5, 0.5);
    for (double t = -0.1; t < 2.1; t += 0.05) {
      assertEquals(expected.cdf(t), sampling.law(0).cdf(t), sampling.band());
    }
    assertEquals(0.5, sampling.law(0).density(0.5), 0.1);
    assertEquals(1, sampling.quantile(0, 0.5), 0.03);
    assertTrue(sampling.quantile(0, 0) < 0.05);
    assertTrue(sampling.quantile(0, 1) > 1.95);
  }

  @Test
  void atomsAreAtTheirThreshold() {
    Sampling sampling = sampled(Networks.relu(), law("normal(0, 1)"), 10_000, FIRST);
    assertEquals(0, sampling.law(0).cdf(-Double.MIN_VALUE));
    assertEquals(0.5, sampling.law(0).cdf(0), sampling.band());
  }

  @Test
  void aSeedMakesTheSameSamples() {
    Law law = law("beta(2, 3)", "studentt(5, 0, 1)");
    Network network = Networks.random(1, 2, 4);
    double first = sampled(network, law, 100, FIRST).mean(0);
    assertEquals(first, sampled(network, law, 100, FIRST).mean(0));
    Sampling.Options other = new Sampling.Options(100, 43, 0.9);
    assertNotEquals(
        first, Sampling.of(network, law, List.of(FIRST), other, k -> {}, Stop.NEVER).mean(0));
  }

  @Test
  void branchesAndSummandsComeWithTheirProbabilities() {
    Law.Branch fixed =
        new Law.Branch(
            List.of(Law.InputMap.constant(Rational.of(-5))),
            List.of(new Law.Summand(Rational.of(1, 2), List.of())));
    Law.Branch random =
        new Law.Branch(
            List.of(Law.InputMap.coordinate(0)),
            List.of(
                new Law.Summand(Rational.of(1, 8), List.of(Distribution.parse("uniform(0, 1)"))),
                new Law.Summand(Rational.of(3, 8), List.of(Distribution.parse("uniform(2, 3)")))));
    Law law = new Law(1, List.of(fixed, random), Rational.ZERO);
    ScalarLaw found = sampled(Networks.linear(0, 1), law, 10_000, FIRST).law(0);
    assertEquals(0.5, found.cdf(-5), 0.02);
    assertEquals(0.625, found.cdf(1.5), 0.02);
    assertEquals(0.625 + 0.1875, found.cdf(2.5), 0.02);
  }

  /**
   * With one hidden layer and normal inputs the matched moments are exact, so the samples' lie
   * within 5 standard errors of them.
   */
  @Test
  void samplesAgreeWithExactMoments() {
    List<Activation> kinds =
        List.of(
            Activation.RELU,
            PiecewiseLinear.leakyRelu(0.1),
            Activation.TANH,
            Activation.ABS,
            PiecewiseLinear.clip(-1, 0.5));
    AffineForm mixed = new AffineForm(List.of(Rational.ONE), List.of(Rational.of(1, 2)));
    for (int seed = 0; seed < 300; seed++) {
      boolean isOne = seed % 2 == 0;
      List<Activation> chosen = isOne ? kinds.subList(seed % 5, seed % 5 + 1) : kinds;
      int inputs = 1 + seed % 3;
      Network network = Networks.random(seed, chosen, inputs, 1 + seed % 6);
      Law law = law(Collections.nCopies(inputs, "normal(1/5, 3/4)").toArray(new String[0]));
      AffineForm form = inputs == 1 ? mixed : FIRST;
      MomentMatching exact = MomentMatching.of(network, law, List.of(form), Stop.NEVER);
      int count = seed < 5 ? 10_000 : 1_000;
      Sampling sampling = sampled(network, law, count, form);
      double deviation = exact.deviation(0);
      assertEquals(exact.mean(0), sampling.mean(0), 5 * deviation / Math.sqrt(count), "" + seed);
      double kurtosis = kurtosis(sampling);
      double error = deviation * deviation * Math.sqrt((kurtosis - 1) / count);
      assertEquals(exact.covariance(0, 0), sampling.covariance(0, 0), 5 * error + 1e-12);
    }
  }

  private static double kurtosis(Sampling sampling) {
    double fourth = 0;
    for (int k = 1; k <= sampling.samples(); k++) {
      double value = sampling.quantile(0, (double) k / sampling.samples()) - sampling.mean(0);
      fourth += Math.pow(value, 4) / sampling.samples();
    }
    double variance = sampling.covariance(0, 0);
    return variance > 0 ? Math.max(2, fourth / (variance * variance)) : 2;
  }

  /** With little noise a smooth network is its tangent. */
  @Test
  void samplesAgreeWithTangentsForLittleNoise() {
    for (int seed = 0; seed < 40; seed++) {
      Network network = Networks.random(seed, List.of(Activation.TANH), 3, 5, 4);
      Law law = law("uniform(0, 1/1000)", "normal(0, 1/2000)", "beta(2, 2) on [0, 1/999]");
      LinearisedNetwork linear = LinearisedNetwork.of(network, law, List.of(FIRST), Stop.NEVER);
      Sampling sampling = sampled(network, law, 1_000, FIRST);
      double deviation = linear.deviation(0);
      assertEquals(linear.mean(0), sampling.mean(0), 5 * deviation / Math.sqrt(1_000) + 1e-6);
      assertEquals(deviation, sampling.deviation(0), 0.12 * deviation);
      for (double p = 0.1; p < 1; p += 0.2) {
        double t = sampling.quantile(0, p);
        assertEquals(p, linear.law(0).cdf(t), sampling.band() + 5e-3);
      }
    }
  }

  /** The correlations of a network's outputs, linearised and sampled, as a table of the paper. */
  @Test
  void correlationsOfManyOutputs() {
    Network network = Networks.ofSeveral(3, 5, 8, 16);
    Law law = law(Collections.nCopies(8, "uniform(-1/10, 1/10)").toArray(new String[0]));
    List<AffineForm> forms = new ArrayList<>();
    for (int j = 0; j < 5; j++) {
      forms.add(AffineForm.ofOutput(j, 5));
    }
    LinearisedNetwork linear = LinearisedNetwork.of(network, law, forms, Stop.NEVER);
    List<List<Double>> rows = linear.tangents().get(0).jacobian();
    MomentMatching matching = MomentMatching.of(network, law, forms, Stop.NEVER);
    Sampling sampling = sampled(network, law, 10_000, forms.toArray(new AffineForm[0]));
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < i; j++) {
        double cosine =
            product(rows.get(i), rows.get(j))
                / Math.sqrt(product(rows.get(i), rows.get(i)) * product(rows.get(j), rows.get(j)));
        assertEquals(cosine, linear.correlation(i, j), 1e-12);
        assertEquals(sampling.correlation(i, j), linear.correlation(i, j), 0.25);
        assertEquals(sampling.correlation(i, j), matching.correlation(i, j), 0.06);
      }
    }
  }

  private static double product(List<Double> a, List<Double> b) {
    double sum = 0;
    for (int k = 0; k < a.size(); k++) {
      sum += a.get(k) * b.get(k);
    }
    return sum;
  }

  /** Runs are merged. */
  @Test
  void manySamplesAreSorted() {
    Sampling sampling = sampled(Networks.linear(0, 1), law("uniform(0, 1)"), 200_000, FIRST);
    for (double p = 0; p <= 1; p += 1.0 / 64) {
      assertEquals(p, sampling.law(0).cdf(p), sampling.band());
      assertEquals(p, sampling.quantile(0, p), 2 * sampling.band());
    }
  }

  @Test
  void tellsItsProgress() {
    AtomicInteger last = new AtomicInteger(-1);
    AtomicInteger calls = new AtomicInteger();
    Sampling.of(
        Networks.relu(),
        law("normal(0, 1)"),
        List.of(FIRST),
        Sampling.Options.of(1_000, 1),
        done -> {
          assertTrue(done > last.get());
          last.set(done);
          calls.incrementAndGet();
        },
        Stop.NEVER);
    assertEquals(1_000, last.get());
    assertEquals(101, calls.get());
  }

  @Test
  void stopsSoon() {
    Network network = Networks.random(1, 20, 64, 64);
    Law law = law(Collections.nCopies(20, "normal(0, 1)").toArray(new String[0]));
    long end = System.nanoTime() + 100_000_000L;
    assertThrows(
        StoppedException.class,
        () ->
            Sampling.of(
                network,
                law,
                List.of(FIRST),
                Sampling.Options.of(10_000_000, 1),
                k -> {},
                () -> System.nanoTime() > end));
    assertTrue(System.nanoTime() - end < 2_000_000_000L); // 200 ms on a machine that is not busy
  }

  @Test
  void heavyTailsMayBeSampled() {
    Sampling sampling = sampled(Networks.linear(0, 1), law("cauchy(0, 1)"), 10_000, FIRST);
    assertEquals(0.75, sampling.law(0).cdf(1), sampling.band());
  }

  @Test
  void refusesWhatCannotBe() {
    assertThrows(EstimateException.class, () -> Sampling.Options.of(1, 0));
    for (double confidence : new double[] {0, 1, -1, 2, Double.NaN}) {
      EstimateException e =
          assertThrows(EstimateException.class, () -> new Sampling.Options(10, 0, confidence));
      assertTrue(e.getMessage().contains("between 0 and 1"), e.getMessage());
    }
    Sampling sampling = sampled(Networks.relu(), law("normal(0, 1)"), 10, FIRST);
    assertThrows(EstimateException.class, () -> sampling.quantile(0, 1.1));
    EstimateException e =
        assertThrows(
            EstimateException.class,
            () -> sampled(Networks.relu(), law("normal(0, 1)"), Integer.MAX_VALUE, FIRST));
    assertTrue(e.getMessage().contains("too many"), e.getMessage());
    e =
        assertThrows(
            EstimateException.class,
            () -> sampled(Networks.scalar(Activation.LOG), law("normal(-9, 1)"), 10, FIRST));
    assertTrue(e.getMessage().contains("no number at the inputs"), e.getMessage());
  }
}
