package surety.language.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import surety.language.Samples;

/** Each way for a distribution to be wrong has its own message. */
class DistributionValidatorTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("wrong")
  void saysWhatIsWrong(String text, List<String> messages) throws IOException {
    assertEquals(messages, new Samples(folder).messages(text));
  }

  @ParameterizedTest
  @MethodSource("right")
  void saysNothing(String text) throws IOException {
    assertEquals(List.of(), new Samples(folder).messages(text));
  }

  private static Stream<Arguments> wrong() {
    return Stream.of(
        arguments(
            Samples.term("Gauss(0, 1)"),
            List.of(
                "3:28 unknown.family there is no distribution 'Gauss'; did you mean 'Normal'?")),
        arguments(
            Samples.term("Dagum(0, 1)"),
            List.of(
                "3:28 unknown.family there is no distribution 'Dagum'; there are Uniform, "
                    + "Beta, Normal, Exponential, Gamma, Triangular, Histogram and 17 more")),
        arguments(
            Samples.term("Gumbel(0, 1)"),
            List.of(
                "3:28 unsupported 'Gumbel' is not supported yet; there are Uniform, "
                    + "Beta, Normal, Exponential, Gamma, Triangular, Histogram and 17 more")),
        arguments(
            Samples.term("truncnorm(0, 1)"),
            List.of(
                "3:28 unsupported 'truncnorm' is not supported yet; write Normal(mean, "
                    + "standard deviation) on [LOWER, UPPER]")),
        arguments(
            Samples.term("Norml(0, 1)"),
            List.of(
                "3:28 unknown.family there is no distribution 'Norml'; did you mean 'Normal'?")),
        arguments(
            Samples.term("uniform(0, 1)"),
            List.of(
                "3:28 unknown.family there is no distribution 'uniform'; did you mean "
                    + "'Uniform'?")),
        arguments(
            Samples.term("Kde(\"samples.csv\", bandwidth = 0.1)"),
            List.of(
                "3:32 sample.file sample file 'samples.csv' is not there; its path is relative to"
                    + " the folder of the specification")),
        arguments(
            Samples.term("Normal(0)"),
            List.of(
                "3:28 parameter.count Normal takes 2 numbers, not 1; write Normal(mean, "
                    + "standard deviation)")),
        arguments(
            Samples.term("Normal(0, 1, 2)"),
            List.of(
                "3:28 parameter.count Normal takes 2 numbers, not 3; write Normal(mean, "
                    + "standard deviation)")),
        arguments(
            Samples.term("Normal()"),
            List.of(
                "3:28 parameter.count Normal takes 2 numbers, not 0; write Normal(mean, "
                    + "standard deviation)")),
        arguments(
            Samples.term("Exponential(1, 2)"),
            List.of(
                "3:28 parameter.count Exponential takes 1 number, not 2; write "
                    + "Exponential(rate)")),
        arguments(
            Samples.term("Normal(0, sigma = 1)"),
            List.of(
                "3:38 parameter.kind 'sigma = 1' is not a number; write Normal(mean, standard "
                    + "deviation)")),
        arguments(
            Samples.term("Normal(\"0\", 1)"),
            List.of(
                "3:35 parameter.kind '\"0\"' is not a number; write Normal(mean, standard "
                    + "deviation)")),
        arguments(
            Samples.term("Normal([0, 0], [[1, 0], [0, 1]])"),
            List.of("3:35 parameter.count Normal has 2 means for 1 input; give each input one")),
        arguments(
            Samples.term("Uniform([0], 1)"),
            List.of(
                "3:36 parameter.kind '[0]' is not a number; write Uniform(lower end, upper end)")),
        arguments(
            Samples.term("Beta(0: 1, 2)"),
            List.of("3:33 parameter.kind '0: 1' is not a number; write Beta(alpha, beta)")),
        arguments(
            Samples.term("Normal(0, 0)"),
            List.of(
                "3:38 parameter.range the standard deviation of Normal must be positive, not "
                    + "0; for a fixed value write '= 0' instead")),
        arguments(
            Samples.term("Normal(0, -1)"),
            List.of(
                "3:38 parameter.range the standard deviation of Normal must be positive, not -1")),
        arguments(
            Samples.term("Exponential(0)"),
            List.of("3:40 parameter.range the rate of Exponential must be positive, not 0")),
        arguments(
            Samples.term("Exponential(-0.5)"),
            List.of("3:40 parameter.range the rate of Exponential must be positive, not -0.5")),
        arguments(
            Samples.term("Gamma(0, 1)"),
            List.of("3:34 parameter.range the shape of Gamma must be positive, not 0")),
        arguments(
            Samples.term("Gamma(2, 0)"),
            List.of("3:37 parameter.range the scale of Gamma must be positive, not 0")),
        arguments(
            Samples.term("Gamma(-0.5, -1)"),
            List.of(
                "3:34 parameter.range the shape of Gamma must be positive, not -0.5",
                "3:40 parameter.range the scale of Gamma must be positive, not -1")),
        arguments(
            Samples.term("Gamma(1/2000, 1)"),
            List.of(
                "3:28 parameter.range the shape of gamma is 1/2000, which is too small; use at least 1/1000")),
        arguments(
            Samples.term("Gamma(10001, 1)"),
            List.of(
                "3:28 parameter.range the shape of gamma is 10001, which is too large; use at most 10000")),
        arguments(
            Samples.term("Beta(-0.5, 2)"),
            List.of("3:33 parameter.range the alpha of Beta must be positive, not -0.5")),
        arguments(
            Samples.term("Beta(2, 0)"),
            List.of("3:36 parameter.range the beta of Beta must be positive, not 0")),
        arguments(
            Samples.term("Beta(1, 1e-4)"),
            List.of(
                "3:28 parameter.range the second parameter of beta is 1/10000, which is too small; use at least 1/1000")),
        arguments(
            Samples.term("LogNormal(0, 0)"),
            List.of("3:41 parameter.range the sigma of LogNormal must be positive, not 0")),
        arguments(
            Samples.term("LogNormal(1)"),
            List.of(
                "3:28 parameter.count LogNormal takes 2 numbers, not 1; write LogNormal(mu, sigma)")),
        arguments(
            Samples.term("LogNormal(0, 11)"),
            List.of(
                "3:28 parameter.range the standard deviation of the logarithm of lognormal is 11, which is too large; use at most 10")),
        arguments(
            Samples.term("LogNormal(0, 1e-7)"),
            List.of(
                "3:28 parameter.range the standard deviation of the logarithm of lognormal is 1/10000000, which is too small; use at least 1/1000000")),
        arguments(
            Samples.term("LogNormal(700, 1)"),
            List.of(
                "3:28 parameter.range the mode of lognormal is the exponential of 699, which is beyond double precision; the mean less the square of the standard deviation must be at most 600 in magnitude")),
        arguments(
            Samples.term("Weibull(0, -1)"),
            List.of(
                "3:36 parameter.range the shape of Weibull must be positive, not 0",
                "3:39 parameter.range the scale of Weibull must be positive, not -1")),
        arguments(
            Samples.term("Weibull(1/200, 1)"),
            List.of(
                "3:28 parameter.range the shape of weibull is 1/200, which is too small; use at least 1/100")),
        arguments(
            Samples.term("Weibull(1001, 1)"),
            List.of(
                "3:28 parameter.range the shape of weibull is 1001, which is too large; use at most 1000")),
        arguments(
            Samples.term("Weibull(shape = 1, lambda = 2)"),
            List.of(
                "3:36 parameter.kind 'shape = 1' is not a number; write Weibull(shape, scale)")),
        arguments(
            Samples.term("Logistic(0, -2)"),
            List.of("3:40 parameter.range the scale of Logistic must be positive, not -2")),
        arguments(
            Samples.term("Logistic(0, 1, 2)"),
            List.of(
                "3:28 parameter.count Logistic takes 2 numbers, not 3; write Logistic(mean, scale)")),
        arguments(
            Samples.term("Laplace(1, 0)"),
            List.of("3:39 parameter.range the scale of Laplace must be positive, not 0")),
        arguments(
            Samples.term("Laplace([0], 1)"),
            List.of("3:36 parameter.kind '[0]' is not a number; write Laplace(mean, scale)")),
        arguments(
            Samples.term("StudentT(3)"),
            List.of(
                "3:28 parameter.count StudentT takes 3 numbers, not 1; write StudentT(degrees of freedom, location, scale)")),
        arguments(
            Samples.term("StudentT(0, 1, 0)"),
            List.of(
                "3:37 parameter.range the degrees of freedom of StudentT must be positive, not 0",
                "3:43 parameter.range the scale of StudentT must be positive, not 0")),
        arguments(
            Samples.term("StudentT(1/4, 0, 1)"),
            List.of(
                "3:28 parameter.range the number of degrees of freedom of studentt is 1/4, which is too small; use at least 1/2")),
        arguments(
            Samples.term("Cauchy(0, 0)"),
            List.of("3:38 parameter.range the scale of Cauchy must be positive, not 0")),
        arguments(
            Samples.term("Cauchy()"),
            List.of(
                "3:28 parameter.count Cauchy takes 2 numbers, not 0; write Cauchy(location, scale)")),
        arguments(
            Samples.term("Pareto(-1, 0)"),
            List.of(
                "3:35 parameter.range the shape of Pareto must be positive, not -1",
                "3:39 parameter.range the minimum of Pareto must be positive, not 0")),
        arguments(
            Samples.term("Pareto(0.1, 1)"),
            List.of(
                "3:28 parameter.range the shape of pareto is 1/10, which is too small; use at least 1/5")),
        arguments(
            Samples.term("Pareto(2, 1) on [0, 1]"),
            List.of(
                "3:44 interval.outside the interval [0, 1] of the truncation has probability 0; choose one where the distribution has some")),
        arguments(
            Samples.term("LogNormal(0, 1) on [-2, 0]"),
            List.of(
                "3:47 interval.outside the interval [-2, 0] of the truncation has probability 0; choose one where the distribution has some")),
        arguments(
            Samples.term("Uniform(1, 0)"),
            List.of(
                "3:39 interval.empty the interval [1, 0] is empty; put the smaller number first")),
        arguments(
            Samples.term("Uniform(1, 1)"),
            List.of(
                "3:39 interval.empty the interval [1, 1] is a single point; for a fixed value "
                    + "write '=' instead of '~'")),
        arguments(
            Samples.term("Triangular(0, 2, 1)"),
            List.of(
                "3:42 parameter.range the mode of Triangular must lie in [0, 1], not at 2; "
                    + "write Triangular(lower end, mode, upper end)")),
        arguments(
            Samples.term("Triangular(1, 0, 2)"),
            List.of(
                "3:42 parameter.range the mode of Triangular must lie in [1, 2], not at 0; "
                    + "write Triangular(lower end, mode, upper end)")),
        arguments(
            Samples.term("Triangular(1, 1, 1)"),
            List.of(
                "3:45 interval.empty the interval [1, 1] is a single point; for a fixed value "
                    + "write '=' instead of '~'")),
        arguments(
            Samples.term("Triangular(2, 1, 0)"),
            List.of(
                "3:45 interval.empty the interval [2, 0] is empty; put the smaller number first")),
        arguments(
            Samples.term("Normal(0, 1) on [3, -3]"),
            List.of(
                "3:44 interval.empty the interval [3, -3] is empty; put the smaller number "
                    + "first")),
        arguments(
            Samples.term("Normal(0, 1) on [1, 1.0]"),
            List.of(
                "3:44 interval.empty the interval [1, 1.0] is a single point; for a fixed "
                    + "value write '=' instead of '~'")),
        arguments(
            Samples.term("Uniform(0, 1) on [2, 3]"),
            List.of(
                "3:45 interval.outside the interval [2, 3] of the truncation has probability "
                    + "0; choose one where the distribution has some")),
        arguments(
            Samples.term("Uniform(0, 1) on [1, 3]"),
            List.of(
                "3:45 interval.outside the interval [1, 3] of the truncation has probability "
                    + "0; choose one where the distribution has some")),
        arguments(
            Samples.term("Beta(2, 2) on [-1, 0]"),
            List.of(
                "3:42 interval.outside the interval [-1, 0] of the truncation has probability "
                    + "0; choose one where the distribution has some")),
        arguments(
            Samples.term("Exponential(1) on [-2, -1]"),
            List.of(
                "3:46 interval.outside the interval [-2, -1] of the truncation has probability "
                    + "0; choose one where the distribution has some")),
        arguments(
            Samples.term("Gamma(2, 1) on [-2, 0]"),
            List.of(
                "3:43 interval.outside the interval [-2, 0] of the truncation has probability "
                    + "0; choose one where the distribution has some")),
        arguments(
            Samples.term("Triangular(0, 1, 2) on [5, 6]"),
            List.of(
                "3:51 interval.outside the interval [5, 6] of the truncation has probability "
                    + "0; choose one where the distribution has some")),
        arguments(
            Samples.term("Histogram([0, 1, 2], [1, 0]) on [1, 2]"),
            List.of(
                "3:60 interval.outside the interval [1, 2] of the truncation has probability "
                    + "0; choose one where the distribution has some")),
        arguments(
            Samples.term("Normal(0, 1e-400)"),
            List.of(
                "3:28 parameter.range the standard deviation of normal is "
                    + "1/10000000000000000000000000000000000000..., which is too small; use at least "
                    + "1e-300")),
        arguments(
            Samples.term("Normal(0, 1) on [20000, 20001]"),
            List.of(
                "3:44 interval.outside the interval [20000, 20001] of the truncation begins "
                    + "20000 scale lengths from the centre, too far out in the tail; it must begin "
                    + "within 10000")),
        arguments(
            Samples.term("Histogram([0, 1, 2], [0.5, 0.4])"),
            List.of(
                "3:49 histogram.sum the weights of Histogram sum to 9/10, not to 1; correct "
                    + "them, or use fractions such as 1/3")),
        arguments(
            Samples.term("Histogram([0, 1, 2], [0.5, 0.6])"),
            List.of(
                "3:49 histogram.sum the weights of Histogram sum to 11/10, not to 1; correct "
                    + "them, or use fractions such as 1/3")),
        arguments(
            Samples.term("Histogram([0, 2, 1], [0.5, 0.5])"),
            List.of(
                "3:38 histogram.order the edges of Histogram must ascend, but 1 follows 2; "
                    + "sort them and give each only once")),
        arguments(
            Samples.term("Histogram([0, 1, 1], [0.5, 0.5])"),
            List.of(
                "3:38 histogram.order the edges of Histogram must ascend, but 1 follows 1; "
                    + "sort them and give each only once")),
        arguments(
            Samples.term("Histogram([0, 1, 2], [1.5, -0.5])"),
            List.of(
                "3:49 histogram.weight a weight of Histogram is -1/2; it is a probability, so "
                    + "at least 0")),
        arguments(
            Samples.term("Histogram([0, 1], [0.5, 0.5])"),
            List.of(
                "3:46 histogram.length Histogram has 2 edges and 2 weights; it needs at least "
                    + "one weight, and one edge more than weights")),
        arguments(
            Samples.term("Histogram([0, 1, 2, 3], [0.5, 0.5])"),
            List.of(
                "3:52 histogram.length Histogram has 4 edges and 2 weights; it needs at least "
                    + "one weight, and one edge more than weights")),
        arguments(
            Samples.term("Histogram([], [])"),
            List.of(
                "3:42 histogram.length Histogram has 0 edges and 0 weights; it needs at least "
                    + "one weight, and one edge more than weights")),
        arguments(
            Samples.term("Histogram([0], [])"),
            List.of(
                "3:43 histogram.length Histogram has 1 edge and 0 weights; it needs at least "
                    + "one weight, and one edge more than weights")),
        arguments(
            Samples.term("Histogram([0, 1])"),
            List.of(
                "3:28 parameter.kind Histogram takes a list of edges and a list of weights, or "
                    + "a file; write Histogram([edges], [weights]) or Histogram(\"FILE.csv\")")),
        arguments(
            Samples.term("Histogram()"),
            List.of(
                "3:28 parameter.kind Histogram takes a list of edges and a list of weights, or "
                    + "a file; write Histogram([edges], [weights]) or Histogram(\"FILE.csv\")")),
        arguments(
            Samples.term("Histogram(0, 1)"),
            List.of(
                "3:28 parameter.kind Histogram takes a list of edges and a list of weights, or "
                    + "a file; write Histogram([edges], [weights]) or Histogram(\"FILE.csv\")")),
        arguments(
            Samples.term("Histogram([0, 1], [[1]])"),
            List.of(
                "3:46 parameter.kind '[1]' is not a number; write Histogram([edges], "
                    + "[weights]) or Histogram(\"FILE.csv\")")),
        arguments(
            Samples.term("Histogram(\"load.csv\", 1)"),
            List.of(
                "3:28 parameter.kind Histogram takes a list of edges and a list of weights, or "
                    + "a file; write Histogram([edges], [weights]) or Histogram(\"FILE.csv\")")),
        arguments(
            Samples.term("Histogram(\"missing.csv\")"),
            List.of(
                "3:38 histogram.file histogram file 'missing.csv' is not there; its path is "
                    + "relative to the folder of the specification")),
        arguments(
            Samples.term("Histogram([1, 0, 2], [0.5, 0.4])"),
            List.of(
                "3:38 histogram.order the edges of Histogram must ascend, but 0 follows 1; "
                    + "sort them and give each only once",
                "3:49 histogram.sum the weights of Histogram sum to 9/10, not to 1; correct "
                    + "them, or use fractions such as 1/3")));
  }

  private static Stream<String> right() {
    return Stream.of(
        Samples.term("Uniform(0, 1)"),
        Samples.term("Uniform(-1/3, 1e-3)"),
        Samples.term("Beta(2, 2)"),
        Samples.term("Beta(1, 1.5)"),
        Samples.term("Normal(10, 2)"),
        Samples.term("Normal(0, 1) on [-3, 3]"),
        Samples.term("Exponential(0.1)"),
        Samples.term("Gamma(1, 2)"),
        Samples.term("Gamma(0.001, 2)"),
        Samples.term("Beta(0.5, 0.001)"),
        Samples.term("LogNormal(-3, 10)"),
        Samples.term("Weibull(0.01, 1)"),
        Samples.term("Logistic(-1, 1e-3)"),
        Samples.term("Laplace(-1, 1e-3)"),
        Samples.term("StudentT(1/2, -1, 3)"),
        Samples.term("Cauchy(0, 1) on [-inf, 3]"),
        Samples.term("Pareto(1/5, 3)"),
        Samples.term("Triangular(0, 1, 2)"),
        Samples.term("Triangular(0, 0, 2)"),
        Samples.term("Triangular(0, 2, 2)"),
        Samples.term("Histogram([0, 1, 2], [0.25, 0.75])"),
        Samples.term("Histogram([0, 1, 2, 3], [1/3, 1/3, 1/3])"),
        Samples.term("Histogram([0, 1, 2], [1, 0]) on [0.5, 2]"),
        Samples.term("Exponential(1) on [-1, 1]"),
        Samples.term("Uniform(0, 1) on [-5, 5]"),
        Samples.term("Beta(2, 2) on [0.25, 0.5]"));
  }
}
