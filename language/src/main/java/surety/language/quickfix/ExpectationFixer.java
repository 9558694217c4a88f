package surety.language.quickfix;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import surety.certificates.statement.Verdict;
import surety.language.problems.IssueCodes;
import surety.language.problems.Names;

/** Writes the verdict that an EXPECT probably means; deletes an EXPECT that belongs to nothing. */
final class ExpectationFixer implements Fixer {
  private static final Pattern LAST_WORD = Pattern.compile("\\w+$");

  @Override
  public List<QuickFix> fixes(Place place) {
    return place.code().equals(IssueCodes.EXPECTATION_MISPLACED)
        ? deleted(place)
        : corrected(place);
  }

  private static List<QuickFix> deleted(Place place) {
    ILeafNode comment = NodeModelUtils.findLeafNodeAtOffset(place.root(), place.offset());
    return List.of(
        new QuickFix(
            "Delete this comment",
            place.lines().deletion(comment.getOffset(), comment.getEndOffset())));
  }

  private static List<QuickFix> corrected(Place place) {
    Matcher word = LAST_WORD.matcher(place.marked());
    if (!word.find()) {
      return List.of();
    }
    List<String> verdicts = Arrays.stream(Verdict.values()).map(Verdict::name).toList();
    return Names.nearest(word.group(), verdicts).stream()
        .map(
            verdict ->
                new QuickFix(
                    "Write '" + verdict + "'",
                    new Edit(place.offset() + word.start(), word.group().length(), verdict)))
        .toList();
  }
}
