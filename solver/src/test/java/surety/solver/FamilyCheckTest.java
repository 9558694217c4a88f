package surety.solver;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.solver.Closeness.assertAround;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.AbstractRealDistribution;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.CauchyDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LaplaceDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.LogisticDistribution;
import org.apache.commons.math3.distribution.ParetoDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.network.Network;
import surety.certificates.statement.AffineForm;
import surety.certificates.statement.Atom;
import surety.certificates.statement.Comparison;
import surety.certificates.statement.Event;
import surety.certificates.statement.Law;
import surety.certificates.statement.Law.Branch;
import surety.certificates.statement.Law.InputMap;
import surety.certificates.statement.Law.Summand;
import surety.certificates.statement.Law.Term;
import surety.certificates.statement.NetworkReference;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.QuantityClaim;
import surety.certificates.statement.Statement;

/** Whole checks of inputs with poles and heavy tails, of which the answer is known. */
class FamilyCheckTest {
  private static Law law(String texts) {
    List<Distribution> all = List.of(texts.split("; ")).stream().map(Distribution::parse).toList();
    List<InputMap> maps = new ArrayList<>();
    for (int q = 0; q < all.size(); q++) {
      maps.add(new InputMap(List.of(new Term(q, Rational.ONE)), Rational.ZERO));
    }
    Branch branch = new Branch(maps, List.of(new Summand(Rational.ONE, all)));
    return new Law(all.size(), List.of(branch), Rational.ZERO);
  }

  private static AffineForm form(String coefficients) {
    return new AffineForm(
        List.of(Rational.ZERO),
        List.of(coefficients.split(" ")).stream().map(Rational::parse).toList());
  }

  private static Quantity below(double threshold, String coefficients) {
    Event event =
        new Atom(form(coefficients), Comparison.LESS_OR_EQUAL, Rational.ofDouble(threshold));
    return new Quantity.Probability(event);
  }

  private static Quantity above(double threshold, String coefficients) {
    Event event =
        new Atom(form(coefficients), Comparison.GREATER_OR_EQUAL, Rational.ofDouble(threshold));
    return new Quantity.Probability(event);
  }

