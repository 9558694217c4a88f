package surety.language.translation;

import java.util.Optional;
import org.eclipse.xtext.EcoreUtil2;
import surety.certificates.arithmetic.Rational;
import surety.language.model.Expressions;
import surety.language.sure.Call;
import surety.language.sure.Expression;
import surety.language.sure.Sum;

/** What a quantity is, as it is written. */
public final class Quantities {
  private static final Optional<Rational> NO_END = Optional.empty();
  private static final Optional<Rational> MINUS_ONE = Optional.of(Rational.of(-1));
  private static final Optional<Rational> ZERO = Optional.of(Rational.of(0));
  private static final Optional<Rational> ONE = Optional.of(Rational.ONE);

  private Quantities() {}

  /**
   * The values that a quantity can have, whatever the network is.
   *
   * @param name of such a value
   * @param lower the least, if there is one
   * @param upper the largest, if there is one
   * @param isPartial whether there may be no value at all, as of a probability under a condition
   *     that never happens
   */
  public record Values(
      String name, Optional<Rational> lower, Optional<Rational> upper, boolean isPartial) {}

  /** Whether it is {@code P(...)}, and nothing else. */
  public static boolean isProbability(Sum quantity) {
    return function(quantity).filter(Function.P::equals).isPresent();
  }

  /** The values of a quantity that is a single function; nothing if these can be any numbers. */
  public static Optional<Values> values(Sum quantity) {
    return function(quantity)
        .flatMap(function -> values(function, Expressions.call(quantity).orElseThrow()));
  }

  private static Optional<Values> values(Function function, Call call) {
    return switch (function) {
      case P -> Optional.of(new Values("probability", ZERO, ONE, call.getGiven() != null));
      case VAR -> Optional.of(new Values("variance", ZERO, NO_END, false));
      case STD -> Optional.of(new Values("standard deviation", ZERO, NO_END, false));
      case CORR -> Optional.of(new Values("correlation", MINUS_ONE, ONE, true));
      case ABS -> Optional.of(new Values("absolute value", ZERO, NO_END, true));
      default -> Optional.empty();
    };
  }

  private static Optional<Function> function(Sum quantity) {
    return Expressions.call(quantity).flatMap(call -> Function.ofWord(call.getFunction()));
  }

  /** Whether there is one in an expression. */
  static boolean isIn(Expression expression) {
    return EcoreUtil2.eAllOfType(expression, Call.class).stream()
        .anyMatch(
            call ->
                Function.ofWord(call.getFunction()).filter(Function::isOfQuantities).isPresent());
  }
}
