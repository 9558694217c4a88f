package surety.language.template;

import java.util.Objects;

/**
 * What was chosen for an input.
 *
 * @param name its name, or {@code x[0]}
 * @param distribution how it is distributed, such as {@code Uniform(0, 1)}, or {@code = 1.5}
 */
public record Choice(String name, String distribution) {
  /** Refuses missing parts. */
  public Choice {
    Objects.requireNonNull(name);
    Objects.requireNonNull(distribution);
  }
}
