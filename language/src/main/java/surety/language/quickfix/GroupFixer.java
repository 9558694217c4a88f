package surety.language.quickfix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.language.model.Variables;
import surety.language.sure.InputGroup;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.Variable;
import surety.language.sure.VariableGroup;

/** Gathers the names of several lines in the first one, in their order. */
final class GroupFixer implements Fixer {
  @Override
  public List<QuickFix> fixes(Place place) {
    Optional<VariableGroup> group = place.part(VariableGroup.class);
    if (group.isEmpty()) {
      return List.of();
    }
    NetworkDeclaration network = (NetworkDeclaration) group.get().eContainer();
    List<VariableGroup> groups =
        network.getGroups().stream().filter(g -> g.eClass() == group.get().eClass()).toList();
    List<Variable> first = groups.get(0).getVariables();
    List<Variable> moved = new ArrayList<>();
    List<Edit> edits = new ArrayList<>();
    for (VariableGroup later : groups.subList(1, groups.size())) {
      INode node = NodeModelUtils.getNode(later);
      if (!Values.hasNoComment(node)) {
        return List.of();
      }
      moved.addAll(later.getVariables());
      edits.add(place.lines().deletion(node.getOffset(), node.getEndOffset()));
    }
    INode last = NodeModelUtils.getNode(first.get(first.size() - 1));
    edits.add(
        Edit.insertion(last.getEndOffset(), ", " + String.join(", ", Variables.names(moved))));
    String word = group.get() instanceof InputGroup ? "inputs" : "outputs";
    return List.of(new QuickFix("Name all " + word + " in the first line", edits));
  }
}
