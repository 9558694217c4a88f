package surety.language.quickfix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.language.sure.Assignment;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.Expression;
import surety.language.sure.OrExpression;
import surety.language.translation.Targets;
import surety.language.translation.Text;

/** Makes cases complete with a line for what no other is for, and disjoint. */
final class CaseFixer implements Fixer {
  @Override
  public List<QuickFix> fixes(Place place) {
    Optional<Assignment> line = place.part(Assignment.class);
    if (line.isEmpty() || line.get().getCondition() == null) {
      return List.of();
    }
    DistributionDeclaration distribution = (DistributionDeclaration) line.get().eContainer();
    String name = Targets.name(line.get());
    List<Assignment> cases =
        distribution.getAssignments().stream()
            .filter(other -> other.getCondition() != null && Targets.name(other).equals(name))
            .toList();
    return place.message().startsWith("no line of ")
        ? List.of(otherwise(place, cases, name))
        : place.message().startsWith("two lines of ")
            ? without(place.message(), cases, line.get())
            : List.of();
  }

  /** Behind the last case. */
  private static QuickFix otherwise(Place place, List<Assignment> cases, String name) {
    String others =
        cases.stream()
            .map(line -> Text.of(line.getCondition()))
            .collect(Collectors.joining(" or ", "not (", ")"));
    String added = name + " ~ Uniform(0, 1) given " + others + ";";
    INode last = NodeModelUtils.getNode(cases.get(cases.size() - 1));
    Lines lines = place.lines();
    String before =
        lines.isFirst(last.getOffset()) ? lines.separator() + lines.indent(last.getOffset()) : " ";
    return new QuickFix("Add '" + added + "'", Edit.insertion(last.getEndOffset(), before + added));
  }

  /** What a case before it is for. */
  private static List<QuickFix> without(String message, List<Assignment> cases, Assignment line) {
    List<QuickFix> fixes = new ArrayList<>();
    INode node = NodeModelUtils.getNode(line.getCondition());
    for (Assignment other : cases.subList(0, cases.indexOf(line))) {
      String before = Text.of(other.getCondition());
      if (message.contains(": given " + before + ", and given ") && Values.hasNoComment(node)) {
        String text = part(line.getCondition()) + " and not (" + before + ")";
        fixes.add(new QuickFix("Write '" + text + "'", Place.replace(node, text)));
        break;
      }
    }
    return fixes;
  }

  /** As a part of a conjunction. */
  private static String part(Expression condition) {
    return condition instanceof OrExpression ? "(" + Text.of(condition) + ")" : Text.of(condition);
  }
}
