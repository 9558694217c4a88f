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

  /** The name of a file of samples. */
  static Parameter samples() {
    return new Parameter(
        "FILE.csv",
        "A table beside the specification: a line for each sample, a column for each input.",
        "\"",
        "\"");
  }

  /** A bandwidth, with brackets around it. */
  static Parameter bandwidth(String name, String before, String after) {
    return new Parameter(
        name,
        "The standard deviation around a sample: one for all columns, one for each, a covariance"
            + " matrix, or the rule scott or silverman.",
        "bandwidth = " + before,
        after);
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
