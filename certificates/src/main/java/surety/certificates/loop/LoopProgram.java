package surety.certificates.loop;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import surety.certificates.text.StatementException;
import surety.certificates.text.StatementLines;

/**
 * A loop: what is done once before it, and what is done in each of its iterations. A variable that
 * is read before it is written in an iteration has the value that it had at the end of the
 * iteration before.
 *
 * @param start gives values to variables that are read before they are written
 */
public record LoopProgram(List<Instruction> start, List<Instruction> step) {
  /** The first line of every loop. */
  public static final String START = "start";

  /** Bounds the size of what is computed with. */
  public static final int MOST_VARIABLES = 64;

  /** Refuses too many variables. */
  public LoopProgram {
    start = List.copyOf(start);
    step = List.copyOf(step);
    int count = targets(List.of(start, step)).size();
    if (count > MOST_VARIABLES) {
      throw new IllegalArgumentException(
          "a loop has at most %d variables, not %d".formatted(MOST_VARIABLES, count));
    }
  }

  /** Canonical text, each line ended by a line feed. */
  public String canonical() {
    return LoopText.write(this);
  }

  /**
   * The loop of such lines; whoever reads has to see that writing it gives the same again.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static LoopProgram read(StatementLines lines) throws StatementException {
    return LoopReader.read(lines);
  }

  /** The variables that are ever given a value, in the order of the text. */
  public List<String> variables() {
    return targets(List.of(start, step));
  }

  static List<String> targets(List<List<Instruction>> blocks) {
    Set<String> names = new LinkedHashSet<>();
    blocks.forEach(block -> block.forEach(one -> names.addAll(one.targets())));
    return new ArrayList<>(names);
  }
}
