package surety.language.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import surety.certificates.arithmetic.Rational;
import surety.certificates.loop.Expression;
import surety.certificates.loop.Instruction;
import surety.certificates.loop.LoopProgram;
import surety.language.problems.IssueCodes;
import surety.language.problems.Problem;
import surety.language.sure.LoopAssignment;
import surety.language.sure.LoopBranch;
import surety.language.sure.LoopConditional;
import surety.language.sure.LoopDeclaration;
import surety.language.sure.LoopStatement;
import surety.language.sure.LoopVariable;
import surety.language.sure.SurePackage;
import surety.language.translation.Numbers;

/** Loops, statement by statement. */
public final class LoopReader {
  private final List<Problem> problems = new ArrayList<>();
  private final LoopExpressionReader expressions;
  private final LoopConditionReader conditions;
  private final LoopLawReader laws;

  private LoopReader(LoopDeclaration loop) {
    LoopScope scope = new LoopScope(loop);
    this.expressions = new LoopExpressionReader(scope, true);
    this.conditions = new LoopConditionReader(expressions);
    this.laws = new LoopLawReader(scope);
  }

  /** What is wrong with a loop. */
  public static List<Problem> problems(LoopDeclaration loop) {
    LoopReader reader = new LoopReader(loop);
    reader.program(loop);
    return reader.problems;
  }

  /** The loop, if there is nothing wrong with it. */
  public static Optional<LoopProgram> read(LoopDeclaration loop) {
    LoopReader reader = new LoopReader(loop);
    Optional<LoopProgram> program = reader.program(loop);
    return reader.problems.isEmpty() ? program : Optional.empty();
  }

  private Optional<LoopProgram> program(LoopDeclaration loop) {
    List<Instruction> start = block(loop.getStart());
    List<Instruction> step = block(loop.getStep());
    try {
      return Optional.of(new LoopProgram(start, step));
    } catch (IllegalArgumentException e) {
      problems.add(
          new Problem(
              IssueCodes.LOOP_SIZE,
              e.getMessage(),
              loop,
              SurePackage.Literals.LOOP_DECLARATION__NAME));
      return Optional.empty();
    }
  }

  private List<Instruction> block(List<LoopStatement> written) {
    List<Instruction> block = new ArrayList<>();
    for (LoopStatement statement : written) {
      try {
        block.add(instruction(statement));
      } catch (LoopProblemException e) {
        problems.add(e.problem());
      }
    }
    return block;
  }

  private Instruction instruction(LoopStatement statement) {
    if (statement instanceof LoopConditional conditional) {
      return new Instruction.Conditional(
          conditions.of(conditional.getCondition()),
          block(conditional.getThen()),
          block(conditional.getOtherwise()));
    }
    LoopAssignment assignment = (LoopAssignment) statement;
    List<String> targets = assignment.getTargets().stream().map(LoopVariable::getName).toList();
    return orProblem(assignment, () -> plain(assignment, targets));
  }

  private Instruction plain(LoopAssignment assignment, List<String> targets) {
    if (assignment.getLaw() != null) {
      requireOne(assignment, "a draw is given to one variable");
      return new Instruction.Draw(targets.get(0), laws.of(assignment.getLaw()));
    }
    if (!assignment.getBranches().isEmpty()) {
      requireOne(assignment, "a choice is given to one variable");
      return choice(targets.get(0), assignment.getBranches());
    }
    return new Instruction.Assignment(targets, expressions.all(assignment.getValues()));
  }

  private static void requireOne(LoopAssignment assignment, String message) {
    if (assignment.getTargets().size() != 1) {
      throw new IllegalArgumentException(message);
    }
  }

  private Instruction choice(String target, List<LoopBranch> branches) {
    List<Rational> weights = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    for (LoopBranch branch : branches) {
      weights.add(
          Numbers.parse(branch.getWeight())
              .orElseThrow(() -> new IllegalArgumentException("a weight is no number")));
      values.add(expressions.of(branch.getValue()));
    }
    return new Instruction.Choice(target, weights, values);
  }

  /** What the kernel refuses is wrong with the statement as a whole. */
  private static Instruction orProblem(LoopAssignment at, Supplier<Instruction> read) {
    try {
      return read.get();
    } catch (IllegalArgumentException e) {
      throw new LoopProblemException(
          IssueCodes.LOOP_STATEMENT,
          e.getMessage(),
          at,
          SurePackage.Literals.LOOP_ASSIGNMENT__TARGETS);
    }
  }
}
