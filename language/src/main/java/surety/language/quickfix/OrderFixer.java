package surety.language.quickfix;

import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.language.problems.IssueCodes;
import surety.language.sure.DistributionTerm;
import surety.language.sure.ListValue;
import surety.language.sure.PointList;
import surety.language.sure.SurePackage;

/**
 * Sorts numbers that must ascend: thresholds, the edges of a histogram, and the three numbers of
 * Triangular. Thresholds that come again are deleted; of edges each belongs to a weight.
 */
final class OrderFixer implements Fixer {
  @Override
  public List<QuickFix> fixes(Place place) {
    String text = place.specification().text();
    List<INode> numbers =
        switch (place.code()) {
          case IssueCodes.POINTS_ORDER -> points(place);
          case IssueCodes.HISTOGRAM_ORDER -> edges(place);
          default -> parameters(place);
        };
    List<Edit> edits = Values.sorted(numbers, text);
    boolean deletes = edits.stream().anyMatch(edit -> edit.text().isEmpty());
    if (edits.isEmpty() || (deletes && !place.code().equals(IssueCodes.POINTS_ORDER))) {
      return List.of();
    }
    String title = "Sort the numbers" + (deletes ? ", and write each only once" : "");
    return List.of(new QuickFix(title, edits));
  }

  private static List<INode> points(Place place) {
    Optional<PointList> points = place.part(PointList.class);
    return points
        .map(list -> Place.nodes(list, SurePackage.Literals.POINT_LIST__VALUES))
        .orElse(List.of());
  }

  private static List<INode> edges(Place place) {
    return place
        .part(DistributionTerm.class)
        .map(term -> term.getArguments().get(0).getValue())
        .filter(ListValue.class::isInstance)
        .stream()
        .flatMap(list -> ((ListValue) list).getItems().stream())
        .<INode>map(NodeModelUtils::getNode)
        .toList();
  }

  private static List<INode> parameters(Place place) {
    return place.part(DistributionTerm.class).stream()
        .flatMap(term -> term.getArguments().stream())
        .<INode>map(NodeModelUtils::getNode)
        .toList();
  }
}
