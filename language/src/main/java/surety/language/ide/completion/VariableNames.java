package surety.language.ide.completion;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import surety.language.model.Variables;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.SureFile;
import surety.language.translation.Coordinate;
import surety.language.translation.NetworkFile;
import surety.language.translation.NetworkFiles;

/** How inputs and outputs can be written at a place. */
final class VariableNames {
  /** A longer list helps nobody. */
  private static final int MOST = 100;

  @Inject private NetworkFiles files;

  /**
   * The inputs (in a distribution) or outputs (elsewhere) that have no names; the network file
   * tells how many there are.
   */
  List<String> indexed(EObject place) {
    boolean inputs = EcoreUtil2.getContainerOfType(place, DistributionDeclaration.class) != null;
    Optional<NetworkDeclaration> network = Variables.networkAround(place);
    List<NetworkDeclaration> meant =
        network.isPresent() ? List.of(network.get()) : inputs ? List.of() : all(place);
    return meant.stream().flatMap(n -> indexed(n, inputs).stream()).distinct().toList();
  }

  private List<String> indexed(NetworkDeclaration network, boolean inputs) {
    if (!(inputs ? Variables.inputs(network) : Variables.outputs(network)).isEmpty()) {
      return List.of();
    }
    int count =
        files.file(network).map(inputs ? NetworkFile::inputs : NetworkFile::outputs).orElse(0);
    return IntStream.range(0, Math.min(count, MOST))
        .mapToObj(i -> new Coordinate(inputs, i).text())
        .toList();
  }

  /** The named variables of all networks: an event is written before its distribution is known. */
  List<String> ofAll(EObject place) {
    List<String> names = new ArrayList<>();
    for (NetworkDeclaration network : all(place)) {
      names.addAll(Variables.names(Variables.outputs(network)));
      names.addAll(Variables.names(Variables.inputs(network)));
    }
    return names.stream().distinct().toList();
  }

  private static List<NetworkDeclaration> all(EObject place) {
    return EcoreUtil.getRootContainer(place) instanceof SureFile file
        ? EcoreUtil2.typeSelect(file.getElements(), NetworkDeclaration.class)
        : List.of();
  }
}
