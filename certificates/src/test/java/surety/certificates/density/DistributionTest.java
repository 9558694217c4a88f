package surety.certificates.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Rational;

class DistributionTest {
  private static Rational r(String text) {
    return Rational.parse(text);
  }

  private static List<Rational> list(String... texts) {
    List<Rational> list = new ArrayList<>();
    for (String text : texts) {
      list.add(r(text));
    }
    return list;
  }

  private static void refused(Supplier<Distribution> distribution, String... parts) {
    String message = assertThrows(IllegalArgumentException.class, distribution::get).getMessage();
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
    assertTrue(message.length() < 400, message);
  }

  @Test
  void uniformNeedsAnInterval() {
    refused(() -> new Uniform(r("1"), r("1")), "[1, 1] is empty", "less than");
    refused(() -> new Uniform(r("2"), r("1")), "[2, 1] is empty");
    refused(() -> new Uniform(r("0"), r("1e400")), "too large", "1e300");
    refused(() -> new Uniform(r("-1e301"), r("0")), "too large");
    refused(() -> new Uniform(r("0"), r("1e-400")), "width", "too small");
  }

  @Test
  void betaNeedsPositiveParameters() {
    refused(() -> new Beta(r("1/2000"), r("2")), "first", "1/2000", "too small", "1/1000");
    refused(() -> new Beta(r("2"), r("0.0009")), "second", "9/10000", "at least 1/1000");
    refused(() -> new Beta(r("0"), r("2")), "greater than 0");
    refused(() -> new Beta(r("-3"), r("2")), "-3", "greater than 0");
    refused(() -> new Beta(r("1e10000"), r("2")), "too large", "at most 10000");
  }

  @Test
  void normalNeedsAPositiveDeviation() {
    refused(() -> new Normal(r("0"), r("0")), "standard deviation", "greater than 0");
    refused(() -> new Normal(r("0"), r("-1")), "standard deviation", "greater than 0");
    refused(() -> new Normal(r("0"), r("1e-4000")), "too small", "1e-300");
    refused(() -> new Normal(r("0"), r("1e301")), "too large");
    refused(() -> new Normal(r("1e301"), r("1")), "mean", "too large");
  }

  @Test
  void exponentialAndGammaNeedPositiveParameters() {
    refused(() -> new Exponential(r("0")), "rate", "greater than 0");
    refused(() -> new Exponential(r("-1/3")), "rate", "-1/3");
    refused(() -> new Gamma(r("0.0005"), r("1")), "shape", "at least 1/1000");
    refused(() -> new Gamma(r("10001"), r("1")), "shape", "too large");
    refused(() -> new Gamma(r("2"), r("0")), "scale", "greater than 0");
    refused(() -> new Gamma(r("2"), r("-2")), "scale", "greater than 0");
  }

  @Test
  void triangularNeedsItsModeInside() {
    refused(() -> new Triangular(r("0"), r("2"), r("1")), "mode", "outside");
    refused(() -> new Triangular(r("0"), r("-1"), r("1")), "mode", "outside");
    refused(() -> new Triangular(r("1"), r("1"), r("1")), "empty");
    refused(() -> new Triangular(r("0"), r("1e-400"), r("1")), "mode", "too small");
    refused(() -> new Triangular(r("-1"), r("1"), r("1.00000000000000000000000001")), "apart");
  }

  @Test
  void histogramNeedsSortedEdgesAndWeightsThatSumToOne() {
    refused(() -> new Histogram(list("0", "1", "2"), list("1")), "3 edges", "1 weights");
    refused(() -> new Histogram(list(), list()), "at least one");
    refused(() -> new Histogram(list("0"), list()), "at least one");
    refused(() -> new Histogram(list("0", "2", "1"), list("1/2", "1/2")), "not sorted", "edge 3");
    refused(() -> new Histogram(list("0", "0"), list("1")), "not sorted");
    refused(() -> new Histogram(list("0", "1", "2"), list("0.3", "0.6")), "sum to 9/10", "divide");
    refused(() -> new Histogram(list("0", "1", "2"), list("1/3", "0.6666666666666667")), "sum to");
    refused(
        () -> new Histogram(list("0", "1", "2"), list("-1/2", "3/2")),
        "weight 1",
        "not be negative");
    refused(
        () -> new Histogram(list("1", "1.00000000000000000001", "2"), list("1/2", "1/2")),
        "closer");
    refused(() -> new Histogram(list("0", "1e400"), list("1")), "too large");
  }

