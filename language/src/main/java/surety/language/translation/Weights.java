package surety.language.translation;

import java.util.List;
import java.util.function.Consumer;
import surety.certificates.arithmetic.Rational;

/** Probabilities of all that can be. */
final class Weights {
  private Weights() {}

  /** Whether none is negative and they sum to 1; else the problem says what is wrong. */
  static boolean areProbabilities(List<Rational> weights, Consumer<String> problem) {
    if (weights.isEmpty()) {
      problem.accept("there is nothing to choose from; give probabilities that sum to 1");
      return false;
    }
    Rational sum = Rational.ZERO;
    for (Rational weight : weights) {
      if (weight.signum() < 0) {
        problem.accept(
            "a probability is " + Text.shortened(weight.toString()) + "; it must be at least 0");
        return false;
      }
      sum = sum.plus(weight);
      if (!Numbers.isBounded(sum)) {
        problem.accept("the sum of the probabilities is too long; use fewer digits");
        return false;
      }
    }
    if (!sum.equals(Rational.ONE)) {
      problem.accept(
          "the probabilities sum to "
              + Text.shortened(sum.toString())
              + ", not to 1; correct them, or use fractions such as 1/3");
      return false;
    }
    return true;
  }
}
