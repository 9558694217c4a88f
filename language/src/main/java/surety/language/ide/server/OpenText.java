package surety.language.ide.server;

import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.util.ITextRegion;
import org.eclipse.xtext.util.TextRegion;

/**
 * The text of an open document. A position behind the end of a line means its end, as the protocol
 * wants it, and one behind the last line means the end of the text; Xtext's own documents throw
 * exceptions there, and search for each position from the beginning.
 */
final class OpenText extends Document {
  private final int[] lines;

  OpenText(Integer version, String contents) {
    super(version, contents, false);
    lines = lines(contents);
  }

  /** Where the lines begin. */
  private static int[] lines(String text) {
    int[] lines = new int[1 + (int) text.chars().filter(c -> c == '\n').count()];
    for (int i = 1; i < lines.length; i++) {
      lines[i] = text.indexOf('\n', lines[i - 1]) + 1;
    }
    return lines;
  }

  @Override
  public int getOffSet(Position position) {
    if (position.getLine() < 0) {
      return 0;
    }
    if (position.getLine() >= lines.length) {
      return getContents().length();
    }
    int line = position.getLine();
    int end = line + 1 < lines.length ? lines[line + 1] - 1 : getContents().length();
    return lines[line] + Math.max(0, Math.min(position.getCharacter(), end - lines[line]));
  }

  @Override
  public Position getPosition(int offset) {
    int within = Math.max(0, Math.min(offset, getContents().length()));
    int found = Arrays.binarySearch(lines, within);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line, within - lines[line]);
  }

  /** An inverted range means the place where it begins. */
  @Override
  public ITextRegion getTextRegion(Range range) {
    int start = getOffSet(range.getStart());
    return new TextRegion(start, Math.max(0, getOffSet(range.getEnd()) - start));
  }

  /** The text after changes, each of which refers to the text that the one before it left. */
  OpenText changed(Integer version, Iterable<TextDocumentContentChangeEvent> changes) {
    OpenText text = this;
    for (TextDocumentContentChangeEvent change : changes) {
      if (change.getRange() == null) {
        text = new OpenText(version, change.getText());
      } else {
        ITextRegion region = text.getTextRegion(change.getRange());
        StringBuilder contents = new StringBuilder(text.getContents());
        contents.replace(region.getOffset(), region.getEndOffset(), change.getText());
        text = new OpenText(version, contents.toString());
      }
    }
    return text;
  }
}
