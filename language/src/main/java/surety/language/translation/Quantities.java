package surety.language.translation;

import surety.language.model.Expressions;
import surety.language.sure.Sum;

/** What a quantity is, as it is written. */
public final class Quantities {
  private Quantities() {}

  /** Whether it is {@code P(...)}, and nothing else. */
  public static boolean isProbability(Sum quantity) {
    return Expressions.call(quantity)
        .filter(call -> Function.P.word().equals(call.getFunction()))
        .isPresent();
  }
}
