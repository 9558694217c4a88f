package surety.language.validation;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.problems.Problem;
import surety.language.scoping.NetworkNames;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.EventDeclaration;
import surety.language.sure.IndexedReference;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.RangeReference;
import surety.language.sure.SurePackage;
import surety.language.sure.Variable;
import surety.language.translation.Coordinate;
import surety.language.translation.NetworkFile;
import surety.language.translation.NetworkFiles;
import surety.language.translation.Targets;

/** {@code x[0]} and {@code y[0]} stand for inputs and outputs that exist and have no names. */
public class ReferenceValidator extends ConcernValidator {
  @Inject private NetworkFiles files;

  /** Checks one such reference. */
  @Check
  public void isMeaningful(IndexedReference reference) {
    List<NetworkDeclaration> networks = Variables.networksAround(reference);
    if (reference.getNetwork() != null) {
      Variables.resolved(reference.getNetwork())
          .filter(networks::contains)
          .ifPresent(network -> isMeaningful(reference, network));
    } else if (networks.size() > 1 && !isClear(reference, networks)) {
      reportAmbiguous(reference, networks);
    } else {
      NetworkNames.compared(reference, networks)
          .or(() -> networks.stream().findFirst())
          .ifPresent(network -> isMeaningful(reference, network));
    }
  }

  /** Checks a range of inputs. */
  @Check
  public void isMeaningful(RangeReference range) {
    if (range.getRange() == null) {
      return;
    }
    String text = range.getVector() + "[" + range.getRange() + "]";
    Optional<Integer> size =
        Variables.networkAround(range)
            .flatMap(
                network ->
                    Variables.inputs(network).isEmpty()
                        ? files.file(network).map(NetworkFile::inputs)
                        : Optional.of(Variables.inputs(network).size()));
    if (!Coordinate.INPUTS.equals(range.getVector())) {
      report(IssueCodes.INDEX_VECTOR, "'" + text + "' is no range of inputs; write x[0..9]", range);
    } else if (Targets.first(range) > Targets.last(range)) {
      report(IssueCodes.INDEX_RANGE, "'" + text + "' is empty; put the smaller index first", range);
    } else if (size.isPresent() && Targets.last(range) >= size.get()) {
      report(
          IssueCodes.INDEX_RANGE,
          "'" + text + "' goes too far; the last input is x[" + (size.get() - 1) + "]",
          range);
    }
  }

  private void report(String code, String message, RangeReference range) {
    report(new Problem(code, message, range, SurePackage.Literals.RANGE_REFERENCE__VECTOR));
  }

  /** The networks of a distribution have the same inputs; a class is that of a network. */
  private static boolean isClear(IndexedReference reference, List<NetworkDeclaration> networks) {
    boolean isInput = Coordinate.INPUTS.equals(reference.getVector());
    boolean areTogether = EcoreUtil2.getContainerOfType(reference, EventDeclaration.class) == null;
    return (isInput && areTogether) || NetworkNames.compared(reference, networks).isPresent();
  }

  private void reportAmbiguous(IndexedReference reference, List<NetworkDeclaration> networks) {
    String text = reference.getVector() + "[" + reference.getIndex() + "]";
    List<String> names = networks.stream().map(NetworkDeclaration::getName).toList();
    report(
        IssueCodes.NAME_AMBIGUOUS,
        "'"
            + text
            + "' stands in networks "
            + String.join(" and ", names)
            + "; write "
            + String.join(" or ", names.stream().map(name -> name + "." + text).toList()),
        reference);
  }

  private void isMeaningful(IndexedReference reference, NetworkDeclaration network) {
    Optional<Coordinate> coordinate = Coordinate.of(reference, network);
    boolean inDistribution =
        EcoreUtil2.getContainerOfType(reference, DistributionDeclaration.class) != null;
    if (coordinate.isEmpty()) {
      report(
          IssueCodes.INDEX_VECTOR,
          "'"
              + reference.getVector()
              + "' has no elements; inputs are x[0], x[1] and so on, outputs are y[0], y[1] and so"
              + " on",
          reference);
    } else if (inDistribution && !coordinate.get().isInput()) {
      report(
          IssueCodes.UNKNOWN_INPUT,
          coordinate.get().text()
              + " is an output of network "
              + network.getName()
              + "; a distribution is about inputs only, such as x[0]",
          reference);
    } else {
      isUnnamedAndExists(reference, network, coordinate.get());
    }
  }

  private void isUnnamedAndExists(
      IndexedReference reference, NetworkDeclaration network, Coordinate coordinate) {
    List<Variable> named =
        coordinate.isInput() ? Variables.inputs(network) : Variables.outputs(network);
    String kind = coordinate.isInput() ? "inputs" : "outputs";
    Optional<Integer> size =
        named.isEmpty()
            ? files.file(network).map(file -> size(file, coordinate.isInput()))
            : Optional.of(named.size());
    if (size.isPresent() && coordinate.index() >= size.get()) {
      String vector = coordinate.isInput() ? Coordinate.INPUTS : Coordinate.OUTPUTS;
      String last = vector + "[" + (size.get() - 1) + "]";
      report(
          IssueCodes.INDEX_RANGE,
          vector
              + "["
              + reference.getIndex()
              + "] does not exist; the "
              + kind
              + " of network "
              + network.getName()
              + (size.get() == 1 ? " are " : " are " + vector + "[0] to ")
              + last,
          reference);
    } else if (!named.isEmpty()) {
      String name = named.get(coordinate.index()).getName();
      report(
          IssueCodes.INDEX_NAMED,
          "the " + kind + " of network " + network.getName() + " have names; write '" + name + "'",
          reference);
    }
  }

  private static int size(NetworkFile file, boolean isInput) {
    return isInput ? file.inputs() : file.outputs();
  }

  private void report(String code, String message, IndexedReference reference) {
    report(new Problem(code, message, reference, SurePackage.Literals.INDEXED_REFERENCE__VECTOR));
  }
}
