package surety.eclipse.outline;

import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.TextStyle;
import org.eclipse.swt.widgets.Control;
import surety.eclipse.base.Icons;
import surety.eclipse.states.States;
import surety.eclipse.theme.ThemeColour;

/** The name of a symbol, what the server says of it, and a picture of what it is. */
final class SymbolLabels extends DelegatingStyledCellLabelProvider {
  /**
   * @param uri of the specification
   * @param tree where they are shown
   */
  SymbolLabels(String uri, Control tree) {
    super(new Labels(uri, new Aside(tree)));
  }

  /** What is said of a symbol, less strong than its name. */
  private static final class Aside extends StyledString.Styler {
    private final Control tree;

    private Aside(Control tree) {
      this.tree = tree;
    }

    @Override
    public void applyStyles(TextStyle style) {
      style.foreground = ThemeColour.LENS.on(tree.getBackground());
    }
  }

  /** The texts and pictures. */
  private static final class Labels extends LabelProvider implements IStyledLabelProvider {
    private final String uri;
    private final StyledString.Styler aside;

    private Labels(String uri, StyledString.Styler aside) {
      this.uri = uri;
      this.aside = aside;
    }

    @Override
    public StyledString getStyledText(Object element) {
      DocumentSymbol symbol = (DocumentSymbol) element;
      StyledString text = new StyledString(symbol.getName());
      if (symbol.getDetail() != null && !symbol.getDetail().isBlank()) {
        text.append("  " + symbol.getDetail(), aside);
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
