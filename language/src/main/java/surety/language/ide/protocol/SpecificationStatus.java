package surety.language.ide.protocol;

import java.util.List;

/**
 * Where the verification of a specification stands, at one moment and as a whole.
 *
 * @param uri of the specification
 * @param version grows with each change; a client can leave out what is older than what it shows
 * @param errors why nothing can hold now, or null
 * @param summary in a few words, for a status bar; empty if there is nothing to verify
 * @param properties the properties and queries, in the order of the text; none if the specification
 *     is gone
 */
public record SpecificationStatus(
    String uri, long version, String errors, String summary, List<PropertyStatus> properties) {
  /** The notification of the server that carries it. */
  public static final String METHOD = "surety/verification";
}