  private static BandPoint bounds(String inputs, Quantity quantity, double gap) {
    Law law = law(inputs);
    Network network = Networks.linear(0, new double[law.inputs()]);
    Statement statement =
        new Statement(
            List.of(new NetworkReference("0".repeat(64), 1)),
            law,
            new QuantityClaim(quantity, Optional.empty()));
    SearchOptions options =
        SearchOptions.defaults().withGap(gap).withThreads(2).withTimeout(Duration.ofSeconds(20));
    Result result = Checker.check(statement, List.of(network), options, p -> {}, () -> false);
    try {
      Replays.assertValid(statement, network, result.certificate());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return result.points().get(0);
  }

  private static AbstractRealDistribution commons(String text) {
    String name = text.substring(0, text.indexOf('('));
    double[] p =
        List.of(text.substring(name.length() + 1, text.length() - 1).split(", ")).stream()
            .mapToDouble(t -> Rational.parse(t).doubleFloor())
            .toArray();
    return switch (name) {
      case "beta" -> new BetaDistribution(p[0], p[1]);
      case "gamma" -> new GammaDistribution(p[0], p[1]);
      case "weibull" -> new WeibullDistribution(p[0], p[1]);
      case "lognormal" -> new LogNormalDistribution(p[0], p[1]);
      case "logistic" -> new LogisticDistribution(p[0], p[1]);
      case "laplace" -> new LaplaceDistribution(p[0], p[1]);
      case "cauchy" -> new CauchyDistribution(p[0], p[1]);
      case "studentt" -> new TDistribution(p[0]);
      default -> new ParetoDistribution(p[1], p[0]);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "beta(1/2, 1/2)",
        "beta(1/4, 3)",
        "gamma(1/2, 3)",
        "weibull(1/2, 2)",
        "weibull(3/2, 2)",
        "weibull(4, 1)",
        "lognormal(0, 1)",
        "lognormal(3, 1/4)",
        "logistic(1, 3)",
        "laplace(-1, 1/3)",
        "cauchy(5, 1/10)",
        "studentt(1, 0, 1)",
        "studentt(5, 0, 1)",
        "studentt(3/2, 0, 1)",
        "pareto(3/2, 7)",
        "pareto(1/2, 1)"
      })
  void probabilitiesAreThoseOfTheCdf(String text) {
    AbstractRealDistribution exact = commons(text);
    for (double probability : new double[] {1e-3, 0.3, 0.9999}) {
      double t = exact.inverseCumulativeProbability(probability);
      BandPoint bounds = bounds(text, below(t, "1"), 1e-10);
      assertAround(exact.cumulativeProbability(t), 1e-9, bounds, 1e-9);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cauchy(0, 1); cauchy(0, 1) | 1 1 | 1 | 0.6475836176504333 | 1e-6",
        "cauchy(0, 1); cauchy(3, 2) | 1 -1 | 0 | 0.75 | 1e-6",
        "gamma(1/2, 1); gamma(1/2, 1) | 1 1 | 1 | 0.6321205588285577 | 1e-6",
        "beta(1/2, 1/2); beta(1/2, 1/2) | 1 1 | 1 | 0.5 | 1e-6",
        "beta(1/2, 1/2); uniform(0, 1) | 1 1 | 1 | 0.5 | 1e-6",
        "lognormal(0, 1); lognormal(1, 2) | 1 -1 | 0 | 0.6726395769907114 | 1e-6",
        "weibull(3/2, 1); weibull(3/2, 4) | 1 -1 | 0 | 0.8888888888888888 | 1e-6",
        "weibull(1/2, 1); weibull(1/2, 4) | 1 -1 | 0 | 0.6666666666666666 | 1e-6",
        "pareto(1, 1); pareto(2, 1) | 1 -1 | 0 | 0.3333333333333333 | 1e-6",
        "laplace(0, 1); exponential(1) | 1 -1 | 0 | 0.75 | 1e-6",
        "logistic(0, 1); normal(0, 1) | 1 1 | 0 | 0.5 | 1e-6",
        "studentt(3, 0, 1); studentt(4, 0, 2) | 1 1 | 0 | 0.5 | 1e-6"
      })
  void sumsAndDifferencesHaveTheirProbabilities(
      String inputs, String coefficients, double threshold, double exact, double gap) {
    assertAround(exact, 1e-12, bounds(inputs, below(threshold, coefficients), gap), gap);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cauchy(0, 1) | 1e9 | 3.183098861837907e-10",
        "pareto(2, 1) | 1e6 | 1e-12",
        "weibull(1/2, 1) | 1e4 | 3.720075976020836e-44",
        "logistic(0, 1) | 600 | 2.6503965530043108e-261",
        "laplace(0, 1) | 600 | 1.3251982765021554e-261"
      })
  void rareEventsKeepTheirRelativeAccuracy(String input, double threshold, double exact) {
    BandPoint bounds = bounds(input, above(threshold, "1"), 1e-6);
    assertAround(exact, exact * 1e-9, bounds, exact * 1e-3);
  }

  @Test
  void meansOfHeavyTails() {
    Quantity mean = new Quantity.Mean(form("1"), Optional.empty());
    assertAround(1.5, 0, bounds("pareto(3, 1)", mean, 1e-3), 1e-3);
    assertAround(Math.exp(0.5), 1e-14, bounds("lognormal(0, 1)", mean, 1e-3), 1e-3);
    assertAround(2, 0, bounds("weibull(1/2, 1)", mean, 1e-3), 1e-3);
    assertAround(0, 0, bounds("studentt(5, 0, 1)", mean, 1e-3), 1e-3);
    BandPoint unknown = bounds("cauchy(0, 1)", mean, 1e-3);
    assertTrue(unknown.gap().doubleCeiling() > 1e300);
  }
}
