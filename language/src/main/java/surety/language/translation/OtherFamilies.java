package surety.language.translation;

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
      Map.of(
          "binom", Family.BINOMIAL,
          "gauss", Family.NORMAL,
          "gaussian", Family.NORMAL,
          "norm", Family.NORMAL,
          "exp", Family.EXPONENTIAL,
          "triangle", Family.TRIANGULAR);

  private static final List<String> WITHOUT_ADVICE =
      List.of(
          "lognormal",
          "lognorm",
          "lnormal",
          "lnorm",
          "loggaussian",
          "galton",
          "weibull",
          "weibullmin",
          "weibullmax",
          "exponweib",
          "rayleigh",
          "maxwell",
          "rice",
          "cauchy",
          "lorentz",
          "student",
          "studentt",
          "studentst",
          "t",
          "tdistribution",
          "f",
          "betabinomial",
          "negativebinomial",
          "nbinom",
          "geometric",
          "geom",
          "hypergeometric",
          "multinomial",
          "zipf",
          "logistic",
          "loglogistic",
          "laplace",
          "doubleexponential",
          "gumbel",
          "gev",
          "frechet",
          "pareto",
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
          "arcsine",
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
        List.of("truncatednormal", "truncnormal", "truncnorm", "tnormal", "tnorm"));
    put(ways, "write Normal(0, standard deviation) on [0, inf]", List.of("halfnormal", "halfnorm"));
    put(
        ways,
        "with k degrees of freedom it is Gamma(k / 2, 2), where k is at least 2",
        List.of("chi2", "chisquare", "chisquared", "chisq"));
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
