package surety.certificates.loop;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import surety.certificates.text.TextScanner;

/** Canonical text of loops, as FORMAT.md prescribes it. */
final class LoopText {
  static final String STEP = "step";
  static final String END = "end";
  static final String IF = "if ";
  static final String THEN = " {";
  static final String ELSE = "} else {";
  static final String END_IF = "}";
  static final String DRAW = " ~ ";
  static final String ASSIGN = " := ";

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]{0,63}");
  private static final Set<String> RESERVED =
      Set.of("pi", "cos", "sin", "exp", "sqrt", "not", "and", "or", "if", "else");

  private LoopText() {}

  /** Refuses what is no name of a variable. */
  static void requireName(String name) {
    if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
      throw new IllegalArgumentException(
          "'%s' is no name of a variable: a letter and up to 63 letters or digits, and none of the words that mean something else"
              .formatted(TextScanner.brief(name)));
    }
  }

  static String write(LoopProgram program) {
    StringBuilder text = new StringBuilder(LoopProgram.START).append('\n');
    write(program.start(), text);
    text.append(STEP).append('\n');
    write(program.step(), text);
    return text.append(END).append('\n').toString();
  }

  private static void write(List<Instruction> block, StringBuilder text) {
    for (Instruction instruction : block) {
      if (instruction instanceof Instruction.Conditional conditional) {
        write(conditional, text);
      } else {
        text.append(line(instruction)).append('\n');
      }
    }
  }

  private static void write(Instruction.Conditional conditional, StringBuilder text) {
    text.append(IF).append(conditional.condition().canonical()).append(THEN).append('\n');
    write(conditional.then(), text);
    if (!conditional.otherwise().isEmpty()) {
      text.append(ELSE).append('\n');
      write(conditional.otherwise(), text);
    }
    text.append(END_IF).append('\n');
  }

  private static String line(Instruction instruction) {
    String targets = String.join(", ", instruction.targets());
    if (instruction instanceof Instruction.Draw draw) {
      return targets + DRAW + draw.distribution().canonical();
    }
    if (instruction instanceof Instruction.Choice choice) {
      StringBuilder text = new StringBuilder(targets).append(ASSIGN).append('{');
      for (int k = 0; k < choice.values().size(); k++) {
        text.append(k == 0 ? "" : "; ").append(choice.weights().get(k)).append(": ");
        text.append(choice.values().get(k).canonical());
      }
      return text.append('}').toString();
    }
    Instruction.Assignment assignment = (Instruction.Assignment) instruction;
    return targets
        + ASSIGN
        + assignment.values().stream().map(Expression::canonical).collect(joining(", "));
  }
}
