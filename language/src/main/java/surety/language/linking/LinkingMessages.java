package surety.language.linking;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.impl.LinkingDiagnosticMessageProvider;
import surety.language.law.Bandwidths;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.problems.OtherCases;
import surety.language.scoping.NetworkNames;
import surety.language.sure.Argument;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.EventDeclaration;
import surety.language.sure.LoopDeclaration;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.SureFile;
import surety.language.sure.SurePackage;
import surety.language.sure.VariableReference;

/**
 * Messages on unknown networks, distributions, inputs and outputs, with the name that was probably
 * meant. Where the network is unknown itself, its inputs and outputs get no message of their own.
 */
public class LinkingMessages extends LinkingDiagnosticMessageProvider {
  /** More messages help nobody, and Xtext compares each with all before it. */
  private static final int MOST_MESSAGES = 1000;

  @Override
  public DiagnosticMessage getUnresolvedProxyMessage(ILinkingDiagnosticContext context) {
    if (context.getContext().eResource().getErrors().size() >= MOST_MESSAGES) {
      return null;
    }
    EReference reference = context.getReference();
    String name = context.getLinkText();
    if (reference == SurePackage.Literals.DISTRIBUTION_DECLARATION__NETWORK
        || reference == SurePackage.Literals.DISTRIBUTION_DECLARATION__OTHERS
        || reference == SurePackage.Literals.VARIABLE_REFERENCE__NETWORK
        || (reference == SurePackage.Literals.NAMED_REFERENCE__VARIABLE
            && NetworkNames.isOfClassCall(context.getContext()))) {
      return unknownNetwork(name, context.getContext());
    }
    if (reference == SurePackage.Literals.CLAIM_DECLARATION__DISTRIBUTION
        || reference == SurePackage.Literals.COMPONENT__DISTRIBUTION) {
      return unknownDistribution(name, context.getContext());
    }
    if (reference == SurePackage.Literals.CLAIM_DECLARATION__LOOP) {
      return unknownLoop(name, context.getContext());
    }
    if (reference == SurePackage.Literals.NAMED_REFERENCE__VARIABLE) {
      return Variables.networkAround(context.getContext())
          .map(network -> unknownVariable(name, network, context.getContext()))
          .orElse(null);
    }
    return super.getUnresolvedProxyMessage(context);
  }

  /** One that is declared may still not be meant by the distribution of a claim. */
  private static DiagnosticMessage unknownNetwork(String name, EObject context) {
    List<String> all = names(elements(context, NetworkDeclaration.class));
    List<String> known =
        context instanceof DistributionDeclaration ? all : names(Variables.networksAround(context));
    if (all.contains(name)) {
      return message(
          IssueCodes.UNKNOWN_NETWORK,
          "the distribution here is not for network '"
              + name
              + "'; it is for "
              + Names.list(known));
    }
    String wayOut =
        suggestion(name, known, "the networks here are ")
            .orElse("declare it: network " + name + " = \"FILE.onnx\";");
    return message(IssueCodes.UNKNOWN_NETWORK, "network '" + name + "' is not declared; " + wayOut);
  }

  private static List<String> names(List<NetworkDeclaration> networks) {
    return networks.stream().map(NetworkDeclaration::getName).filter(n -> n != null).toList();
  }

  private static List<String> loops(EObject context) {
    return elements(context, LoopDeclaration.class).stream()
        .map(LoopDeclaration::getName)
        .filter(n -> n != null)
        .toList();
  }

  private static DiagnosticMessage unknownDistribution(String name, EObject context) {
    List<String> known =
        elements(context, DistributionDeclaration.class).stream()
            .filter(declared -> !isInside(context, declared))
            .map(DistributionDeclaration::getName)
            .filter(n -> n != null)
            .toList();
    String wayOut =
        suggestion(name, known, "the distributions here are ")
            .orElse("declare it: distribution " + name + " for NETWORK { ... }");
    return message(
        IssueCodes.UNKNOWN_DISTRIBUTION, "distribution '" + name + "' is not declared; " + wayOut);
  }

  private static DiagnosticMessage unknownLoop(String name, EObject context) {
    String wayOut =
        suggestion(name, loops(context), "the loops here are ")
            .orElse("declare it: loop " + name + " { start { ... } step { ... } }");
    return message(IssueCodes.UNKNOWN_LOOP, "loop '" + name + "' is not declared; " + wayOut);
  }

  /** A mixture is no part of itself. */
  private static boolean isInside(EObject context, DistributionDeclaration declared) {
    return EcoreUtil2.getContainerOfType(context, DistributionDeclaration.class) == declared;
  }

