package surety.language.translation;

import java.util.List;
import java.util.Optional;
import surety.language.model.Variables;
import surety.language.sure.IndexedReference;
import surety.language.sure.NamedReference;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Variable;
import surety.language.sure.VariableReference;

/**
 * One input or output of a network.
 *
 * @param index its place among the inputs, or among the outputs, from 0
 */
public record Coordinate(boolean isInput, int index) {
  /** The vector of the inputs, as in {@code x[0]}. */
  public static final String INPUTS = "x";

  /** The vector of the outputs, as in {@code y[0]}. */
  public static final String OUTPUTS = "y";

  /** What a reference means; nothing if it means nothing. The index may still be out of range. */
  public static Optional<Coordinate> of(VariableReference reference, NetworkDeclaration network) {
    if (reference instanceof IndexedReference indexed) {
      return of(indexed);
    }
    if (reference instanceof NamedReference named) {
      return Variables.resolved(named.getVariable()).flatMap(v -> of(v, network));
    }
    return Optional.empty();
  }

  private static Optional<Coordinate> of(IndexedReference reference) {
    boolean isInput = INPUTS.equals(reference.getVector());
    if (!isInput && !OUTPUTS.equals(reference.getVector())) {
      return Optional.empty();
    }
    return Optional.of(new Coordinate(isInput, index(reference)));
  }

  private static Optional<Coordinate> of(Variable variable, NetworkDeclaration network) {
    boolean isInput = Variables.isInput(variable);
    List<Variable> all = isInput ? Variables.inputs(network) : Variables.outputs(network);
    int index = all.indexOf(variable);
    return index < 0 ? Optional.empty() : Optional.of(new Coordinate(isInput, index));
  }

  /** The index of a reference; one that is too large for an {@code int} is out of range anyway. */
  static int index(IndexedReference reference) {
    try {
      return Integer.parseInt(reference.getIndex());
    } catch (NumberFormatException e) {
      return Integer.MAX_VALUE;
    }
  }

  /** As it is written where there are no names: {@code x[0]} or {@code y[0]}. */
  public String text() {
    return (isInput ? INPUTS : OUTPUTS) + "[" + index + "]";
  }
}
