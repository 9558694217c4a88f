package surety.eclipse.assist;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.codemining.ICodeMiningProvider;
import org.eclipse.jface.text.codemining.LineHeaderCodeMining;
import org.eclipse.lsp4j.Command;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import surety.eclipse.theme.ThemeColour;

/** A few words above a line, which can be clicked. */
final class Lens extends LineHeaderCodeMining implements Doubtful {
  private static final String DOUBTED = "changed";

  private final String name;
  private final boolean isState;

  /**
   * @param name of the property or query that it is about; empty if it is about all
   * @param isState whether it says how that stands
   */
  Lens(
      int line,
      IDocument document,
      ICodeMiningProvider provider,
      Command command,
      String name,
      boolean isState)
      throws BadLocationException {
    super(line, document, provider, event -> Commands.run(command));
    this.name = name;
    this.isState = isState;
    setLabel(command.getTitle());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void doubt() {
    if (isState) {
      setLabel(DOUBTED);
    }
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
