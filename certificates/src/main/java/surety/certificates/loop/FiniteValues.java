package surety.certificates.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import surety.certificates.arithmetic.Rational;

/**
 * Which variables of a loop have finitely many values, and which: the least sets that have the
 * values of everything in them that the variable is ever given, anywhere in the text, if its
 * operands have any of their values. So a variable never has a value outside of its set, whatever
 * is executed, and in whatever order.
 */
public final class FiniteValues {
  /** Of a variable with more values nothing is known. */
  public static final int MOST_VALUES = 64;

  /** Longer values are not looked at, so that no square of a square takes all memory. */
  private static final int MOST_BITS = 4096;

  /** Most combinations of values that one expression or condition is looked at for. */
  private static final int MOST_COMBINATIONS = 4096;

  private final Map<String, Set<Rational>> sets = new HashMap<>();
  private final Set<String> infinite = new TreeSet<>();
  private boolean hasChanged;

  private FiniteValues() {}

  /** Of a loop. Ends because sets only grow, each to {@link #MOST_VALUES} at most. */
  public static FiniteValues of(LoopProgram program) {
    FiniteValues values = new FiniteValues();
    program.variables().forEach(name -> values.sets.put(name, new TreeSet<>()));
    do {
      values.hasChanged = false;
      values.addBlock(program.start());
      values.addBlock(program.step());
    } while (values.hasChanged);
    return values;
  }

  /** The values of a variable, ascending; empty if there may be others, or if it never has one. */
  public Optional<List<Rational>> of(String variable) {
    Set<Rational> known = sets.getOrDefault(variable, Set.of());
    return infinite.contains(variable) || known.isEmpty()
        ? Optional.empty()
        : Optional.of(List.copyOf(known));
  }

  /**
   * All the values that some variables have together, as far as is known: each combination of
   * values of theirs.
   *
   * @return empty if one of them may have other values, or there are too many combinations
   */
  public Optional<List<Map<String, Rational>>> combinations(Set<String> variables) {
    List<Map<String, Rational>> all = List.of(Map.of());
    for (String variable : variables) {
      Optional<List<Rational>> values = of(variable);
      if (values.isEmpty() || (long) values.get().size() * all.size() > MOST_COMBINATIONS) {
        return Optional.empty();
      }
      List<Map<String, Rational>> more = new ArrayList<>();
      for (Map<String, Rational> one : all) {
        for (Rational value : values.get()) {
          Map<String, Rational> extended = new TreeMap<>(one);
          extended.put(variable, value);
          more.add(extended);
        }
      }
      all = more;
    }
    return Optional.of(all);
  }

  /**
   * The value of an expression.
   *
   * @param values of all variables in it
   * @throws ArithmeticException if it is no fraction, for all that is known, or divides by 0
   */
  public static Rational value(Expression expression, Map<String, Rational> values) {
    if (expression instanceof Expression.Constant constant) {
      return constant.value();
    }
    if (expression instanceof Expression.Variable variable) {
      return values.get(variable.name());
    }
    if (expression instanceof Expression.Power power) {
      Rational base = value(power.base(), values);
      Rational result = Rational.ONE;
      for (int k = 0; k < power.exponent(); k++) {
        result = result.times(base);
      }
      return result;
    }
    if (expression instanceof Expression.Binary binary) {
      return binary.operator().apply(value(binary.left(), values), value(binary.right(), values));
    }
    throw new ArithmeticException(expression.canonical() + " is not known to be a fraction");
  }

  private void addBlock(List<Instruction> block) {
    block.forEach(this::add);
  }

  private void add(Instruction instruction) {
    if (instruction instanceof Instruction.Draw draw) {
      if (draw.distribution() instanceof DrawLaw.Finite finite) {
        addAll(draw.variable(), finite.values());
      } else {
        setInfinite(draw.variable());
      }
    } else if (instruction instanceof Instruction.Assignment assignment) {
      for (int k = 0; k < assignment.targets().size(); k++) {
        add(assignment.targets().get(k), assignment.values().get(k));
      }
    } else if (instruction instanceof Instruction.Choice choice) {
      choice.values().forEach(value -> add(choice.variable(), value));
    } else if (instruction instanceof Instruction.Conditional conditional) {
      addBlock(conditional.then());
      addBlock(conditional.otherwise());
    }
  }

  private void add(String target, Expression expression) {
    if (infinite.contains(target)) {
      return;
    }
    if (expression.variables().stream().anyMatch(this::isOpen)) {
      return; // it is looked at again when a value of its operand is known
    }
    Optional<List<Map<String, Rational>>> operands = combinations(expression.variables());
    if (operands.isEmpty()) {
      setInfinite(target);
      return;
    }
    try {
      List<Rational> values = new ArrayList<>();
      operands.get().forEach(each -> values.add(value(expression, each)));
      addAll(target, values);
    } catch (ArithmeticException e) {
      setInfinite(target);
    }
  }

  /** Whether a variable has no value so far. */
  private boolean isOpen(String variable) {
    return !infinite.contains(variable) && sets.getOrDefault(variable, Set.of()).isEmpty();
  }

  private void addAll(String target, List<Rational> values) {
    Set<Rational> known = sets.get(target);
    hasChanged |= known.addAll(values);
    boolean isLong = values.stream().anyMatch(value -> value.bitLength() > MOST_BITS);
    if (isLong || known.size() > MOST_VALUES) {
      setInfinite(target);
    }
  }

  private void setInfinite(String target) {
    hasChanged |= infinite.add(target);
  }
}
