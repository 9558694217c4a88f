package surety.language.quickfix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.nodemodel.INode;
import surety.language.sure.Argument;
import surety.language.sure.Item;
import surety.language.sure.ListValue;
import surety.language.sure.RowItem;
import surety.language.sure.SurePackage;
import surety.language.translation.Numbers;

/** Makes a matrix symmetric, by what stands above its diagonal, or by what stands below. */
final class CovarianceFixer implements Fixer {
  @Override
  public List<QuickFix> fixes(Place place) {
    Optional<ListValue> matrix =
        place
            .part(Argument.class)
            .map(Argument::getValue)
            .filter(ListValue.class::isInstance)
            .map(ListValue.class::cast);
    if (matrix.isEmpty() || !place.message().contains(" is not symmetric: ")) {
      return List.of();
    }
    List<List<INode>> rows = new ArrayList<>();
    for (Item item : matrix.get().getItems()) {
      if (!(item instanceof RowItem row)) {
        return List.of();
      }
      rows.add(Place.nodes(row, SurePackage.Literals.ROW_ITEM__NUMBERS));
    }
    return List.of(
        new QuickFix("Write below the diagonal what stands above it", mirrored(rows, true)),
        new QuickFix("Write above the diagonal what stands below it", mirrored(rows, false)));
  }

  private static List<Edit> mirrored(List<List<INode>> rows, boolean isFromAbove) {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      for (int k = i + 1; k < rows.size(); k++) {
        INode above = rows.get(i).get(k);
        INode below = rows.get(k).get(i);
        INode source = isFromAbove ? above : below;
        INode target = isFromAbove ? below : above;
        if (!Numbers.parse(Values.text(source)).equals(Numbers.parse(Values.text(target)))) {
          edits.add(Place.replace(target, Values.text(source)));
        }
      }
    }
    edits.sort(Comparator.comparingInt(Edit::offset));
    return edits;
  }
}
