package surety.language.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.language.Samples;

/** Each way for inputs to be wrong together has its own message. */
class LawValidatorTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "(a, b) ~ Normal([0, 0], [[1, 0.3], [0.2, 1]]); # 3:48 covariance the matrix of Normal is not symmetric: row 1, column 2 is 3/10, and row 2, column 1 is 1/5",
        "(a, b) ~ Normal([0, 0], [[1, 2], [2, 1]]); # 3:48 covariance the matrix of Normal is not positive semidefinite: pivot 2 of its factorisation is -3; no inputs vary and move together like that",
        "(a, b) ~ Normal([0, 0], [[-1, 0], [0, 1]]); # 3:48 covariance the matrix of Normal is not positive semidefinite: pivot 1 of its factorisation is -1; no inputs vary and move together like that",
        "(a, b) ~ Normal([0, 0], [[0, 1], [1, 1]]); # 3:48 covariance the matrix of Normal is not positive semidefinite: pivot 1 of its factorisation is 0, and below it stands 1; what does not vary moves with nothing",
        "(a, b) ~ Normal([0, 0], [[1, 0], [0, 1], [0, 0]]); # 3:48 covariance the matrix of Normal has 3 rows; for 2 inputs it has as many rows and columns",
        "(a, b) ~ Normal([0, 0], [[1, 0], [0]]); # 3:48 covariance the matrix of Normal has 2 rows of different lengths; for 2 inputs it has as many rows and columns",
        "(a, b) ~ Normal([0], [[1, 0], [0, 1]]); # 3:40 parameter.count Normal has 1 mean for 2 inputs; give each input one",
        "(a, b) ~ Normal([0, 0], [1, 1]); # 3:48 parameter.kind '1' is not a row such as [1, 0]; write Normal(mean, standard deviation) or Normal(mean, variance = variance) or Normal([means], [[covariance]])",
        "(a, b) ~ Normal([0, 0], 1); # 3:33 parameter.kind Normal of several inputs takes a list of means and a matrix; write Normal(mean, standard deviation) or Normal(mean, variance = variance) or Normal([means], [[covariance]])",
        "(a, b) ~ Uniform(0, 1); # 3:33 unsupported Uniform is a distribution of one input, and here are 2; write a line for each, or Normal([...], [[...]]), Kde, Empirical or OneHot",
        "(a, b) ~ 1 + Normal([0, 0], [[1, 0], [0, 1]]); # 3:33 unsupported several inputs are drawn together from one distribution, not from '1 + Normal([0, 0], [[1, 0], [0, 1]])'; write Normal([...], [[...]]), Kde, Empirical or OneHot, or a line for each input",
        "x[0..1] ~ Mixture(0.5: Uniform(0, 1) + Uniform(0, 1), 0.5: Beta(2, 2)) on [0, 1]; a ~ a + Uniform(0, 1); # 3:106 unsupported the line above has a condition ('on') on this input, which cannot be replaced; give the condition here",
        "a ~ 1 + (Mixture(0.5: Uniform(0, 1) + Uniform(0, 1), 0.5: Beta(2, 2)) on [0, 1]); b = 0; # 3:33 unsupported 'on' is a condition on 'Mixture(0.5: Uniform(0, 1) + Uniform(0, 1), 0.5: Beta(2, 2))...' by itself, which is not supported in a sum; give it to an input of its own",
        "a ~ Beta(2, 2); b ~ Mixture(0.5: a + Uniform(0, 1), 0.5: Beta(2, 2)) on [0, 1]; # 3:96 unsupported 'on' cuts off inputs that depend on others, which is not supported yet; ask for P(... | ...) with the box as the condition",
        "(a, b) ~ Normal([0, 0], [[1, 0], [0, 0]]) on [0, 1] x [2, inf]; # 3:69 interval.outside the distribution has probability 0 there; choose intervals where it has some",
        "(a, b) ~ Normal([0, 0], [[1, 0], [0, 1]]) on [0, 1]; # 3:69 interval.outside 'on' names one interval, and there are 2 inputs; write [..] x [..]",
        "a ~ Normal(0, 1) on [0, 1] x [0, 1]; b = 0; # 3:44 interval.outside 'on' names 2 intervals, and there is one input; write one for each",
        "a ~ Normal(0, 1) on [-inf, inf]; b = 0; # 3:44 interval.empty the interval [-inf, inf] has no ends and cuts nothing off; leave it out",
        "a ~ Normal(0, 1) on [inf, 1]; b = 0; # 3:44 interval.empty the interval [inf, 1] begins at inf; write -inf for an interval without a lower end",
        "a ~ Normal(0, 1) on [1, -inf]; b = 0; # 3:44 interval.empty the interval [1, -inf] ends at -inf; write inf for an interval without an upper end",
        "a ~ Uniform(0, 1) on [-inf, 0]; b = 0; # 3:45 interval.outside the interval [-inf, 0] of the truncation has probability 0; choose one where the distribution has some",
        "a ~ Mixture(0.5: Uniform(0, 1), 0.5: Uniform(1, 2)) on [3, inf]; b = 0; # 3:79 interval.outside the distribution has probability 0 there; choose intervals where it has some",
        "a ~ 10 + Beta(2, 2) on [0, 0.5]; b = 0; # 3:47 syntax it is not clear what 'on' cuts off here; write (Beta(2, 2) on [0, 0.5]) to cut off before the rest is added",
        "a ~ Mixture(0.5: Normal(0, 1), 0.4: Normal(1, 1)); b = 0; # 3:28 weights Mixture: the probabilities sum to 9/10, not to 1; correct them, or use fractions such as 1/3",
        "a ~ Mixture(1.5: Normal(0, 1), -0.5: Normal(1, 1)); b = 0; # 3:28 weights Mixture: a probability is -1/2; it must be at least 0",
        "a ~ Mixture(); b = 0; # 3:28 weights Mixture: there is nothing to choose from; give probabilities that sum to 1",
        "a ~ Mixture(Normal(0, 1), Normal(1, 1)); b = 0; # 3:36 parameter.kind 'Normal(0, 1)' is no weight with a distribution; write Mixture(weight: DISTRIBUTION, ...)",
        "a ~ 0.5 * Normal(0, 1) + 0.5 * Normal(3, 1); b = 0; # 3:28 weights a sum adds the values of its distributions; for one or the other of them write Mixture(1/2: Normal(0, 1), 1/2: Normal(3, 1))",
        "a ~ Mixture(0.5: Mixture(0.5: Normal(0, 1), 0.5: Normal(1, 1)) on [0, 1], 0.5: Beta(2, 2)); b = 0; # 3:36 unsupported the mass of 'Mixture(0.5: Normal(0, 1), 0.5: Normal(1, 1)) on [0, 1]' is not known as a fraction, so that it cannot be a part of a mixture; cut each of its own parts off",
        "a ~ TruncatedNormal(0, 1); b = 0; # 3:28 parameter.count TruncatedNormal takes 4 numbers, not 2; write TruncatedNormal(mean, standard deviation, lower end, upper end)",
        "a ~ TruncatedNormal(0, 0, 1, 3); b = 0; # 3:47 parameter.range the standard deviation of TruncatedNormal must be positive, not 0",
        "a ~ TruncatedNormal(0, 1, 3, 1); b = 0; # 3:53 interval.empty the interval [3, 1] is empty; put the smaller number first",
        "a ~ TruncatedNormal(0, 1, 2, 2); b = 0; # 3:53 interval.empty the interval [2, 2] is a single point; for a fixed value write '=' instead of '~'",
        "a ~ TruncatedNormal(0, 1, -2, 2) on [2, 3]; b = 0; # 3:60 interval.outside the interval of the truncation has probability 0; choose one where the distribution has some",
        "a ~ Polynomial([0, 1], [[1, 1], [1]]); b = 0; # 3:47 histogram.length Polynomial has 2 edges and 2 pieces; it needs at least one piece, and one edge more than pieces",
        "a ~ Polynomial([0], []); b = 0; # 3:44 histogram.length Polynomial has 1 edge and 0 pieces; it needs at least one piece, and one edge more than pieces",
        "a ~ Polynomial([0, 2, 1], [[1], [1]]); b = 0; # 3:39 histogram.order the edges of Polynomial must ascend, but 1 follows 2; sort them and give each only once",
        "a ~ Polynomial([0, 1], [1]); b = 0; # 3:47 parameter.kind '1' is not a list such as [1, 0]; write Polynomial([edges], [[coefficients], ...])",
        "a ~ Polynomial([[0, 1]], [[1]]); b = 0; # 3:39 parameter.kind '[0, 1]' is not a number; write Polynomial([edges], [[coefficients], ...])",
        "a ~ Polynomial(0, 1, 2); b = 0; # 3:28 parameter.kind Polynomial takes a list of edges and for each piece a list of coefficients; write Polynomial([edges], [[coefficients], ...])",
        "a ~ Polynomial(\"bins.csv\"); b = 0; # 3:28 parameter.kind Polynomial takes a list of edges and for each piece a list of coefficients; write Polynomial([edges], [[coefficients], ...])",
        "a ~ Polynomial([0, 1], [[0, 1]]); b = 0; # 3:47 polynomial.integral the integral of Polynomial is 1/2, not 1; divide each coefficient by it",
        "a ~ Polynomial([0, 1], [[0, 0]]); b = 0; # 3:47 polynomial.integral the integral of Polynomial is 0, so that it is no density; a density is at least 0, and its integral is 1",
        "a ~ Polynomial([-1, 1], [[0, 1]]); b = 0; # 3:48 polynomial.integral the integral of Polynomial is 0, so that it is no density; a density is at least 0, and its integral is 1",
        "a ~ Polynomial([0, 1, 2], [[1], [-3, 2]]); b = 0; # 3:50 parameter.range piece 2 of polynomial is negative at x = 1; a density must not be negative",
        "a ~ Polynomial([0, 4], [[5, -4, 1]]); b = 0; # 3:47 polynomial.integral the integral of Polynomial is 28/3, not 1; divide each coefficient by it",
        "a ~ Polynomial([0, 4], [[3, -4, 1]]); b = 0; # 3:47 parameter.range piece 1 of polynomial is negative at x = 2; a density must not be negative",
        "a ~ Polynomial([0, 3], [[1, -2, 1]]); b = 0; # 3:47 parameter.range piece 1 of polynomial could not be shown not to be negative near x = 2147483649/2147483648; if it is zero there, put an edge at the zero",
        "a ~ Polynomial([0, 1], [[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]]); b = 0; # 3:47 parameter.range a piece of Polynomial has more than 21 coefficients; cut it into pieces of lower degrees",
        "a ~ Polynomial([0, 1], [[0, 2]]) on [1, 3]; b = 0; # 3:60 interval.outside the interval [1, 3] of the truncation has probability 0; choose one where the distribution has some",
        "(a, b) ~ Polynomial([0, 1], [[1]]); # 3:33 unsupported Polynomial is a distribution of one input, and here are 2; write a line for each, or Normal([...], [[...]]), Kde, Empirical or OneHot",
        "a ~ Normal(0, variance = 0); b = 0; # 3:38 parameter.range the variance of Normal must be positive, not 0; for a fixed value write '= 0' instead",
        "a ~ Normal(Uniform(0, 1), 1); b = 0; # 3:35 parameter.kind 'Uniform(0, 1)' is a distribution, not a number; give it to an input above, and name that input here",
        "a ~ Uniform(0, 1); b ~ Normal(0, 1 + a); # 3:57 unsupported the standard deviation of Normal depends on an input with a density, which is not supported; such inputs may move the distribution as a whole, and not stretch it",
        "a ~ Uniform(0, 1); b ~ Beta(2 + a, 2); # 3:52 unsupported the alpha of Beta depends on an input with a density, which is not supported; such inputs may be added to the distribution, or move one of these as a whole: Uniform, Normal, Triangular, Logistic, Laplace, StudentT, Cauchy",
        "a ~ Uniform(0, 1); b ~ StudentT(1 + a, a, 1); # 3:56 unsupported the degrees of freedom of StudentT depends on an input with a density, which is not supported; such inputs may move the distribution as a whole, and not stretch it",
        "a ~ Uniform(0, 1); b ~ Bernoulli(a); # 3:57 unsupported the probability of Bernoulli depends on an input with a density, which is not supported; write cases with 'given' instead",
        "a ~ Uniform(0, 1); b ~ Normal(a, 1) on [0, 1]; # 3:47 unsupported 'on' cuts 'Normal(a, 1) on [0, 1]' off at another place for each value of the inputs above, which is not supported yet; leave 'on' out, or add the inputs to a distribution that is cut off: x + (Normal(0, 1) on [-3, 3])",
        "a ~ Uniform(0, 1); b = a * a; # 3:51 event.nonlinear 'a * a' is not linear; one side of '*' must be a number, or an input with finitely many values",
        "a ~ Uniform(0, 1); b = 1 / a; # 3:51 event.division division by 'a' is not linear; divide by numbers",
        "a = b; b = a; # 3:28 input.dependence input 'b' has no value yet; its line must stand above those that depend on it",
        "a = 1; b = b + 1; # 3:35 input.dependence input 'b' has no value yet; its line must stand above those that depend on it",
        "a ~ Categorical(0: 0.5, 0: 0.5); b = 0; # 3:48 parameter.range Categorical has the value 0 twice; add their probabilities up",
        "a ~ Categorical(0, 1); b = 0; # 3:40 parameter.kind '0' is no value with its probability; write Categorical(value: probability, ...)",
        "a ~ Bernoulli(1.5); b = 0; # 3:38 parameter.range the probability of Bernoulli must lie in [0, 1], not at 3/2",
        "a ~ Binomial(2.5, 0.5); b = 0; # 3:37 parameter.range the number of trials of Binomial must be a whole number from 1 to 1000, not 5/2",
        "a ~ Poisson(0); b = 0; # 3:36 parameter.range the mean of Poisson must be positive and at most 1000, not 0",
        "a ~ Poisson(3) on [0.2, 0.8]; b = 0; # 3:42 interval.outside the distribution has probability 0 there; choose intervals where it has some",
        "a ~ Poisson(3) on [-3, -1]; b = 0; # 3:42 interval.outside the distribution has probability 0 there; choose intervals where it has some",
        "a ~ Poisson(3) on [2, 1]; b = 0; # 3:42 interval.empty the interval [2, 1] is empty; put the smaller number first",
        "(a, b) ~ Kde(\"two.csv\", bandwidth = scot); # 3:60 parameter.kind 'scot' is no bandwidth; did you mean 'scott'?",
        "(a, b) ~ Kde(\"two.csv\", bandwidth = Silvermann); # 3:60 parameter.kind 'Silvermann' is no bandwidth; did you mean 'silverman'?",
        "(a, b) ~ Kde(\"two.csv\", bandwidth = wide); # 3:60 parameter.kind 'wide' is no bandwidth; write a number, or one of the rules scott and silverman",
        "(a, bb) ~ Normal([0, 0], [[1, 0], [0, 1]]); b = 0; # 3:28 unknown.input network N has no input 'bb'; its inputs are a, b",
        "(a, bb) ~ Empirical(\"two.csv\"); b = 0; # 3:28 unknown.input network N has no input 'bb'; its inputs are a, b",
        "a ~ Normal(0, var = 0.3); b = 0; # 3:38 parameter.kind 'var = 0.3' is not a number; write variance = 0.3 for the variance",
        "a ~ Normal(0, Sigma2 = 4); b = 0; # 3:38 parameter.kind 'Sigma2 = 4' is not a number; write variance = 4 for the variance",
        "a ~ Uniform(0, var = 4); b = 0; # 3:39 parameter.kind 'var = 4' is not a number; write Uniform(lower end, upper end)",
        "a ~ Bernoulli(0.5); b = 0 given a = 0; b = 1 given a == 1; # 3:58 syntax '=' compares nothing; write '==', as in b ~ Normal(0, 1) given a == 0",
        "a ~ Bernoulli(0.5); b = 0 given a < 1 and a = 0; # 3:68 syntax '=' compares nothing; write '==', as in b ~ Normal(0, 1) given a == 0",
        "a ~ Bernoulli(0.5); b = 0 given a == 0; b = 1 otherwise; # 3:70 syntax there is no 'otherwise' for the cases that are left; name them, as in b ~ Normal(0, 1) given not (a == 0)",
        "a ~ Bernoulli(0.5); b = 0 given a == 0; b = 1 given otherwise; # 3:76 syntax there is no 'otherwise' for the cases that are left; name them, as in b ~ Normal(0, 1) given not (a == 0)",
        "a ~ Bernoulli(0.5); b = 0 given a == 0; else b = 1; # 3:64 syntax there is no 'else' for the cases that are left; name them, as in b ~ Normal(0, 1) given not (a == 0)",
        "(a, b) ~ OneHot(a: 1); # 3:33 parameter.count OneHot has no probability for one of the inputs in front of '~'; give each one, 0 if it is never 1",
        "(a, b) ~ OneHot(a: 0.5, a: 0.5); # 3:48 parameter.kind 'a: 0.5' names an input that has a probability already; write (r, g) ~ OneHot(r: 0.5, g: 0.5)",
        "(a, b) ~ OneHot(a: 0.5, b: 0.6); # 3:33 weights OneHot: the probabilities sum to 11/10, not to 1; correct them, or use fractions such as 1/3",
        "a ~ Bernoulli(0.5); b = 0 given a == 0; # 3:56 given.cases no line of b holds where a = 1; add 'b ~ DISTRIBUTION given CONDITION;' for it",
        "a ~ Bernoulli(0.5); b = 0 given a == 0; b = 1 given a <= 1; # 3:76 given.cases two lines of b hold where a = 0: given a == 0, and given a <= 1; the cases must not overlap",
        "a ~ Normal(0, 1); b = 0 given a < 0; b = 1 given a > 1; # 3:73 given.cases no line of b holds where a lies between 0 and 1; add 'b ~ DISTRIBUTION given CONDITION;' for it",
        "a ~ Normal(0, 1); b = 0 given a < 1; b = 1 given a > 0; # 3:73 given.cases two lines of b hold where a lies between 0 and 1: given a < 1, and given a > 0; the cases must not overlap",
        "a ~ Normal(0, 1); b = 0 given a == 1; b = 1 given a < 1; # 3:54 event.equality 'a == 1' compares an input with a density, which equals a number with probability 0; write <, <=, > or >=",
        "a ~ Uniform(0, 1) + Uniform(0, 1); b = 0 given a < 1; # 3:71 unsupported 'a < 1' compares a sum of several random inputs; compare each by itself, as in a <= 1 and b <= 2, or put the condition into the question: P(... | a < 1)",
        "a = 0 given b == 0; b ~ Bernoulli(0.5); # 3:36 input.dependence input 'b' has no value yet; its line must stand above those that depend on it",
        "a ~ Bernoulli(0.5); b ~ Mixture(0.5: Normal(0, 1), 0.5: Normal(a, 2)) on [0, 1]; # 3:48 unsupported 'on' cuts off a distribution of several parts, or of inputs that move together, which depends on other inputs here; that is not supported: cut each of its parts off, or ask for P(... | ...)",
        "a ~ Binomial(200, 0.5); b ~ Binomial(99, 0.5); # 3:14 law.size the possibilities of a (201), b (100) multiply to more than 10000 branches; give fewer of these inputs fewer values",
        "a = 1; b = 0 given a; # 3:43 expression.kind 'a' is no condition on inputs above; compare sums of them with numbers, as in mode == 0 or load <= 3",
        "a = 1; a = 2 given a == 1; b = 0; # 3:31 input.repeated input 'a' is given twice in distribution D; with 'given', each of its lines is for the same inputs and has a condition",
        "x[1..0] = 1; # 3:24 index.range 'x[1..0]' is empty; put the smaller index first",
        "x[0..2] = 1; # 3:24 index.range 'x[0..2]' goes too far; the last input is x[1]",
        "y[0..1] = 1; # 3:24 index.vector 'y[0..1]' is no range of inputs; write x[0..9]",
        "a ~ Kde(\"s.csv\"); b = 0; # 3:28 parameter.count Kde takes a file of samples and a bandwidth; write Kde(\"FILE.csv\", bandwidth = bandwidth) or Kde(\"FILE.csv\", bandwidth = [bandwidth of each column]) or Kde(\"FILE.csv\", bandwidth = [[covariance]]) or Kde(\"FILE.csv\", bandwidth = scott)",
        "a ~ Kde(\"s.csv\", bandwidth = 0); b = 0; # 3:41 parameter.range a bandwidth of Kde must be positive; use Empirical for the samples themselves",
        "a ~ Kde(\"s.csv\", bandwidth = [1, 1]); b = 0; # 3:41 parameter.range Kde has 2 bandwidths for 1 input; give each input one, or one number for all",
        "(a, b) ~ Kde(\"s.csv\", bandwidth = 1); # 3:37 sample.file sample file 's.csv' has 1 column, and here are 2 inputs; name an input for each column",
        "a ~ Empirical(1); b = 0; # 3:28 parameter.kind Empirical takes the name of a file of samples first; write Empirical(\"FILE.csv\")",
        "x = \"s.csv\"; # 3:28 sample.file sample file 's.csv' has 2 rows; fixed values are one row, and to choose among rows write Empirical",
        "a = \"s.csv\"; b = 0; # 3:28 index.vector a file gives the values of all inputs, or of a range of them; write x = \"FILE.csv\" or x[0..9] = \"FILE.csv\", not 'a'",
      })
  void saysWhatIsWrong(String assignments, String message) throws IOException {
    Files.writeString(folder.resolve("s.csv"), "1\n2\n");
    Files.writeString(folder.resolve("two.csv"), "a,b\n1,2\n2,1\n");
    assertEquals(List.of(message), new Samples(folder).messages(Samples.assignments(assignments)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "distribution M for N mixture { 0.5: D; 0.6: D; } # 4:14 weights mixture M: the probabilities sum to 11/10, not to 1; correct them, or use fractions such as 1/3",
        "distribution M for N mixture { } # 4:14 weights mixture M: there is nothing to choose from; give probabilities that sum to 1",
        "distribution M for N mixture { 1: M; } # 4:35 mixture.part distribution M is a part of itself here; a mixture is made of others",
        "distribution M for N mixture { 1: E; } # 4:35 unknown.distribution distribution 'E' is not declared; the distributions here are D",
        "distribution M for N mixture { 1/2: D; 1/2: K; } distribution K for N { a ~ Mixture(0.5: Normal(0, 1), 0.5: Normal(1, 1)) on [0, inf]; b = 0; } # 4:45 mixture.part distribution K cuts a mixture or inputs that move together off with 'on', whose mass is not known as a fraction, and can be no part of a mixture; cut the parts of its mixture off instead, or ask for P(... | ...)",
        "network O = \"net.onnx\"; distribution M for O mixture { 1: D; } # 4:59 mixture.part distribution D is for other networks than the mixture M; all parts must be for the same",
        "constant g = 1/0; # 4:14 number '1/0' divides by 0",
        "constant g = 1; constant g = 2; # 4:26 name.repeated 'g' is already the name of a constant; rename one of them",
      })
  void saysWhatIsWrongWithDeclarations(String declaration, String message) throws IOException {
    String text = Samples.claim(declaration + " query q: P(c > 0) = ? under D;");
    assertEquals(List.of(message), new Samples(folder).messages(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "1,2\\n3,\\n#line 2, column 2: there is no number; leave the line out, or fill the hole with a stated model",
        "a,b\\n1,2\\nNaN,3\\n#line 3, column 1: 'NaN' is no number; leave the line out, or fill the hole with a stated model",
        "1,2\\n3,-inf\\n#line 2, column 2: '-inf' is no number; leave the line out, or fill the hole with a stated model",
        "1,2\\n3,red\\n#line 2, column 2: 'red' is not a number; write it like -12, 0.1, 1e-400 or 7/2",
        "1,2\\n3\\n#line 2 has 1 of the 2 columns that the line before has; give each line as many",
        "a,b\\n1,2,3\\n#line 2 has 3 of the 2 columns that the line before has; give each line as many",
        "1,nan\\n#line 1, column 2: 'nan' is no number; leave the line out, or fill the hole with a stated model",
      })
  void saysWhereAFileIsWrong(String lines, String message) throws IOException {
    Files.writeString(folder.resolve("s.csv"), lines.replace("\\n", "\n"));
    List<String> messages =
        new Samples(folder).messages(Samples.assignments("(a, b) ~ Empirical(\"s.csv\");"));
    assertEquals(1, messages.size(), messages::toString);
    assertEquals("3:43 sample.file sample file 's.csv', " + message.strip(), messages.get(0));
  }

  @Test
  void aFileWithoutRowsIsRefused() throws IOException {
    for (String text : List.of("", "\n\n", "a,b\n")) {
      Files.writeString(folder.resolve("s.csv"), text);
      assertEquals(
          List.of(
              "3:43 sample.file sample file 's.csv' has no rows; each line is a sample, with a comma"
                  + " between numbers"),
          new Samples(folder).messages(Samples.assignments("(a, b) ~ Empirical(\"s.csv\");")));
    }
  }

  /** What takes no condition cannot be asked under one. */
  @Test
  void underABoxOnlySomeThingsAreAsked() throws IOException {
    String law =
        "distribution E for N { (a, b) ~ Normal([0, 0], [[1, 0.5], [0.5, 1]]) on [0, 1] x [0, 1];"
            + " }\n";
    for (String asked :
        List.of("Var(c)", "Std(c)", "Cov(c, d)", "quantile(c, 0.5)", "cvar(c, 0.9)")) {
      List<String> messages =
          new Samples(folder)
              .messages(Samples.claim(law + "query q: 1 + " + asked + " = ? under E;"));
      assertEquals(
          List.of(
              "5:14 unsupported under distribution E all is under the condition that inputs which"
                  + " move together lie in a box ('on'), and "
                  + asked.replaceAll("\\(.*", "")
                  + " takes no condition; ask for P, E or cdf"),
          messages);
    }
    assertEquals(
        List.of(
            "5:10 unsupported under distribution E all is under the condition that inputs which"
                + " move together lie in a box ('on'), and moments takes no condition; ask for P,"
                + " E or cdf"),
        new Samples(folder).messages(Samples.claim(law + "query q: moments(c) under E;")));
    for (String asked : List.of("P(c > 0) = ?", "P(c > 0 | d > 0) / E(c) = ?", "cdf(c)")) {
      assertEquals(
          List.of(),
          new Samples(folder).messages(Samples.claim(law + "query q: " + asked + " under E;")));
    }
  }
}
