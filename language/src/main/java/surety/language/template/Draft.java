package surety.language.template;

import java.util.List;

/**
 * A new specification.
 *
 * @param text laid out, if it can be parsed
 * @param problems what is wrong with it, each naming the field; none if it is a valid specification
 */
public record Draft(String text, List<String> problems) {
  /** Takes a copy of the problems. */
  public Draft {
    problems = List.copyOf(problems);
  }
}
