package surety.language.translation;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import surety.language.problems.Names;

/**
 * Names of distributions that are no families here: what is called differently, what is misspelt,
 * and what is known elsewhere and not supported. The last is never taken for one of the others, for
 * a claim about another distribution is another claim.
 */
public final class OtherFamilies {
  private static final Map<String, Family> SYNONYMS =
      Map.ofEntries(
          entry("binom", Family.BINOMIAL),
          entry("gauss", Family.NORMAL),
          entry("gaussian", Family.NORMAL),
          entry("norm", Family.NORMAL),
          entry("exp", Family.EXPONENTIAL),
          entry("triangle", Family.TRIANGULAR),
          entry("lnormal", Family.LOG_NORMAL),
          entry("lnorm", Family.LOG_NORMAL),
          entry("loggaussian", Family.LOG_NORMAL),
          entry("galton", Family.LOG_NORMAL),
          entry("lorentz", Family.CAUCHY),
          entry("doubleexponential", Family.LAPLACE),
          entry("polynom", Family.POLYNOMIAL),
          entry("piecewisepolynomial", Family.POLYNOMIAL),
          entry("truncnormal", Family.TRUNCATED_NORMAL),
          entry("tnormal", Family.TRUNCATED_NORMAL),
          entry("student", Family.STUDENT_T),
          entry("studentst", Family.STUDENT_T),
          entry("tdistribution", Family.STUDENT_T),
          entry("t", Family.STUDENT_T));

  private static final List<String> WITHOUT_ADVICE =
      List.of(
          "weibullmax",
          "exponweib",
          "rayleigh",
          "maxwell",
          "rice",
          "f",
          "betabinomial",
          "negativebinomial",
          "nbinom",
          "geometric",
          "geom",
          "hypergeometric",
          "multinomial",
          "zipf",
          "loglogistic",
          "gumbel",
          "gev",
          "frechet",
          "genpareto",
          "powerlaw",
          "loguniform",
          "reciprocal",
          "loggamma",
          "levy",
          "inversegamma",
          "invgamma",
          "inversegaussian",
          "invgauss",
          "wald",
          "hyperexponential",
          "foldednormal",
          "skewnormal",
          "skewnorm",
          "gennorm",
          "exponnorm",
          "vonmises",
          "kumaraswamy",
          "pert",
          "betaprime",
          "burr",
          "nakagami",
          "trapezoidal",
          "semicircle",
          "discreteuniform",
          "uniformint",
          "intuniform",
          "randint",
          "expon");

  private static final Map<String, String> NOT_YET = notYet();

  private OtherFamilies() {}

  private static Map<String, String> notYet() {
    Map<String, String> ways = new HashMap<>();
    put(ways, "there are " + Names.list(Family.words()), WITHOUT_ADVICE);
    put(
        ways,
        "write the density in pieces: " + Family.POLYNOMIAL.usage() + " or Histogram",
        List.of("density", "pdf", "custom", "formula"));
    put(ways, "use Kde or Empirical", List.of("samples"));
    put(ways, "write Categorical(value: probability, ...)", List.of("discrete", "choice"));
    put(
        ways,
        "write (u, v) ~ Normal([means], [[covariance]])",
        List.of("multivariatenormal", "mvnormal", "mvn", "multinormal"));
    put(ways, "there are " + Names.list(Family.words()), List.of("dirichlet", "wishart"));
    put(
        ways,
        "write Mixture(weight: DISTRIBUTION, ...)",
        List.of("mix", "gaussianmixture", "gmm", "mixturemodel"));
    put(
        ways,
        "write Normal(mean, standard deviation) on [LOWER, UPPER]",
        List.of("truncnorm", "tnorm"));
    put(ways, "write Normal(0, standard deviation) on [0, inf]", List.of("halfnormal", "halfnorm"));
    put(
        ways,
        "with k degrees of freedom it is Gamma(k / 2, 2)",
        List.of("chi2", "chisquare", "chisquared", "chisq"));
    put(ways, "on [0, 1] it is Beta(1/2, 1/2)", List.of("arcsine"));
    put(ways, "write LogNormal(mu, sigma)", List.of("lognorm"));
    put(ways, "write Weibull(shape, scale)", List.of("weibullmin"));
    put(ways, "with a rate it is Gamma(shape, 1 / rate)", List.of("erlang"));
    put(
        ways,
        "for a fixed value write '=' instead of '~'",
        List.of("dirac", "delta", "constant", "const", "fixed", "deterministic"));
    return Map.copyOf(ways);
  }

  private static void put(Map<String, String> ways, String way, List<String> names) {
    names.forEach(name -> ways.put(name, way));
  }

  /** What to do instead of a distribution that is known elsewhere and not supported here. */
  public static Optional<String> notYet(String word) {
    return Optional.ofNullable(NOT_YET.get(plain(word)));
  }

  /**
   * The family that a word means: by another name of it, or misspelt. Not one that is only a part
   * of the word, as Normal is of SkewNormal: that is another distribution.
   */
  public static Optional<Family> meant(String word) {
    String plain = plain(word);
    if (NOT_YET.containsKey(plain)) {
      return Optional.empty();
    }
    if (SYNONYMS.containsKey(plain)) {
      return Optional.of(SYNONYMS.get(plain));
    }
    return Names.nearest(word, Family.words())
        .filter(near -> plain.equals(plain(near)) || !plain.contains(plain(near)))
        .flatMap(Family::ofWord);
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace("_", "");
  }
}
