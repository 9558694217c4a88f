package surety.language.ide.protocol;

import java.util.List;

/**
 * The text of a new specification; nothing was written.
 *
 * @param text laid out, if the choices can be parsed
 * @param problems what is wrong with the choices, for people, each beginning with the field
 */
public record NewSpecification(String text, List<String> problems) {}
