package surety.eclipse.outline;

import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.swt.graphics.Image;

/** The name of a symbol, and what the server says of it. */
final class SymbolLabels extends DelegatingStyledCellLabelProvider {
  SymbolLabels() {
    super(new Labels());
  }

  /** The texts. */
  private static final class Labels extends LabelProvider implements IStyledLabelProvider {
    @Override
    public StyledString getStyledText(Object element) {
      DocumentSymbol symbol = (DocumentSymbol) element;
      StyledString text = new StyledString(symbol.getName());
      if (symbol.getDetail() != null && !symbol.getDetail().isBlank()) {
        text.append("  " + symbol.getDetail(), StyledString.DECORATIONS_STYLER);
      }
      return text;
    }

    @Override
    public Image getImage(Object element) {
      return null;
    }
  }
}