  private static DiagnosticMessage unknownVariable(
      String name, NetworkDeclaration network, EObject context) {
    if (EcoreUtil2.getContainerOfType(context, DistributionDeclaration.class) != null) {
      return unknownWord(name, context).orElseGet(() -> unknownInput(name, network));
    }
    List<NetworkDeclaration> networks = meant(context);
    Optional<NetworkDeclaration> compared =
        context instanceof VariableReference reference
            ? NetworkNames.compared(reference, networks)
            : Optional.empty();
    if (compared.isPresent()) {
      return unknownOutput(name, compared.get(), context);
    }
    if (networks.isEmpty()) {
      return null;
    }
    if (names(elements(context, NetworkDeclaration.class)).contains(name)) {
      return message(
          IssueCodes.UNKNOWN_OUTPUT,
          "'" + name + "' is a network; name one of its outputs, as in " + anOutput(name, context));
    }
    boolean areTogether = EcoreUtil2.getContainerOfType(context, EventDeclaration.class) == null;
    List<NetworkDeclaration> owners = NetworkNames.ambiguous(name, networks, areTogether);
    if (!owners.isEmpty()) {
      List<String> choices = names(owners).stream().map(n -> n + "." + name).toList();
      return message(
          IssueCodes.NAME_AMBIGUOUS,
          "'"
              + name
              + "' stands in networks "
              + String.join(" and ", names(owners))
              + "; write "
              + String.join(" or ", choices));
    }
    return networks.size() == 1
        ? unknownOutput(name, networks.get(0), context)
        : unknownOutput(name, networks, context);
  }

  /** The first one, by its name if it has one. */
  private static String anOutput(String network, EObject context) {
    return elements(context, NetworkDeclaration.class).stream()
        .filter(declaration -> network.equals(declaration.getName()))
        .flatMap(declaration -> Variables.names(Variables.outputs(declaration)).stream())
        .findFirst()
        .map(output -> network + "." + output)
        .orElse(network + ".y[0]");
  }

  private static List<NetworkDeclaration> meant(EObject context) {
    return context instanceof VariableReference reference && reference.getNetwork() != null
        ? Variables.resolved(reference.getNetwork()).stream().toList()
        : Variables.networksAround(context);
  }

  private static DiagnosticMessage unknownOutput(
      String name, NetworkDeclaration network, EObject context) {
    List<String> outputs = Variables.names(Variables.outputs(network));
    List<String> others =
        Stream.concat(
                Variables.names(Variables.inputs(network)).stream(),
                elements(context, EventDeclaration.class).stream()
                    .map(EventDeclaration::getName)
                    .filter(n -> n != null))
            .toList();
    String wayOut =
        Names.nearest(name, outputs)
            .or(() -> Names.nearest(name, others))
            .map(nearest -> "did you mean '" + nearest + "'?")
            .or(() -> suggestion(name, outputs, "its outputs are "))
            .orElse(
                "its outputs have no names: write y[0], y[1] and so on, or name them in the network"
                    + " with 'output ...;'");
    return message(
        IssueCodes.UNKNOWN_OUTPUT,
        "network " + network.getName() + " has no output '" + name + "'; " + wayOut);
  }

  private static DiagnosticMessage unknownOutput(
      String name, List<NetworkDeclaration> networks, EObject context) {
    List<String> known =
        Stream.concat(
                networks.stream().flatMap(n -> Variables.names(Variables.outputs(n)).stream()),
                elements(context, EventDeclaration.class).stream()
                    .map(EventDeclaration::getName)
                    .filter(n -> n != null))
            .distinct()
            .toList();
    return message(
        IssueCodes.UNKNOWN_OUTPUT,
        "none of the networks "
            + Names.list(names(networks))
            + " has an output '"
            + name
            + "'; "
            + suggestion(name, known, "the names here are ")
                .orElse("write an output with its network, as in N.y[0]"));
  }

  /** Where no input can be meant. */
  private static Optional<DiagnosticMessage> unknownWord(String name, EObject context) {
    Argument argument = EcoreUtil2.getContainerOfType(context, Argument.class);
    if (argument != null && Bandwidths.PARAMETER.equals(argument.getName())) {
      return Optional.of(
          message(
              IssueCodes.PARAMETER_KIND,
              "'"
                  + name
                  + "' is no bandwidth; "
                  + Bandwidths.nearest(name)
                      .map(rule -> "did you mean '" + rule + "'?")
                      .orElse("write a number, or one of the rules scott and silverman")));
    }
    return OtherCases.contain(name)
        ? Optional.of(message(IssueCodes.SYNTAX, OtherCases.message(name)))
        : Optional.empty();
  }

  private static DiagnosticMessage unknownInput(String name, NetworkDeclaration network) {
    List<String> inputs = Variables.names(Variables.inputs(network));
    if (Variables.names(Variables.outputs(network)).contains(name)) {
      return message(
          IssueCodes.UNKNOWN_INPUT,
          "'"
              + name
              + "' is an output of network "
              + network.getName()
              + "; a distribution is about inputs only");
    }
    String wayOut =
        suggestion(name, inputs, "its inputs are ")
            .orElse(
                "its inputs have no names: write x[0], x[1] and so on, or name them in the network"
                    + " with 'input ...;'");
    return message(
        IssueCodes.UNKNOWN_INPUT,
        "network " + network.getName() + " has no input '" + name + "'; " + wayOut);
  }

  private static Optional<String> suggestion(String name, List<String> known, String listing) {
    if (known.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Names.nearest(name, known)
            .map(nearest -> "did you mean '" + nearest + "'?")
            .orElse(listing + Names.list(known)));
  }

  private static <T extends EObject> List<T> elements(EObject context, Class<T> kind) {
    SureFile file = EcoreUtil2.getContainerOfType(context, SureFile.class);
    return EcoreUtil2.typeSelect(file.getElements(), kind);
  }

  private static DiagnosticMessage message(String code, String text) {
    return new DiagnosticMessage(text, Severity.ERROR, code);
  }
}
