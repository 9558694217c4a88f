package surety.language.loop;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import surety.certificates.arithmetic.Rational;
import surety.certificates.loop.Expression;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.sure.ConstantDeclaration;
import surety.language.sure.LoopConstant;
import surety.language.sure.LoopDeclaration;
import surety.language.sure.LoopVariable;
import surety.language.sure.SureFile;
import surety.language.sure.VariableReference;
import surety.language.translation.Numbers;

/** What names mean in a loop: its variables, its constants, those of the file, pi and e. */
final class LoopScope {
  private static final Expression ONE = new Expression.Constant(Rational.ONE);
  private static final Expression E = new Expression.Applied(Expression.Function.EXP, ONE);

  private final List<String> variables;
  private final Map<String, LoopConstant> constants = new HashMap<>();
  private final Map<String, Rational> numbers = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  LoopScope(LoopDeclaration loop) {
    variables = Loops.variables(loop).stream().map(LoopVariable::getName).toList();
    Loops.constants(loop).forEach(constant -> constants.put(constant.getName(), constant));
    ((SureFile) loop.eContainer())
        .getElements().stream()
            .filter(ConstantDeclaration.class::isInstance)
            .map(ConstantDeclaration.class::cast)
            .forEach(
                constant ->
                    Numbers.parse(constant.getNumber())
                        .ifPresent(number -> numbers.put(constant.getName(), number)));
  }

  boolean isVariable(String name) {
    return variables.contains(name);
  }

  /** What a name stands for that is no variable. */
  Expression constant(String name, VariableReference reference) {
    if (constants.containsKey(name)) {
      return constant(constants.get(name), reference);
    }
    if (numbers.containsKey(name)) {
      return new Expression.Constant(numbers.get(name));
    }
    return switch (name) {
      case "pi" -> new Expression.Pi();
      case "e" -> E;
      default ->
          throw new LoopProblemException(
              IssueCodes.LOOP_VARIABLE,
              "the loop has no variable '%s'; %s".formatted(name, wayOut(name)),
              reference);
    };
  }

  private Expression constant(LoopConstant constant, VariableReference reference) {
    if (!open.add(constant.getName())) {
      throw new LoopProblemException(
          IssueCodes.LOOP_VARIABLE,
          "constant '%s' is computed from itself; write it without".formatted(constant.getName()),
          reference);
    }
    Expression value = new LoopExpressionReader(this, false).of(constant.getValue());
    open.remove(constant.getName());
    return value;
  }

  private String wayOut(String name) {
    Optional<String> nearest = Names.nearest(name, variables);
    return nearest
        .map(near -> "did you mean '" + near + "'?")
        .orElse("give it a value in 'start': " + name + " := 0;");
  }
}
