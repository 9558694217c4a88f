package surety.eclipse.outline;

import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.swt.graphics.Image;
import surety.eclipse.base.Icons;
import surety.eclipse.states.States;

/** The name of a symbol, what the server says of it, and a picture of what it is. */
final class SymbolLabels extends DelegatingStyledCellLabelProvider {
  /**
   * @param uri of the specification
   */
  SymbolLabels(String uri) {
    super(new Labels(uri));
  }

  /** The texts and pictures. */
  private static final class Labels extends LabelProvider implements IStyledLabelProvider {
    private final String uri;

    private Labels(String uri) {
      this.uri = uri;
    }

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
      DocumentSymbol symbol = (DocumentSymbol) element;
      return SymbolIcons.of(symbol, States.get().of(uri, symbol.getName()))
          .map(Icons::image)
          .orElse(null);
    }
  }
}
