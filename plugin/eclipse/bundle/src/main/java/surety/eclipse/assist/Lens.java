package surety.eclipse.assist;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.codemining.ICodeMiningProvider;
import org.eclipse.jface.text.codemining.LineHeaderCodeMining;
import org.eclipse.lsp4j.Command;

/** A few words above a line, which can be clicked. */
final class Lens extends LineHeaderCodeMining {
  Lens(int line, IDocument document, ICodeMiningProvider provider, Command command)
      throws BadLocationException {
    super(line, document, provider, event -> Commands.run(command));
    setLabel(command.getTitle());
  }

  @Override
  public boolean isResolved() {
    return true;
  }
}
