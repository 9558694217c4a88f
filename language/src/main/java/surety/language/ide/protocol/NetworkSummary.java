package surety.language.ide.protocol;

import java.util.List;

/**
 * What a specification of a network may begin with.
 *
 * @param name a name for the network
 * @param inputs names for its inputs, in their order; {@code x[0]} and so on if there are many
 * @param outputs names for its outputs, likewise
 * @param description what the file holds, as Markdown
 */
public record NetworkSummary(
    String name, List<String> inputs, List<String> outputs, String description) {}
