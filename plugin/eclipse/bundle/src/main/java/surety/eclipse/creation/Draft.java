package surety.eclipse.creation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import surety.language.ide.protocol.InputChoice;
import surety.language.ide.protocol.NetworkSummary;

/**
 * What was written into the pages so far. As long as the workbench runs it is kept for each
 * network, so that nobody has to write it twice.
 *
 * @param network about which it is
 * @param propertyName of the first property
 * @param title of that, for people
 * @param claim what that claims or asks
 */
record Draft(
    NetworkSummary network,
    List<InputChoice> inputs,
    List<String> outputs,
    String propertyName,
    String title,
    String claim) {
  private static final String ANY = "Uniform(0, 1)";
  private static final Map<String, Draft> KEPT = new HashMap<>();

  /**
   * What was kept for a network file, if that has the same inputs and outputs still; or a new one.
   */
  static Draft of(String uri, NetworkSummary network) {
    Draft kept = KEPT.get(uri);
    return kept != null && kept.network.equals(network) ? kept : first(network);
  }

  private static Draft first(NetworkSummary network) {
    List<String> outputs = network.outputs();
    return new Draft(
        network,
        network.inputs().stream().map(name -> new InputChoice(name, ANY)).toList(),
        outputs,
        "first",
        "",
        outputs.isEmpty() ? "" : "P(" + outputs.get(0) + " > 0.5) < 1e-2");
  }

  static void keep(String uri, Draft draft) {
    KEPT.put(uri, draft);
  }

  /** It was used. */
  static void forget(String uri) {
    KEPT.remove(uri);
  }
}
