package surety.language.ide.protocol;

import java.util.List;

/**
 * Asks what the network of a property or query gives for an input.
 *
 * @param uri of the specification
 * @param name of the property or query
 * @param input a number for each input of the network, in their order, as in a specification; null
 *     for the witness of the property, or else a point to which its distribution gives some
 *     probability nearby
 */
public record RunParams(String uri, String name, List<String> input) {
  /** The request that carries it. */
  public static final String METHOD = "surety/run";
}
