package surety.language.translation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What of all that can be written can be computed. The rest gets a message that says so. */
final class Support {
  /** The quantities that are bounded; a new one is opened here. */
  private static final Set<Function> FUNCTIONS = EnumSet.of(Function.P);

  /** Whether the cdf given an event is bounded. */
  private static final boolean HAS_CONDITIONAL_CDF = false;

  private Support() {}

  /** What is missing for a quantity: the beginning of a message; nothing if it can be computed. */
  static Optional<String> missing(Figure figure) {
    return figure
        .measured()
        .map(Figure.Measured::function)
        .filter(function -> !FUNCTIONS.contains(function))
        .findFirst()
        .map(function -> "'" + function.word() + "(...)'");
  }

  /** What is missing for a cdf. */
  static Optional<String> missing(Optional<Condition> given) {
    return given.isPresent() && !HAS_CONDITIONAL_CDF
        ? Optional.of("a condition in 'cdf(... | ...)'")
        : Optional.empty();
  }
}
