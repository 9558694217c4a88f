package surety.language.formatting2;

import org.eclipse.xtext.formatting2.ITextReplacerContext;
import org.eclipse.xtext.formatting2.internal.CommentReplacer;
import org.eclipse.xtext.formatting2.internal.WhitespaceReplacer;
import org.eclipse.xtext.formatting2.regionaccess.IComment;

/** A comment, of which not a blank is changed. */
final class KeptComment extends CommentReplacer {
  KeptComment(IComment comment) {
    super(comment);
  }

  /** Whether the line must end behind it. */
  boolean endsLine() {
    return getRegion().getText().startsWith("//");
  }

  @Override
  public ITextReplacerContext createReplacements(ITextReplacerContext context) {
    return context;
  }

  @Override
  public void configureWhitespace(WhitespaceReplacer leading, WhitespaceReplacer trailing) {}
}
