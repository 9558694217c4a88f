package surety.language.quickfix;

import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.language.problems.IssueCodes;
import surety.language.sure.Element;
import surety.language.sure.SemanticsDeclaration;
import surety.language.sure.SureFile;
import surety.language.sure.SurePackage;
import surety.language.translation.SemanticsReader;

/**
 * Says that claims are about the network over the real numbers, before all else, but behind a
 * comment about the whole file.
 */
final class SemanticsFixer implements Fixer {
  private static final String LINE = "semantics real;";

  @Override
  public List<QuickFix> fixes(Place place) {
    String title = "Write '" + LINE + "': rounding in the deployed network is not covered";
    if (place.code().equals(IssueCodes.SEMANTICS_UNKNOWN)) {
      return List.of(new QuickFix(title, place.replaceMarked("real")));
    }
    if (place.code().equals(IssueCodes.SEMANTICS_ACCURACY)) {
      return withoutAccuracy(place);
    }
    if (place.code().equals(IssueCodes.SEMANTICS_UNBOUNDED)) {
      return place.all(SemanticsDeclaration.class).stream()
          .limit(1)
          .map(line -> new QuickFix(title, real(line)))
          .toList();
    }
    String end = place.lines().separator();
    Optional<Element> first =
        place.file().map(SureFile::getElements).flatMap(SemanticsFixer::first);
    if (first.isEmpty()) {
      String text = place.specification().text();
      String before = text.isEmpty() || text.endsWith("\n") ? "" : end;
      return List.of(new QuickFix(title, Edit.insertion(text.length(), before + LINE + end)));
    }
    int offset = withItsComments(place, NodeModelUtils.getNode(first.get()).getOffset());
    return List.of(new QuickFix(title, Edit.insertion(offset, LINE + end + end)));
  }

  /** The line with the format alone, which means the usual accuracy. */
  private static List<QuickFix> withoutAccuracy(Place place) {
    return place.part(SemanticsDeclaration.class).stream()
        .map(line -> Place.written(line, "semantics " + line.getLevel() + ";"))
        .toList();
  }

  private static Edit real(SemanticsDeclaration line) {
    return SemanticsReader.hasAccuracy(line)
        ? Place.replace(NodeModelUtils.getNode(line), LINE)
        : Place.replace(
            Place.nodes(line, SurePackage.Literals.SEMANTICS_DECLARATION__LEVEL).get(0),
            SemanticsReader.REAL);
  }

  private static Optional<Element> first(List<Element> elements) {
    return elements.stream().findFirst();
  }

  /** Where the comments begin that stand directly above a part. */
  private static int withItsComments(Place place, int offset) {
    int start = offset;
    while (start > 0) {
      ILeafNode before = NodeModelUtils.findLeafNodeAtOffset(place.root(), start - 1);
      boolean isBlank = before.getText().isBlank() || before.getText().equals("\uFEFF");
      if (before.getText().chars().filter(c -> c == '\n').count() > 1 && isBlank) {
        return offset;
      }
      start = before.getOffset();
      if (!isBlank) {
        offset = start;
      }
    }
    return offset;
  }
}
