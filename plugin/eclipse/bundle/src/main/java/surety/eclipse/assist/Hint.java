package surety.eclipse.assist;

import java.util.stream.Collectors;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.codemining.ICodeMiningProvider;
import org.eclipse.jface.text.codemining.LineContentCodeMining;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintLabelPart;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import surety.eclipse.theme.ThemeColour;

/** A few words in a line that are not part of the text. */
final class Hint extends LineContentCodeMining implements Doubtful {
  private final String name;

  /**
   * @param name of the property or query that it is about
   */
  Hint(int offset, ICodeMiningProvider provider, InlayHint hint, String name) {
    super(new Position(offset, 1), true, provider);
    this.name = name;
    String label =
        hint.getLabel().isLeft()
            ? hint.getLabel().getLeft()
            : hint.getLabel().getRight().stream()
                .map(InlayHintLabelPart::getValue)
                .collect(Collectors.joining());
    boolean isApart = Boolean.TRUE.equals(hint.getPaddingLeft());
    setLabel((isApart ? " " : "") + label);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void doubt() {
    setLabel("");
  }

  @Override
  public Point draw(GC gc, StyledText text, Color colour, int x, int y) {
    gc.setForeground(ThemeColour.LENS.on(text.getBackground()));
    return super.draw(gc, text, gc.getForeground(), x, y);
  }

  @Override
  public boolean isResolved() {
    return true;
  }
}
