package surety.language.ide.protocol;

/**
 * What was chosen for an input of a new specification.
 *
 * @param name its name, or {@code x[0]} for one without
 * @param distribution such as {@code Uniform(0, 1)}, or {@code = 1.5} for a fixed value
 */
public record InputChoice(String name, String distribution) {}
