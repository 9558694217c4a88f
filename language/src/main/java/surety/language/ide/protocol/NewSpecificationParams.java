package surety.language.ide.protocol;

import java.util.List;

/**
 * Asks for the text of a new specification.
 *
 * @param uri where it will be
 * @param networkUri of the network file
 * @param networkName a name for the network
 * @param inputs all inputs, in their order
 * @param outputs the names of all outputs; null or empty to do without names
 * @param propertyName a name for the first property or query; null if there is none
 * @param propertyTitle its title for people, or null
 * @param property what is claimed, such as {@code P(y0 > 0.5) < 1e-2}, or asked, such as {@code
 *     cdf(y0)}; null for nothing
 */
public record NewSpecificationParams(
    String uri,
    String networkUri,
    String networkName,
    List<InputChoice> inputs,
    List<String> outputs,
    String propertyName,
    String propertyTitle,
    String property) {
  /** The request that carries it. */
  public static final String METHOD = "surety/newSpecification";
}
