package surety.language.translation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import surety.certificates.arithmetic.Operator;
import surety.certificates.arithmetic.Rational;

/** A quantity with the numbers in it multiplied out. */
sealed interface Figure {
  /** A number. */
  record Scalar(Rational value) implements Figure {}

  /**
   * What a function gives.
   *
   * @param forms that it is about, none in a probability
   * @param event of a probability
   * @param given the condition behind a bar
   * @param level of a quantile
   */
  record Measured(
      Function function,
      List<Affine> forms,
      Optional<Condition> event,
      Optional<Condition> given,
      Optional<Rational> level)
      implements Figure {
    /** Keeps its own list. */
    public Measured {
      forms = List.copyOf(forms);
    }

    /** Whether it is a probability. */
    boolean isProbability() {
      return function == Function.P;
    }

    /** The event and the condition, as far as they are there. */
    Stream<Condition> conditions() {
      return Stream.concat(event.stream(), given.stream());
    }
  }

  /** Two figures with an operator between them. */
  record Combined(Operator operator, Figure left, Figure right) implements Figure {}

  /** The absolute value. */
  record Magnitude(Figure of) implements Figure {}

  /** What functions give in it, in their order. */
  default Stream<Measured> measured() {
    if (this instanceof Measured measured) {
      return Stream.of(measured);
    }
    if (this instanceof Combined combined) {
      return Stream.concat(combined.left().measured(), combined.right().measured());
    }
    return this instanceof Magnitude magnitude ? magnitude.of().measured() : Stream.empty();
  }

  /** How many parts there are in another at most. */
  default int depth() {
    if (this instanceof Combined combined) {
      return 1 + Math.max(combined.left().depth(), combined.right().depth());
    }
    if (this instanceof Magnitude magnitude) {
      return 1 + magnitude.of().depth();
    }
    return this instanceof Measured measured
        ? 1 + measured.conditions().mapToInt(Condition::depth).max().orElse(0)
        : 1;
  }
}
