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
      Parameter.number(
          "alpha", "Draws towards 1. At least 1; with smaller ones the density has a pole."),
      Parameter.number(
          "beta", "Draws towards 0. At least 1; with smaller ones the density has a pole.")),
  NORMAL(
      "Normal",
      "The bell curve, unbounded to both sides; 'on [-3, 3]' behind it cuts it off.",
      Parameter.number("mean", "The middle of the curve."),
      Parameter.number("standard deviation", "The width of the curve, not its square. Positive.")),
  EXPONENTIAL(
      "Exponential",
      "From 0 upwards, unbounded, with the mean 1 / rate.",
      Parameter.number("rate", "How fast the density falls. Positive.")),
  GAMMA(
      "Gamma",
      "From 0 upwards, unbounded, with the mean shape * scale.",
      Parameter.number("shape", "At least 1; with smaller ones the density has a pole."),
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
                  "\""))));

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

  /** What its numbers are, in their order; a histogram has none, but lists or a file. */
  public List<String> parameters() {
    return this == HISTOGRAM
        ? List.of()
        : forms.get(0).parameters().stream().map(Parameter::name).toList();
  }

  /** How it is written. */
  public String usage() {
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
