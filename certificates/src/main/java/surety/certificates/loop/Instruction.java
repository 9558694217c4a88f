package surety.certificates.loop;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import surety.certificates.arithmetic.Rational;

/** One statement of a loop. */
public sealed interface Instruction {
  /** The variables that it may give values to, in the order of the text. */
  List<String> targets();

  /** The variable gets a value that is independent of all others. */
  record Draw(String variable, DrawLaw distribution) implements Instruction {
    /** Refuses what is no name. */
    public Draw {
      LoopText.requireName(variable);
      Objects.requireNonNull(distribution);
    }

    @Override
    public List<String> targets() {
      return List.of(variable);
    }
  }

  /** The variables get the values of the expressions, all at once. */
  record Assignment(List<String> targets, List<Expression> values) implements Instruction {
    /** Refuses targets that occur twice, and another number of values. */
    public Assignment {
      targets = List.copyOf(targets);
      values = List.copyOf(values);
      targets.forEach(LoopText::requireName);
      if (targets.isEmpty() || targets.size() != values.size()) {
        throw new IllegalArgumentException("an assignment has as many values as variables");
      }
      if (new HashSet<>(targets).size() < targets.size()) {
        throw new IllegalArgumentException("a variable is assigned twice at once");
      }
    }
  }

  /** The variable gets the value of one of the expressions, which chance decides. */
  record Choice(String variable, List<Rational> weights, List<Expression> values)
      implements Instruction {
    /** Refuses weights that are no probabilities. */
    public Choice {
      LoopText.requireName(variable);
      weights = List.copyOf(weights);
      values = List.copyOf(values);
      if (values.size() < 2
          || values.size() > DrawLaw.MOST_VALUES
          || weights.size() != values.size()) {
        throw new IllegalArgumentException("a choice is among 2 to 4096 expressions with weights");
      }
      DrawLaw.requireWeights(weights);
    }

    @Override
    public List<String> targets() {
      return List.of(variable);
    }
  }

  /** One of two lists is executed. */
  record Conditional(Condition condition, List<Instruction> then, List<Instruction> otherwise)
      implements Instruction {
    /** Keeps its own lists. */
    public Conditional {
      Objects.requireNonNull(condition);
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }

    @Override
    public List<String> targets() {
      return LoopProgram.targets(List.of(then, otherwise));
    }
  }
}
