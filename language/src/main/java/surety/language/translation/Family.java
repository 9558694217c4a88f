package surety.language.translation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The families of distributions that the kernel knows. All that is said of them is written here
 * once: for messages, completion and signatures.
 */
public enum Family {
  UNIFORM(
      "Uniform",
      "Equally likely everywhere in an interval.",
      Parameter.number("lower end", "The smallest value."),
      Parameter.number("upper end", "The largest value; larger than the lower end.")),
  BETA(
      "Beta",
      "On [0, 1], with the mean alpha / (alpha + beta); the larger the two, the narrower.",
      Parameter.number("alpha", "Draws towards 1. Positive; below 1 the density has a pole at 0."),
      Parameter.number("beta", "Draws towards 0. Positive; below 1 the density has a pole at 1.")),
  NORMAL(
      "Normal",
      "The bell curve, unbounded to both sides; 'on [-3, 3]' behind it cuts it off. With lists,"
          + " several inputs that vary together.",
      List.of(
          List.of(
              Parameter.number("mean", "The middle of the curve."),
              Parameter.number(
                  "standard deviation", "The width of the curve, not its square. Positive.")),
          List.of(
              Parameter.number("mean", "The middle of the curve."),
              new Parameter("variance", "The square of the width. Positive.", "variance = ", "")),
          List.of(
              new Parameter("means", "One for each of several inputs.", "[", "]"),
              new Parameter(
                  "covariance",
                  "A row for each input; symmetric and positive semidefinite, exactly.",
                  "[[",
                  "]]")))),
  EXPONENTIAL(
      "Exponential",
      "From 0 upwards, unbounded, with the mean 1 / rate.",
      Parameter.number("rate", "How fast the density falls. Positive.")),
  GAMMA(
      "Gamma",
      "From 0 upwards, unbounded, with the mean shape * scale.",
      Parameter.number("shape", "Positive; below 1 the density has a pole at 0."),
      Parameter.number("scale", "The factor by which all is stretched; 1 / rate. Positive.")),
  TRIANGULAR(
      "Triangular",
      "On an interval; the density rises in a straight line to the mode, and falls in another.",
      Parameter.number("lower end", "The smallest value."),
      Parameter.number("mode", "The likeliest value; between the ends, or at one of them."),
      Parameter.number("upper end", "The largest value; larger than the lower end.")),
  HISTOGRAM(
      "Histogram",
      "Bins side by side; within each the density is constant.",
      List.of(
          List.of(
              new Parameter(
                  "edges", "Where the bins end: ascending, one more than weights.", "[", "]"),
              new Parameter(
                  "weights",
                  "The probability of each bin: at least 0, with the sum 1, exactly; 1/3 is a number.",
                  "[",
                  "]")),
          List.of(
              new Parameter(
                  "FILE.csv",
                  "A table beside the specification; its first line is lower,upper,weight or"
                      + " lower,upper,count, and each further line is a bin.",
                  "\"",
                  "\"")))),
  POLYNOMIAL(
      "Polynomial",
      "On an interval in pieces; within each the density is a polynomial of the input.",
      List.of(
          List.of(
              new Parameter(
                  "edges", "Where the pieces end: ascending, one more than pieces.", "[", "]"),
              new Parameter(
                  "coefficients",
                  "For each piece those of 1, x, x^2 and so on, where x is the input; nowhere"
                      + " negative, and with the integral 1, exactly.",
                  "[[",
                  "], ...]")))),
  LOG_NORMAL(
      "LogNormal",
      "From 0 upwards, unbounded: its logarithm is normal.",
      Parameter.number("mu", "The mean of the logarithm."),
      Parameter.number("sigma", "The standard deviation of the logarithm. From 1e-6 to 10.")),
  WEIBULL(
      "Weibull",
      "From 0 upwards, unbounded: how long something lasts.",
      Parameter.number(
          "shape", "From 1/100 to 1000; 1 is an exponential, below 1 there is a pole at 0."),
      Parameter.number("scale", "The factor by which all is stretched. Positive.")),
  LOGISTIC(
      "Logistic",
      "Like the bell curve with heavier tails, unbounded to both sides.",
      Parameter.number("mean", "The middle of the curve."),
      Parameter.number(
          "scale", "The width; the standard deviation is 1.81 times as large. Positive.")),
  LAPLACE(
      "Laplace",
      "An exponential to both sides of the mean, unbounded.",
      Parameter.number("mean", "The middle, where the peak is."),
      Parameter.number("scale", "The mean distance from the middle. Positive.")),
  STUDENT_T(
      "StudentT",
      "Like the bell curve with tails of a power, unbounded to both sides; it has a mean for more"
          + " than 1 degree of freedom, and a variance for more than 2.",
      Parameter.number(
          "degrees of freedom", "From 1/2 to 10000; the fewer, the heavier the tails."),
      Parameter.number("location", "The middle of the curve."),
      Parameter.number("scale", "The factor by which all is stretched. Positive.")),
  CAUCHY(
      "Cauchy",
      "A peak with tails so heavy that there is no mean, unbounded to both sides.",
      Parameter.number("location", "The middle of the curve, the median."),
      Parameter.number("scale", "Half of the probability is within so much. Positive.")),
  PARETO(
      "Pareto",
      "From a minimum upwards, unbounded, with the tail of a power; it has a finite mean for"
          + " shapes above 1, and a variance for shapes above 2.",
      Parameter.number("shape", "From 1/5 to 9999; the smaller, the heavier the tail."),
      Parameter.number("minimum", "The smallest value. Positive.")),
  TRUNCATED_NORMAL(
      "TruncatedNormal",
      "The bell curve under the condition that the value lies between two ends; the same as"
          + " Normal(mean, standard deviation) on [lower end, upper end].",
      Parameter.number("mean", "The middle of the curve, before it is cut off."),
      Parameter.number(
          "standard deviation", "The width of the curve, before it is cut off. Positive."),
      Parameter.number("lower end", "The smallest value."),
      Parameter.number("upper end", "The largest value; larger than the lower end.")),
  MIXTURE(
      "Mixture",
      "One of several distributions, each with a probability.",
      List.of(
          List.of(
              new Parameter(
                  "weight: DISTRIBUTION",
                  "A probability and a distribution, as often as wanted; the sum is 1, exactly.",
                  "",
                  ", ...")))),
  BERNOULLI(
      "Bernoulli",
      "1 with a probability, else 0.",
      Parameter.number("probability", "Of 1; from 0 to 1.")),
  CATEGORICAL(
      "Categorical",
      "One of several numbers, each with a probability.",
      List.of(
          List.of(
              new Parameter(
                  "value: probability",
                  "A number and how likely it is, as often as wanted; the sum is 1, exactly.",
                  "",
                  ", ...")))),
  BINOMIAL(
      "Binomial",
      "How often something happens in so many independent trials.",
      Parameter.number("trials", "A whole number from 1 to 1000."),
      Parameter.number("probability", "Of each trial; from 0 to 1.")),
  POISSON(
      "Poisson",
      "How often something rare happens. Its far tail, below 1e-30, counts as unknown, so that means"
          + " are unknown, too; on a range, as in Poisson(3) on [0, 50], they are bounded.",
      Parameter.number("mean", "Positive, at most 1000.")),
  ONE_HOT(
      "OneHot",
      "Exactly one of several inputs is 1, and the others are 0.",
      List.of(
          List.of(
              new Parameter(
                  "input: probability",
                  "One of the inputs in front of '~' and how likely it is 1; the sum is 1, exactly.",
                  "",
                  ", ...")))),
  KDE(
      "Kde",
      "A normal distribution around each sample of a file: a kernel density estimate.",
      List.of(
          List.of(Parameter.samples(), Parameter.bandwidth("bandwidth", "", "")),
          List.of(Parameter.samples(), Parameter.bandwidth("bandwidth of each column", "[", "]")),
          List.of(Parameter.samples(), Parameter.bandwidth("covariance", "[[", "]]")),
          List.of(Parameter.samples(), Parameter.bandwidth("scott", "", "")))),
  EMPIRICAL(
      "Empirical",
      "Each sample of a file is equally likely.",
      List.of(List.of(Parameter.samples())));

