package surety.language.translation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What of all that can be written can be computed. The rest gets a message that says so. */
final class Support {
  private static final Set<Function> FUNCTIONS = EnumSet.of(Function.P);

  private static final String SEVERAL = "a distribution for several networks";

  private Support() {}

  /** What is missing for a quantity: the beginning of a message; nothing if it can be computed. */
  static Optional<String> missing(Figure figure, int networks) {
    if (networks > 1) {
      return Optional.of(SEVERAL);
    }
    Optional<Figure.Measured> other =
        figure.measured().filter(m -> !FUNCTIONS.contains(m.function())).findFirst();
    if (other.isPresent()) {
      return Optional.of("'" + other.get().function().word() + "(...)'");
    }
    if (!(figure instanceof Figure.Measured measured)) {
      return Optional.of("arithmetic over probabilities");
    }
    if (measured.given().isPresent()) {
      return Optional.of("a condition in P(... | ...)");
    }
    return missing(measured.event().orElseThrow());
  }

  private static Optional<String> missing(Condition event) {
    return event instanceof Condition.Compared compared
        ? missing(compared.function())
        : Optional.of("an event of several comparisons");
  }

  /** What is missing for a cdf. */
  static Optional<String> missing(Affine form, Optional<Condition> given, int networks) {
    if (networks > 1) {
      return Optional.of(SEVERAL);
    }
    return given.isPresent() ? Optional.of("a condition in cdf(... | ...)") : missing(form);
  }

  private static Optional<String> missing(Affine form) {
    return form.coefficients().keySet().stream().anyMatch(Coordinate::isInput)
        ? Optional.of("an input in an event")
        : Optional.empty();
  }
}
