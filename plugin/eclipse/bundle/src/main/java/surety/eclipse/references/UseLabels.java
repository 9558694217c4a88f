package surety.eclipse.references;

import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import surety.eclipse.base.Icons;
import surety.eclipse.text.Uris;

/** The place of a use and its line, with the name in the colour of the Search view. */
final class UseLabels extends DelegatingStyledCellLabelProvider {
  private static final String COLOUR = "org.eclipse.search.ui.match.highlight";

  UseLabels() {
    super(new Labels());
  }

  /** The texts. */
  private static final class Labels extends LabelProvider implements IStyledLabelProvider {
    @Override
    public StyledString getStyledText(Object element) {
      Use use = (Use) element;
      StyledString text =
          new StyledString(
              Uris.name(use.uri()) + ":" + use.line() + ":  ", StyledString.QUALIFIER_STYLER);
      int start = text.length() + use.name().offset();
      text.append(use.words());
      text.setStyle(
          start, use.name().length(), StyledString.createColorRegistryStyler(null, COLOUR));
      return text;
    }

    @Override
    public Image getImage(Object element) {
      return Icons.image("icons/specification.svg");
    }
  }
}