  private final String word;
  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, which the type cannot tell.
  private final List<Form> forms;

  Family(String word, String meaning, Parameter... parameters) {
    this(word, meaning, List.of(List.of(parameters)));
  }

  Family(String word, String meaning, List<List<Parameter>> forms) {
    this.word = word;
    this.meaning = meaning;
    this.forms = forms.stream().map(parameters -> new Form(word, parameters)).toList();
  }

  /** The word of a specification. */
  public String word() {
    return word;
  }

  /** What distributions of the family are like, in a sentence. */
  public String meaning() {
    return meaning;
  }

  /** The ways to write one, at least one. */
  public List<Form> forms() {
    return forms;
  }

  /** What its numbers are, in their order; some have none, but lists, files or pairs. */
  public List<String> parameters() {
    return switch (this) {
      case HISTOGRAM, POLYNOMIAL, MIXTURE, CATEGORICAL, ONE_HOT, KDE, EMPIRICAL -> List.of();
      default -> forms.get(0).parameters().stream().map(Parameter::name).toList();
    };
  }

  /** Whether it is a density of one input that has numbers or lists of them for parameters. */
  boolean isOfNumbers() {
    return switch (this) {
      case MIXTURE, BERNOULLI, CATEGORICAL, BINOMIAL, POISSON, ONE_HOT, KDE, EMPIRICAL -> false;
      default -> true;
    };
  }

  /** Whether its density is given by lists, piece by piece. */
  boolean isOfPieces() {
    return this == HISTOGRAM || this == POLYNOMIAL;
  }

  /** Whether it can be of several inputs that are drawn together. */
  boolean isJoint() {
    return switch (this) {
      case MIXTURE, ONE_HOT, KDE, EMPIRICAL -> true;
      default -> false;
    };
  }

  /** Whether a parameter says where the distribution is, and moves with it. */
  boolean isPlace(int parameter) {
    return switch (this) {
      case UNIFORM, TRIANGULAR -> true;
      case NORMAL, LOGISTIC, LAPLACE, CAUCHY -> parameter == 0;
      case STUDENT_T -> parameter == 1;
      default -> false;
    };
  }

  /** Whether one of its parameters says where it is. */
  boolean hasPlace() {
    return isPlace(0) || isPlace(1);
  }

  /** How it is written: with numbers, if it can be; else in all ways. */
  public String usage() {
    return parameters().isEmpty() ? allUsages() : forms.get(0).usage();
  }

  /** All the ways in which it is written. */
  public String allUsages() {
    return forms.stream().map(Form::usage).collect(Collectors.joining(" or "));
  }

  /** The family with this word. */
  public static Optional<Family> ofWord(String word) {
    return Arrays.stream(values()).filter(family -> family.word.equals(word)).findFirst();
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Family::word).toList();
  }
}
