package surety.certificates.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Rational;
import surety.certificates.text.StatementException;
import surety.certificates.text.StatementLines;
import surety.certificates.text.TextScanner;

/** Reads the lines of a loop. */
final class LoopReader {
  /** Bounds the size of what is read. */
  private static final int MOST_INSTRUCTIONS = 4096;

  private static final int MOST_NESTED = 32;

  private final StatementLines lines;
  private int instructions;

  private LoopReader(StatementLines lines) {
    this.lines = lines;
  }

  static LoopProgram read(StatementLines lines) throws StatementException {
    LoopReader reader = new LoopReader(lines);
    lines.expect(LoopProgram.START);
    List<Instruction> start = reader.block(LoopText.STEP, 0);
    List<Instruction> step = reader.block(LoopText.END, 0);
    return new LoopProgram(start, step);
  }

  /** All up to a line, which is taken, too. */
  private List<Instruction> block(String end, int nested) throws StatementException {
    List<Instruction> block = new ArrayList<>();
    for (String line = lines.after(""); !line.equals(end); line = lines.after("")) {
      block.add(instruction(line, nested));
    }
    return block;
  }

  private Instruction instruction(String line, int nested) throws StatementException {
    if (++instructions > MOST_INSTRUCTIONS || nested > MOST_NESTED) {
      throw lines.wrong("the loop has more statements than anybody waits for");
    }
    TextScanner text = new TextScanner(line, "a statement of the loop");
    if (text.takes(LoopText.IF)) {
      return conditional(text, nested + 1);
    }
    List<String> targets = new ArrayList<>();
    do {
      targets.add(name(text));
    } while (text.takes(", "));
    Instruction instruction = plain(targets, text);
    text.expectEnd();
    return instruction;
  }

  private static Instruction plain(List<String> targets, TextScanner text)
      throws StatementException {
    if (targets.size() == 1 && text.takes(LoopText.DRAW)) {
      return new Instruction.Draw(targets.get(0), DrawLawReader.read(text));
    }
    text.expect(LoopText.ASSIGN);
    if (targets.size() == 1 && text.takes("{")) {
      return choice(targets.get(0), text);
    }
    List<Expression> values = new ArrayList<>();
    do {
      values.add(ExpressionReader.expression(text));
    } while (text.takes(", "));
    return new Instruction.Assignment(targets, values);
  }

  private static Instruction choice(String target, TextScanner text) throws StatementException {
    List<Rational> weights = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    do {
      weights.add(text.rational());
      text.expect(": ");
      values.add(ExpressionReader.expression(text));
    } while (text.takes("; "));
    text.expect("}");
    return new Instruction.Choice(target, weights, values);
  }

  private Instruction conditional(TextScanner text, int nested) throws StatementException {
    Condition condition = ExpressionReader.condition(text);
    text.expect(LoopText.THEN);
    text.expectEnd();
    List<Instruction> then = new ArrayList<>();
    Optional<List<Instruction>> otherwise = Optional.empty();
    for (String line = lines.after(""); !line.equals(LoopText.END_IF); line = lines.after("")) {
      if (otherwise.isEmpty() && line.equals(LoopText.ELSE)) {
        otherwise = Optional.of(new ArrayList<>());
      } else {
        otherwise.orElse(then).add(instruction(line, nested));
      }
    }
    return new Instruction.Conditional(condition, then, otherwise.orElse(List.of()));
  }

  static String name(TextScanner text) throws StatementException {
    String name = text.run("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789");
    if (name.isEmpty()) {
      throw text.expected("the name of a variable");
    }
    return name;
  }
}
