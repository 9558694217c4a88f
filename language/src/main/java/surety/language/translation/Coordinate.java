package surety.language.translation;

import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.EcoreUtil2;
import surety.language.model.Variables;
import surety.language.sure.EventDeclaration;
import surety.language.sure.IndexedReference;
import surety.language.sure.NamedReference;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Variable;
import surety.language.sure.VariableReference;

/**
 * One input or output of one or several networks on the same inputs.
 *
 * @param index its place among the inputs, or among the outputs of its network, from 0
 * @param network the place of its network among several, from 0; that of an input is 0, for it is
 *     an input of all
 */
public record Coordinate(boolean isInput, int index, int network) {
  /** The vector of the inputs, as in {@code x[0]}. */
  public static final String INPUTS = "x";

  /** The vector of the outputs, as in {@code y[0]}. */
  public static final String OUTPUTS = "y";

  /** Where there is one network. */
  public Coordinate(boolean isInput, int index) {
    this(isInput, index, 0);
  }

  /** What a reference means; nothing if it means nothing. The index may still be out of range. */
  public static Optional<Coordinate> of(VariableReference reference, NetworkDeclaration network) {
    return of(reference, List.of(network));
  }

  /** The same where several networks are meant. */
  public static Optional<Coordinate> of(
      VariableReference reference, List<NetworkDeclaration> networks) {
    if (reference instanceof IndexedReference indexed) {
      return of(indexed, networks);
    }
    if (reference instanceof NamedReference named
        && Variables.resolved(named.getVariable()).orElse(null) instanceof Variable variable) {
      return of(variable, networks);
    }
    return Optional.empty();
  }

  private static Optional<Coordinate> of(
      IndexedReference reference, List<NetworkDeclaration> networks) {
    boolean isInput = INPUTS.equals(reference.getVector());
    if (!isInput && !OUTPUTS.equals(reference.getVector())) {
      return Optional.empty();
    }
    return network(reference, isInput, networks)
        .map(networks::indexOf)
        .filter(place -> place >= 0)
        .map(place -> new Coordinate(isInput, index(reference), isInput ? 0 : place));
  }

  /**
   * The network that is named in front, or else the only one that can be meant: the inputs of all
   * networks of a distribution are the same, their outputs are not, and a named event stands by
   * itself.
   */
  private static Optional<NetworkDeclaration> network(
      IndexedReference reference, boolean isInput, List<NetworkDeclaration> networks) {
    if (reference.getNetwork() != null) {
      return Variables.resolved(reference.getNetwork());
    }
    boolean isInEvent = EcoreUtil2.getContainerOfType(reference, EventDeclaration.class) != null;
    List<NetworkDeclaration> meant = isInEvent ? Variables.networksAround(reference) : networks;
    return meant.size() == 1 || (isInput && !isInEvent)
        ? meant.stream().findFirst()
        : Optional.empty();
  }

  private static Optional<Coordinate> of(Variable variable, List<NetworkDeclaration> networks) {
    boolean isInput = Variables.isInput(variable);
    for (int place = 0; place < networks.size(); place++) {
      NetworkDeclaration network = networks.get(place);
      List<Variable> all = isInput ? Variables.inputs(network) : Variables.outputs(network);
      int index = all.indexOf(variable);
      if (index >= 0) {
        return Optional.of(new Coordinate(isInput, index, isInput ? 0 : place));
      }
    }
    return Optional.empty();
  }

  /** The index of a reference; one that is too large for an {@code int} is out of range anyway. */
  static int index(IndexedReference reference) {
    return index(reference.getIndex());
  }

  /** An index as it is written. */
  static int index(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return Integer.MAX_VALUE;
    }
  }

  /** As it is written where there are no names: {@code x[0]} or {@code y[0]}. */
  public String text() {
    return (isInput ? INPUTS : OUTPUTS) + "[" + index + "]";
  }
}
