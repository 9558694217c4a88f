package surety.language.model;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.InputGroup;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.OutputGroup;
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

  /** The network whose inputs and outputs are meant in a part of a specification. */
  public static Optional<NetworkDeclaration> networkAround(EObject part) {
    return distributionAround(part).flatMap(d -> resolved(d.getNetwork()));
  }

  /** The object, unless it is missing or a reference to nothing. */
  public static <T extends EObject> Optional<T> resolved(T object) {
    return Optional.ofNullable(object).filter(o -> !o.eIsProxy());
  }
}
