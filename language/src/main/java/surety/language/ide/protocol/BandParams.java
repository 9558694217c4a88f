package surety.language.ide.protocol;

/**
 * Asks for the picture of a property or query.
 *
 * @param uri of the specification
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 */
public record BandParams(String uri, String name, int width, int height) {
  /** The request that carries it. */
  public static final String METHOD = "surety/band";
}
