package surety.language.translation;

/**
 * What a family of distributions takes in one place.
 *
 * @param name for people, in a word or two
 * @param meaning a sentence: what it means, and its limits
 * @param before what is written before its value, such as the bracket of a list
 * @param after what is written behind its value
 */
public record Parameter(String name, String meaning, String before, String after) {
  /** A plain number. */
  static Parameter number(String name, String meaning) {
    return new Parameter(name, meaning, "", "");
  }

  /** How it is written, with its name for its value. */
  public String written() {
    return written(name);
  }

  /** How it is written with this value. */
  public String written(String value) {
    return before + value + after;
  }
}
