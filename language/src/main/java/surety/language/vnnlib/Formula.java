package surety.language.vnnlib;

import java.util.List;

/** What is asserted. */
sealed interface Formula {
  /** {@code sum <= 0}, or {@code sum < 0}. */
  record Below(Sum sum, boolean isStrict, Term place) implements Formula {}

  /** All of them; of none it is true. */
  record All(List<Formula> parts) implements Formula {}

  /** At least one of them. */
  record Any(List<Formula> parts) implements Formula {}
}
