package surety.language.translation;

import java.util.ArrayList;
import java.util.List;

/**
 * How a cdf may be written: of one sum, two or three, with or without a condition. All that is said
 * of it is written here once: for signatures, completion and hovers.
 */
public final class CdfForms {
  /** The word that it begins with. */
  public static final String WORD = "cdf";

  /** What it stands for, in a sentence. */
  public static final String MEANING =
      "A whole cdf: bounds of P(form <= t) for each threshold t; of several sums the joint one, on a"
          + " grid; with a condition that given an event. Without 'at' there are 100 points, or a"
          + " grid; a list of thresholds stands in brackets, as in at [0, 1, 2].";

  private static final List<String> POINTS = List.of("100", "20 x 20", "10 x 10 x 10");

  private CdfForms() {}

  /**
   * One way to write it.
   *
   * @param parameters what stands in its parentheses, the condition last
   * @param points how many thresholds, as an example
   */
  public record Form(List<String> parameters, boolean hasCondition, String points) {
    /** Keeps its own list. */
    public Form {
      parameters = List.copyOf(parameters);
    }

    /** For instance {@code cdf(form1, form2 | condition) at 20 x 20 points}. */
    public String usage() {
      return with(parameters) + " at " + points + " points";
    }

    /** With something else in its parentheses. */
    private String with(List<String> written) {
      int forms = written.size() - (hasCondition ? 1 : 0);
      String condition = hasCondition ? " | " + written.get(forms) : "";
      return WORD + "(" + String.join(", ", written.subList(0, forms)) + condition + ")";
    }

    /** With places to fill in, as the protocol writes them. */
    public String snippet() {
      List<String> places = new ArrayList<>();
      parameters.forEach(p -> places.add("${" + (places.size() + 1) + ":" + p + "}"));
      List<String> counts = new ArrayList<>();
      for (String count : points.split(" x ", -1)) {
        counts.add("${" + (places.size() + counts.size() + 1) + ":" + count + "}");
      }
      return with(places) + " at " + String.join(" x ", counts) + " points";
    }
  }

  /** Of one sum, two, three; each without a condition and with one. */
  public static List<Form> all() {
    List<Form> all = new ArrayList<>();
    for (int forms = 1; forms <= POINTS.size(); forms++) {
      all.add(of(forms, false));
      all.add(of(forms, true));
    }
    return all;
  }

  private static Form of(int forms, boolean hasCondition) {
    List<String> parameters = new ArrayList<>();
    for (int k = 1; k <= forms; k++) {
      parameters.add(forms == 1 ? "form" : "form" + k);
    }
    if (hasCondition) {
      parameters.add("condition");
    }
    return new Form(parameters, hasCondition, POINTS.get(forms - 1));
  }

  /** Which of all of them is being written, with so many commas before a place. */
  public static int index(int commas, boolean isCondition) {
    return 2 * Math.min(commas, POINTS.size() - 1) + (isCondition ? 1 : 0);
  }
}
