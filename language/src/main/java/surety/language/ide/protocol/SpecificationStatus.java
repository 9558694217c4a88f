package surety.language.ide.protocol;

import java.util.List;

/**
 * Where the verification of a specification stands at one moment: all of it, or what changed since
 * the last notification.
 *
 * @param uri of the specification
 * @param version grows with each change; a client can leave out what is older than what it shows
 * @param complete whether {@code properties} are all; otherwise only those whose status changed, to
 *     be put in the place of those of the same name: which ones there are, and their order, is as
 *     it was
 * @param errors why nothing can hold now, or null
 * @param summary in a few words, for a status bar; empty if there is nothing to verify
 * @param properties the properties and queries, in the order of the text; none if the specification
 *     is gone
 */
public record SpecificationStatus(
    String uri,
    long version,
    boolean complete,
    String errors,
    String summary,
    List<PropertyStatus> properties) {
  /** The notification of the server that carries it. */
  public static final String METHOD = "surety/verification";
}
