package surety.language.translation;

import java.util.List;
import java.util.Optional;
import surety.language.model.Expressions;
import surety.language.model.Variables;
import surety.language.sure.ConstantDeclaration;
import surety.language.sure.Expression;
import surety.language.sure.NamedReference;
import surety.language.sure.Relation;
import surety.language.sure.VariableValue;

/** Comparisons with a single value, such as {@code a == 1}: these are written as intervals. */
public final class Equalities {
  private Equalities() {}

  /**
   * A comparison of something with one number by '==' or '!=', as the interval that it stands for:
   * {@code a in [1, 1]}. Nothing if it is right, or wrong in another way.
   */
  public static Optional<String> interval(Relation relation) {
    List<String> operators = relation.getOperators();
    boolean isOne = operators.equals(List.of("==")) || operators.equals(List.of("!="));
    if (!isOne || relation.getOperands().size() != 2) {
      return Optional.empty();
    }
    Expression left = relation.getOperands().get(0);
    Expression right = relation.getOperands().get(1);
    Optional<String> leftNumber = number(left);
    Optional<String> rightNumber = number(right);
    if (leftNumber.isPresent() == rightNumber.isPresent()) {
      return Optional.empty();
    }
    String value = leftNumber.or(() -> rightNumber).orElseThrow();
    String negation = operators.get(0).equals("!=") ? "not " : "";
    String compared = Text.of(leftNumber.isPresent() ? right : left);
    return Optional.of("%s%s in [%s, %3$s]".formatted(negation, compared, value));
  }

  /** A number as it is written, or that of a constant: in an interval stand numbers only. */
  private static Optional<String> number(Expression operand) {
    String text = Text.of(operand);
    if (Numbers.parse(text).isPresent()) {
      return Optional.of(text);
    }
    return Expressions.alone(operand)
                .filter(VariableValue.class::isInstance)
                .map(value -> ((VariableValue) value).getReference())
                .filter(NamedReference.class::isInstance)
                .flatMap(
                    reference -> Variables.resolved(((NamedReference) reference).getVariable()))
                .orElse(null)
            instanceof ConstantDeclaration constant
        ? Optional.ofNullable(constant.getNumber())
        : Optional.empty();
  }
}
