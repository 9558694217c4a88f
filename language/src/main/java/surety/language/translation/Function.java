package surety.language.translation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The functions of events and quantities. All that is said of them is written here once: for
 * messages, completion and hovers.
 */
public enum Function {
  P("P", Kind.QUANTITY, "event", "The probability of an event, or of one given another: P(a | b)."),
  E(
      "E",
      Kind.QUANTITY,
      "form",
      "The mean of a sum of outputs and inputs, or that given an event: E(e | b)."),
  VAR("Var", Kind.QUANTITY, "form", "The variance of a sum of outputs and inputs."),
  STD("Std", Kind.QUANTITY, "form", "The standard deviation of a sum of outputs and inputs."),
  COV("Cov", Kind.QUANTITY, "form1, form2", "The covariance of two sums of outputs and inputs."),
  CORR("Corr", Kind.QUANTITY, "form1, form2", "The correlation of two sums of outputs and inputs."),
  QUANTILE("quantile", Kind.QUANTITY, "form, level", "The least t with P(form <= t) >= level."),
  CVAR(
      "cvar",
      Kind.QUANTITY,
      "form, level",
      "The conditional value at risk: the mean of the largest values of a form, of which the"
          + " share is 1 - level."),
  ABS("abs", Kind.NUMBER, "value", "The absolute value."),
  MIN("min", Kind.NUMBER, "value1, value2", "The least of several values."),
  MAX("max", Kind.NUMBER, "value1, value2", "The largest of several values."),
  ARGMAX(
      "argmax",
      Kind.CLASS,
      "network",
      "The output of a network that is largest; the first one, of several that are."),
  ARGMIN(
      "argmin",
      Kind.CLASS,
      "network",
      "The output of a network that is least; the first one, of several that are.");

  /** What a function gives. */
  enum Kind {
    QUANTITY,
    NUMBER,
    CLASS
  }

  private final String word;
  private final Kind kind;
  private final String parameters;
  private final String meaning;

  Function(String word, Kind kind, String parameters, String meaning) {
    this.word = word;
    this.kind = kind;
    this.parameters = parameters;
    this.meaning = meaning;
  }

  /** The word of a specification. */
  public String word() {
    return word;
  }

  /** What it stands for, in a sentence. */
  public String meaning() {
    return meaning;
  }

  /** Whether it gives a quantity: it has no place inside of an event. */
  public boolean isOfQuantities() {
    return kind == Kind.QUANTITY;
  }

  /** Whether quantities may be computed with it. */
  public boolean fitsQuantities() {
    return kind == Kind.QUANTITY || this == ABS;
  }

  /** What stands in its parentheses. */
  public List<String> parameters() {
    return List.of(parameters.split(", "));
  }

  /** What a parameter is, in a sentence. */
  public static String meaning(String parameter) {
    return switch (parameter) {
      case "event" -> "What happens or not: comparisons, joined by and, or, not.";
      case "condition" -> "Another event, which is known to happen.";
      case "level" -> "The probability of smaller values: between 0 and 1, such as 0.99.";
      case "network" -> "One of the networks that the distribution is for.";
      default -> "A sum of outputs, inputs and numbers, times numbers.";
    };
  }

  /** How it is written: {@code quantile(form, level)}. */
  public String usage() {
    return word + "(" + parameters + ")";
  }

  Kind kind() {
    return kind;
  }

  /** Whether another event may stand in it behind a bar. */
  public boolean takesCondition() {
    return this == P || this == E;
  }

  /** Whether so many arguments are right. */
  public boolean takes(int arguments) {
    boolean isOfMany = this == MIN || this == MAX;
    return isOfMany ? arguments >= 2 : arguments == parameters().size();
  }

  /** The function with this word. */
  public static Optional<Function> ofWord(String word) {
    return Arrays.stream(values()).filter(function -> function.word.equals(word)).findFirst();
  }

  /** All words. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Function::word).toList();
  }
}