  @Test
  void heavyTailsNeedParametersInRange() {
    refused(() -> new Weibull(r("0"), r("1")), "shape of weibull", "greater than 0");
    refused(() -> new Weibull(r("1/1000"), r("1")), "shape of weibull", "at least 1/100");
    refused(() -> new Weibull(r("1001"), r("1")), "shape of weibull", "at most 1000");
    refused(() -> new Weibull(r("1"), r("-1")), "scale of weibull", "greater than 0");
    refused(() -> new Logistic(r("1"), r("0")), "scale of logistic", "greater than 0");
    refused(() -> new Logistic(r("1e301"), r("1")), "mean of logistic", "too large");
    refused(() -> new Laplace(r("1"), r("-2")), "scale of laplace", "-2", "greater than 0");
    refused(() -> new Laplace(r("1"), r("1e-400")), "scale of laplace", "too small");
    refused(() -> new Cauchy(r("1"), r("0")), "scale of cauchy", "greater than 0");
    refused(() -> new Cauchy(r("-1e301"), r("1")), "median of cauchy", "too large");
    refused(() -> new StudentT(r("0"), r("0"), r("1")), "degrees of freedom", "greater than 0");
    refused(() -> new StudentT(r("1/3"), r("0"), r("1")), "degrees of freedom", "at least 1/2");
    refused(() -> new StudentT(r("20000"), r("0"), r("1")), "degrees of freedom", "at most 10000");
    refused(() -> new StudentT(r("3"), r("0"), r("0")), "scale of studentt", "greater than 0");
    refused(() -> new Pareto(r("1/6"), r("1")), "shape of pareto", "at least 1/5");
    refused(() -> new Pareto(r("1"), r("0")), "minimum of pareto", "greater than 0");
  }

  @Test
  void logNormalNeedsAModeThatDoublesReach() {
    refused(() -> new LogNormal(r("0"), r("0")), "deviation", "greater than 0");
    refused(() -> new LogNormal(r("0"), r("1e-7")), "deviation", "too small");
    refused(() -> new LogNormal(r("0"), r("11")), "deviation", "at most 10");
    refused(() -> new LogNormal(r("601"), r("1/10000")), "exponential of", "at most 600");
    refused(() -> new LogNormal(r("-550"), r("8")), "exponential of -614", "at most 600");
    refused(() -> new LogNormal(r("1e301"), r("1")), "too large");
  }

  @Test
  void truncationNeedsAnIntervalOfPositiveProbability() {
    Distribution normal = new Normal(r("0"), r("1"));
    refused(() -> new Truncated(normal, r("1"), r("1")), "is empty");
    refused(() -> new Truncated(normal, r("0"), r("1e301")), "upper end", "too large");
    refused(() -> new Truncated(normal, r("-1e301"), r("0")), "lower end", "too large");
    refused(() -> new Truncated(normal, r("2"), r("1")), "is empty");
    refused(
        () -> new Truncated(new Truncated(normal, r("0"), r("1")), r("0"), r("1")),
        "truncated already");
    Distribution uniform = new Uniform(r("0"), r("1"));
    refused(() -> new Truncated(uniform, r("1"), r("2")), "probability 0");
    refused(() -> new Truncated(uniform, r("-2"), r("-1")), "probability 0");
    refused(() -> new Truncated(new Exponential(r("1")), r("-2"), r("0")), "probability 0");
    Distribution histogram = new Histogram(list("0", "1", "2"), list("1", "0"));
    refused(() -> new Truncated(histogram, r("1"), r("2")), "probability 0");
    refused(() -> new Truncated(histogram, r("1.5"), r("9")), "probability 0");
    Distribution later = new Histogram(list("0", "1", "2"), list("0", "1"));
    refused(() -> new Truncated(later, r("0"), r("1")), "probability 0");
    refused(() -> new Truncated(later, r("-9"), r("0.5")), "probability 0");
    refused(() -> new Truncated(normal, r("1"), r("1.00000000000000000001")), "narrow", "widen");
    refused(() -> new Truncated(normal, r("20000"), r("30000")), "20000", "too far out");
    refused(() -> new Truncated(normal, r("-30000"), r("-20000")), "too far out");
    refused(() -> new Truncated(new Exponential(r("1")), r("1e9"), r("2e9")), "too far out");
    refused(() -> new Truncated(normal, r("0"), r("1e400")), "too large");
  }

  @Test
  void listsAreCopied() {
    List<Rational> edges = list("0", "1");
    Histogram histogram = new Histogram(edges, list("1"));
    edges.clear();
    assertEquals(list("0", "1"), histogram.edges());
  }
}
