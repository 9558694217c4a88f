package surety.language.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.EventDeclaration;
import surety.language.sure.InputGroup;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.OutputGroup;
import surety.language.sure.SureFile;
import surety.language.sure.Variable;
import surety.language.sure.VariableGroup;

/** The named inputs and outputs of networks. */
public final class Variables {
  private Variables() {}

  /** The named inputs in their order; empty if they have no names. */
  public static List<Variable> inputs(NetworkDeclaration network) {
    return variables(network, InputGroup.class);
  }

  /** The named outputs in their order; empty if they have no names. */
  public static List<Variable> outputs(NetworkDeclaration network) {
    return variables(network, OutputGroup.class);
  }

  private static List<Variable> variables(
      NetworkDeclaration network, Class<? extends VariableGroup> kind) {
    return network.getGroups().stream()
        .filter(kind::isInstance)
        .flatMap(group -> group.getVariables().stream())
        .toList();
  }

  /** Their names; a variable whose name could not be parsed is left out. */
  public static List<String> names(List<Variable> variables) {
    return variables.stream().map(Variable::getName).filter(name -> name != null).toList();
  }

  /** Whether the variable is an input of its network. */
  public static boolean isInput(Variable variable) {
    return variable.eContainer() instanceof InputGroup;
  }

  /** The distribution that a part of a specification stands in or is claimed under. */
  public static Optional<DistributionDeclaration> distributionAround(EObject part) {
    ClaimDeclaration claim = EcoreUtil2.getContainerOfType(part, ClaimDeclaration.class);
    DistributionDeclaration distribution =
        claim != null
            ? claim.getDistribution()
            : EcoreUtil2.getContainerOfType(part, DistributionDeclaration.class);
    return resolved(distribution);
  }

  /**
   * The network whose inputs and outputs are meant in a part of a specification; the first one, of
   * a distribution for several.
   */
  public static Optional<NetworkDeclaration> networkAround(EObject part) {
    return networksAround(part).stream().findFirst();
  }

  /**
   * The networks whose inputs and outputs are meant in a part of a specification: those of its
   * distribution. A named event stands by itself, and may speak of all networks there are.
   */
  public static List<NetworkDeclaration> networksAround(EObject part) {
    EventDeclaration event = EcoreUtil2.getContainerOfType(part, EventDeclaration.class);
    return event != null
        ? EcoreUtil2.typeSelect(
            ((SureFile) event.eContainer()).getElements(), NetworkDeclaration.class)
        : distributionAround(part).map(Variables::networks).orElse(List.of());
  }

  /** The networks of a distribution, in their order; references to nothing are left out. */
  public static List<NetworkDeclaration> networks(DistributionDeclaration distribution) {
    return Stream.concat(
            Stream.ofNullable(distribution.getNetwork()), distribution.getOthers().stream())
        .filter(network -> !network.eIsProxy())
        .toList();
  }

  /** The network that declares an input or output. */
  public static Optional<NetworkDeclaration> network(Variable variable) {
    return Optional.ofNullable(EcoreUtil2.getContainerOfType(variable, NetworkDeclaration.class));
  }

  /** The object, unless it is missing or a reference to nothing. */
  public static <T extends EObject> Optional<T> resolved(T object) {
    return Optional.ofNullable(object).filter(o -> !o.eIsProxy());
  }
}
