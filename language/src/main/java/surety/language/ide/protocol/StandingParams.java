package surety.language.ide.protocol;

/**
 * Asks which results hold for the text of a specification with all edits that were sent before.
 *
 * @param uri of the specification
 */
public record StandingParams(String uri) {
  /** The request that carries it. */
  public static final String METHOD = "surety/standing";
}
