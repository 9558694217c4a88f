package surety.eclipse.assist;

import java.util.stream.Collectors;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.codemining.ICodeMiningProvider;
import org.eclipse.jface.text.codemining.LineContentCodeMining;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintLabelPart;

/** A few words in a line that are not part of the text. */
final class Hint extends LineContentCodeMining {
  Hint(int offset, ICodeMiningProvider provider, InlayHint hint) {
    super(new Position(offset, 1), true, provider);
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
  public boolean isResolved() {
    return true;
  }
}
