package surety.language.ide.protocol;

import java.util.List;

/**
 * What a network gives for an input.
 *
 * @param title for the window
 * @param details all of it as Markdown
 * @param inputs in the order of the network
 * @param outputs in the order of the network
 * @param event whether the event happens, in words; null of a cdf
 * @param problem what is wrong with the input, or null; all else is empty then
 */
public record RunOutcome(
    String title,
    String details,
    List<RunValue> inputs,
    List<RunValue> outputs,
    String event,
    String problem) {
  /** Keeps its own lists. */
  public RunOutcome {
    inputs = inputs == null ? List.of() : List.copyOf(inputs);
    outputs = outputs == null ? List.of() : List.copyOf(outputs);
  }

  /** There is something wrong. */
  public static RunOutcome refused(String problem) {
    return new RunOutcome("", "", List.of(), List.of(), null, problem);
  }
}
