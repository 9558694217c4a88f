package surety.language.ide.protocol;

/**
 * Asks what is in a network file.
 *
 * @param uri of the file
 */
public record NetworkParams(String uri) {
  /** The request that carries it. */
  public static final String METHOD = "surety/network";
}
