package surety.language.translation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The families of distributions that the kernel knows. */
public enum Family {
  UNIFORM("Uniform", "lower end", "upper end"),
  BETA("Beta", "alpha", "beta"),
  NORMAL("Normal", "mean", "standard deviation"),
  EXPONENTIAL("Exponential", "rate"),
  GAMMA("Gamma", "shape", "scale"),
  TRIANGULAR("Triangular", "lower end", "mode", "upper end"),
  /** Takes edges and weights, or a file, instead of numbers. */
  HISTOGRAM("Histogram");

  private final String word;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, which the type cannot tell.
  private final List<String> parameters;

  Family(String word, String... parameters) {
    this.word = word;
    this.parameters = List.of(parameters);
  }

  /** The word of a specification. */
  public String word() {
    return word;
  }

  /** What its numbers are, in their order. */
  public List<String> parameters() {
    return parameters;
  }

  /** How it is written. */
  public String usage() {
    return this == HISTOGRAM
        ? "Histogram([edges], [weights]) or Histogram(\"FILE.csv\")"
        : word + "(" + String.join(", ", parameters) + ")";
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
