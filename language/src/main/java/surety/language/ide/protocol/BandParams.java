package surety.language.ide.protocol;

/**
 * Asks for the picture of a property or query.
 *
 * @param uri of the specification
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param theme {@code light}, {@code dark} or {@code highContrast}; null for light
 */
public record BandParams(String uri, String name, int width, int height, String theme) {
  /** The request that carries it. */
  public static final String METHOD = "surety/band";

  /** For a light theme. */
  public BandParams(String uri, String name, int width, int height) {
    this(uri, name, width, height, null);
  }
}
