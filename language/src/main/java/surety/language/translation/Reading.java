package surety.language.translation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.problems.Problem;
import surety.language.sure.Call;
import surety.language.sure.EventDeclaration;
import surety.language.sure.Expression;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.SurePackage;

/**
 * What the readers of one expression share: the networks that it is about, what is wrong in it, and
 * the named events that were met.
 */
final class Reading {
  private final List<NetworkDeclaration> networks;
  private final ToIntFunction<NetworkDeclaration> outputs;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<EventDeclaration, Optional<Condition>> events;

  /**
   * Begins.
   *
   * @param outputs tells how many a network has; 0 if nobody knows
   */
  Reading(List<NetworkDeclaration> networks, ToIntFunction<NetworkDeclaration> outputs) {
    this(networks, outputs, new HashMap<>());
  }

  private Reading(
      List<NetworkDeclaration> networks,
      ToIntFunction<NetworkDeclaration> outputs,
      Map<EventDeclaration, Optional<Condition>> events) {
    this.networks = List.copyOf(networks);
    this.outputs = outputs;
    this.events = events;
  }

  List<NetworkDeclaration> networks() {
    return networks;
  }

  /** How many outputs a network has: as many as have names, or else as its file says. */
  int outputs(NetworkDeclaration network) {
    int named = Variables.outputs(network).size();
    return named > 0 ? named : outputs.applyAsInt(network);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Named events, as far as they were read. */
  Map<EventDeclaration, Optional<Condition>> events() {
    return events;
  }

  /** For a named event, whose problems are told where it is declared. */
  Reading silent() {
    return new Reading(networks, outputs, events);
  }

  void report(String code, String message, EObject object, EStructuralFeature feature) {
    problems.add(new Problem(code, message, object, feature));
  }

  void report(String code, String message, EObject object, EStructuralFeature feature, int index) {
    problems.add(new Problem(code, message, object, feature, index));
  }

  /** Something that is wrong with a part as a whole. */
  void report(String code, String message, EObject part) {
    report(code, message, part.eContainer(), part.eContainmentFeature(), index(part));
  }

  /** Something of another kind than can stand there. */
  void reportKind(String message, Expression part) {
    report(IssueCodes.EXPRESSION_KIND, message, part);
  }

  /** Which of several values of its container's feature a part is. */
  private static int index(EObject part) {
    return part.eContainer().eGet(part.eContainmentFeature()) instanceof List<?> all
        ? all.indexOf(part)
        : Problem.ALL;
  }

  /** The function of a call that is right in itself; reports what is wrong. */
  Optional<Function> function(Call call) {
    Optional<Function> function = Function.ofWord(call.getFunction());
    EStructuralFeature feature = SurePackage.Literals.CALL__FUNCTION;
    if (function.isEmpty()) {
      report(IssueCodes.UNKNOWN_FUNCTION, unknown(call), call, feature);
      return function;
    }
    if (!function.get().takes(call.getArguments().size())) {
      report(
          IssueCodes.FUNCTION_ARGUMENTS,
          call.getFunction()
              + " takes "
              + Names.count(function.get().parameters().size(), "argument")
              + (function.get().takes(3) ? " or more" : "")
              + ", not "
              + call.getArguments().size()
              + "; write "
              + function.get().usage(),
          call,
          feature);
      return Optional.empty();
    }
    if (call.getGiven() != null && !function.get().takesCondition()) {
      report(
          IssueCodes.FUNCTION_ARGUMENTS,
          call.getFunction()
              + " takes no condition; write "
              + function.get().usage()
              + " without '| ...'",
          call,
          SurePackage.Literals.CALL__GIVEN);
      return Optional.empty();
    }
    return function;
  }

  private String unknown(Call call) {
    String word = call.getFunction();
    boolean isNetwork = networks.stream().anyMatch(n -> word.equals(n.getName()));
    String wayOut =
        isNetwork
            ? "an output stands without the inputs, as in " + word + ".y[0] or y[0]"
            : OtherFunctions.rewritten(call)
                .map(text -> "write " + text)
                .or(() -> OtherFunctions.meant(word).map(other -> "did you mean '" + other + "'?"))
                .orElse("the functions here are " + String.join(", ", Function.words()));
    return "there is no function '" + word + "'; " + wayOut;
  }
}
