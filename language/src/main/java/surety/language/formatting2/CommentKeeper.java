package surety.language.formatting2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.xtext.formatting2.IHiddenRegionFormatting;
import org.eclipse.xtext.formatting2.ITextReplacer;
import org.eclipse.xtext.formatting2.internal.HiddenRegionReplacer;
import org.eclipse.xtext.formatting2.internal.WhitespaceReplacer;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegion;

/**
 * The blanks around comments. A comment stays on its line: it has a line break before or behind it
 * exactly if it had one, or if one must be there; a blank line stays where there may be one. So a
 * text that was formatted once does not change again. (Xtext's own way moves comments about.)
 */
final class CommentKeeper extends HiddenRegionReplacer {
  CommentKeeper(IHiddenRegion region, IHiddenRegionFormatting formatting) {
    super(region, formatting);
  }

  @Override
  protected void applyHiddenRegionFormatting(List<ITextReplacer> replacers) {
    List<WhitespaceReplacer> gaps = new ArrayList<>();
    boolean mustBreak = false;
    int required = Optional.ofNullable(getFormatting().getNewLineMin()).orElse(0);
    boolean hasBreak =
        replacers.stream().anyMatch(this::breaks)
            || replacers.stream().anyMatch(r -> r instanceof KeptComment c && c.endsLine());
    for (ITextReplacer replacer : replacers) {
      if (replacer instanceof WhitespaceReplacer gap) {
        // Where a line must end and none does, the comment goes with what follows.
        boolean first = gaps.isEmpty();
        if (mustBreak || breaks(gap) || (first && !hasBreak && required > 0)) {
          lines(gap, required);
          required = Math.min(1, required);
        } else {
          gap.getFormatting().setSpace(gap.getRegion().getOffset() == 0 ? "" : " ");
        }
        gaps.add(gap);
      }
      mustBreak = replacer instanceof KeptComment comment && comment.endsLine();
    }
    Integer more = getFormatting().getIndentationIncrease();
    Integer less = getFormatting().getIndentationDecrease();
    gaps.get(0).getFormatting().setIndentationIncrease(more);
    gaps.get(gaps.size() - 1).getFormatting().setIndentationDecrease(less);
  }

  /**
   * The first line break of all gets the lines that are required; none is at the very beginning.
   */
  private void lines(WhitespaceReplacer gap, int required) {
    if (gap.getRegion().getOffset() == 0) {
      gap.getFormatting().setSpace("");
      return;
    }
    int least = Math.max(1, required);
    int most = Math.max(least, Optional.ofNullable(getFormatting().getNewLineMax()).orElse(1));
    gap.getFormatting().setNewLinesMin(least);
    gap.getFormatting().setNewLinesMax(most);
  }

  private boolean breaks(ITextReplacer replacer) {
    return replacer instanceof WhitespaceReplacer gap && gap.getRegion().isMultiline();
  }
}
