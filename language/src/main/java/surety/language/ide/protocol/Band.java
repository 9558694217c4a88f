package surety.language.ide.protocol;

/**
 * A picture of what is known of a property or query.
 *
 * @param svg the picture
 * @param title for the window
 * @param description what the picture shows, for those who hear it
 * @param state as in {@link PropertyStatus}
 * @param version of the {@link SpecificationStatus} that it shows
 */
public record Band(String svg, String title, String description, String state, long version) {}
