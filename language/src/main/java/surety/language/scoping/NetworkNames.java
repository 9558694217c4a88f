package surety.language.scoping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.language.model.Expressions;
import surety.language.model.Variables;
import surety.language.sure.Call;
import surety.language.sure.Expression;
import surety.language.sure.Membership;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Relation;
import surety.language.sure.SurePackage;
import surety.language.sure.Variable;
import surety.language.sure.VariableReference;

/** Which names stand for outputs and inputs where there may be several networks. */
public final class NetworkNames {
  private NetworkNames() {}

  /** Whether a reference is what {@code argmax} or {@code argmin} is asked of: a network. */
  public static boolean isOfClassCall(EObject reference) {
    Call call = EcoreUtil2.getContainerOfType(reference, Call.class);
    return call != null
        && isClassFunction(call)
        && call.getArguments().stream().anyMatch(argument -> isAlone(argument, reference));
  }

  private static boolean isClassFunction(Call call) {
    return "argmax".equals(call.getFunction()) || "argmin".equals(call.getFunction());
  }

  /**
   * The outputs and inputs that a name alone can stand for. A name of inputs in several networks of
   * a distribution stands for the input that is theirs in common; a name of several outputs stands
   * for none.
   *
   * @param areTogether whether the networks have the same inputs
   */
  static List<Variable> unique(List<NetworkDeclaration> networks, boolean areTogether) {
    Map<String, List<Variable>> byName = byName(networks, areTogether);
    List<Variable> unique = new ArrayList<>();
    byName.values().stream()
        .filter(all -> all.size() == 1 || areOfOneNetwork(all))
        .forEach(unique::addAll);
    return unique;
  }

  /** Of one network, two things of one name get another message. */
  private static boolean areOfOneNetwork(List<Variable> all) {
    return all.stream().map(Variables::network).distinct().count() == 1;
  }

  /** The networks that have an output or input of a name, if that leaves open which is meant. */
  public static List<NetworkDeclaration> ambiguous(
      String name, List<NetworkDeclaration> networks, boolean areTogether) {
    List<NetworkDeclaration> owners =
        byName(networks, areTogether).getOrDefault(name, List.of()).stream()
            .flatMap(variable -> Variables.network(variable).stream())
            .distinct()
            .toList();
    return owners.size() > 1 ? owners : List.of();
  }

  private static Map<String, List<Variable>> byName(
      List<NetworkDeclaration> networks, boolean areTogether) {
    Map<String, List<Variable>> byName = new HashMap<>();
    for (NetworkDeclaration network : networks) {
      add(byName, Variables.outputs(network));
    }
    for (int i = 0; i < networks.size(); i++) {
      List<Variable> inputs = Variables.inputs(networks.get(i));
      boolean isFirst =
          networks.subList(0, i).stream().allMatch(n -> Variables.inputs(n).isEmpty());
      if (isFirst || !areTogether) {
        add(byName, inputs);
      }
    }
    return byName;
  }

  private static void add(Map<String, List<Variable>> byName, List<Variable> variables) {
    for (Variable variable : variables) {
      if (variable.getName() != null) {
        byName.computeIfAbsent(variable.getName(), n -> new ArrayList<>()).add(variable);
      }
    }
  }

  /** The network whose classes are compared where a name stands: {@code argmax(N) == NAME}. */
  public static Optional<NetworkDeclaration> compared(
      VariableReference reference, List<NetworkDeclaration> networks) {
    Optional<String> name = Optional.empty();
    if (reference.eContainer() instanceof Membership membership) {
      name = classNetwork(membership.getOperand());
    } else {
      Relation relation = EcoreUtil2.getContainerOfType(reference, Relation.class);
      if (relation != null) {
        for (int i = 0; i < relation.getOperands().size() && name.isEmpty(); i++) {
          name = isAlone(relation.getOperands().get(i), reference) ? besides(relation, i) : name;
        }
      }
    }
    return name.flatMap(
        n -> networks.stream().filter(network -> n.equals(network.getName())).findFirst());
  }

  private static Optional<String> besides(Relation relation, int operand) {
    Optional<String> before =
        operand > 0 ? classNetwork(relation.getOperands().get(operand - 1)) : Optional.empty();
    return before.isPresent() || operand + 1 >= relation.getOperands().size()
        ? before
        : classNetwork(relation.getOperands().get(operand + 1));
  }

  /** The name in {@code argmax(NAME)}, as it is written: asking what it means would be a circle. */
  private static Optional<String> classNetwork(Expression expression) {
    return Expressions.call(expression)
        .filter(NetworkNames::isClassFunction)
        .flatMap(NetworkNames::argument);
  }

  private static Optional<String> argument(Call call) {
    return NodeModelUtils.findNodesForFeature(call, SurePackage.Literals.CALL__ARGUMENTS).stream()
        .findFirst()
        .map(NodeModelUtils::getTokenText);
  }

  private static boolean isAlone(Expression expression, EObject reference) {
    return Expressions.alone(Expressions.unwrapped(expression))
        .filter(operand -> operand == reference.eContainer())
        .isPresent();
  }
}
