package surety.language.evaluation;

import java.util.Optional;

/**
 * An input or output with its value, for people.
 *
 * @param name of the input or output
 * @param exact its value over the reals: exactly where that is short, else its first digits and
 *     three points, or an interval around it
 * @param estimate its value in the floating-point format of the network; empty if that is not
 *     known, and for an input that the format holds exactly
 */
public record NamedValue(String name, String exact, Optional<String> estimate) {}
