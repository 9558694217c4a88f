package surety.language.ide.protocol;

/**
 * An input or output of a network.
 *
 * @param name of the input or output
 * @param exact its value over the reals, as a decimal or a fraction
 * @param float32 what it is in the arithmetic that networks are deployed with; null where that is
 *     the same, or not known
 */
public record RunValue(String name, String exact, String float32) {}
