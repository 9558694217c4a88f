package surety.language.quickfix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.language.model.Variables;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;
import surety.language.sure.Assignment;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.InputGroup;
import surety.language.sure.NamedReference;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.OutputGroup;
import surety.language.sure.Variable;
import surety.language.sure.VariableGroup;
import surety.language.translation.NetworkFile;
import surety.language.translation.Text;

/**
 * Gives a network as many names as its file has inputs or outputs. If one is missing, and one is
 * used that is not there, it is that one. New inputs also get a line in each distribution, and the
 * lines of deleted ones go; a name that is used elsewhere is not deleted.
 */
final class NameCountFixer implements Fixer {
  @Override
  public List<QuickFix> fixes(Place place) {
    Optional<NetworkDeclaration> network = place.part(NetworkDeclaration.class);
    Optional<NetworkFile> file = network.flatMap(place::networkFile);
    if (file.isEmpty()) {
      return List.of();
    }
    boolean input = place.code().equals(IssueCodes.NETWORK_INPUTS);
    Class<? extends VariableGroup> kind = input ? InputGroup.class : OutputGroup.class;
    List<? extends VariableGroup> groups =
        network.get().getGroups().stream().filter(kind::isInstance).toList();
    if (groups.size() != 1) {
      return List.of();
    }
    int wanted = input ? file.get().inputs() : file.get().outputs();
    List<Variable> named = groups.get(0).getVariables();
    return named.size() < wanted
        ? extended(place, network.get(), named, wanted)
        : shortened(place, named.subList(wanted, named.size()));
  }

  private static List<QuickFix> extended(
      Place place, NetworkDeclaration network, List<Variable> named, int wanted) {
    boolean input = Variables.isInput(named.get(0));
    Set<String> unknown = unknown(place.all(NamedReference.class), network, input);
    List<String> added =
        wanted == named.size() + 1 && unknown.size() == 1
            ? List.copyOf(unknown)
            : fresh(network, input ? "x" : "y", named.size(), wanted);
    if (added.size() > MissingInputFixer.MOST) {
      return List.of();
    }
    INode last = NodeModelUtils.getNode(named.get(named.size() - 1));
    Edit names = Edit.insertion(last.getEndOffset(), ", " + String.join(", ", added));
    String title = "Add the name" + (added.size() == 1 ? " '" : "s '") + Names.list(added) + "'";
    List<DistributionDeclaration> distributions =
        distributions(place, network).stream()
            .filter(d -> Collections.disjoint(unknown(references(d), network, true), added))
            .toList();
    if (!input || distributions.isEmpty()) {
      return List.of(new QuickFix(title, names));
    }
    return Stream.of(MissingInputFixer.RANDOM, MissingInputFixer.FIXED)
        .map(
            tail ->
                new QuickFix(
                    title + ", with '" + added.get(0) + tail + "' in distributions",
                    Stream.concat(
                            Stream.of(names),
                            distributions.stream()
                                .map(d -> MissingInputFixer.insertion(place, d, added, tail)))
                        .toList()))
        .toList();
  }

  private static List<NamedReference> references(DistributionDeclaration distribution) {
    return EcoreUtil2.getAllContentsOfType(distribution, NamedReference.class);
  }

  /** The names that are used for inputs or outputs of a network that has none of that name. */
  private static Set<String> unknown(
      List<NamedReference> references, NetworkDeclaration network, boolean input) {
    return references.stream()
        .filter(reference -> reference.eContainer() instanceof Assignment == input)
        .filter(reference -> Variables.resolved(reference.getVariable()).isEmpty())
        .filter(reference -> Variables.networkAround(reference).filter(network::equals).isPresent())
        .map(Text::of)
        .collect(Collectors.toSet());
  }

  /** A letter and the index, with lines below where that is a name already. */
  private static List<String> fresh(NetworkDeclaration network, String letter, int from, int to) {
    Set<String> taken =
        Stream.of(Variables.inputs(network), Variables.outputs(network))
            .flatMap(all -> Variables.names(all).stream())
            .collect(Collectors.toSet());
    List<String> fresh = new ArrayList<>();
    for (int i = from; i < to; i++) {
      StringBuilder name = new StringBuilder(letter + i);
      while (taken.contains(name.toString())) {
        name.append('_');
      }
      fresh.add(name.toString());
    }
    return fresh;
  }

  private static List<DistributionDeclaration> distributions(
      Place place, NetworkDeclaration network) {
    return place.all(DistributionDeclaration.class).stream()
        .filter(d -> d.getNetwork() == network)
        .toList();
  }

  private static List<QuickFix> shortened(Place place, List<Variable> deleted) {
    List<Edit> edits = new ArrayList<>();
    boolean hasLines = false;
    for (Variable variable : deleted) {
      edits.addAll(
          Values.withoutElement(NodeModelUtils.getNode(variable), place.specification().text()));
    }
    for (NamedReference reference : place.all(NamedReference.class)) {
      if (deleted.contains(reference.getVariable())) {
        EObject user = reference.eContainer();
        if (!(user instanceof Assignment)) {
          return List.of();
        }
        hasLines = true;
        INode line = NodeModelUtils.getNode(user);
        edits.add(place.lines().deletion(line.getOffset(), line.getEndOffset()));
      }
    }
    return List.of(
        new QuickFix(
            "Delete '"
                + Names.list(Variables.names(deleted))
                + "'"
                + (hasLines ? ", also in distributions" : ""),
            edits));
  }
}
