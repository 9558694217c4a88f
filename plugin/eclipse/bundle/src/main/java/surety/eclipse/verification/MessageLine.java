package surety.eclipse.verification;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import surety.eclipse.states.Item;
import surety.language.ide.protocol.PropertyStatus;

/** Says in full what there is to say of the selected row; takes no room if that is nothing. */
final class MessageLine {
  private static final int MARGIN = 6;

  private final Text text;

  /**
   * @param parent has a grid with one column
   */
  MessageLine(Composite parent) {
    text = new Text(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, false).indent(MARGIN, 0).exclude(true).applyTo(text);
    text.setVisible(false);
  }

  void show(List<Item> selected) {
    String words = selected.size() == 1 ? words(selected.get(0).status()) : "";
    if (!words.equals(text.getText())) {
      text.setText(words);
      text.setVisible(!words.isEmpty());
      ((GridData) text.getLayoutData()).exclude = words.isEmpty();
      ((GridData) text.getLayoutData()).widthHint =
          Math.max(1, text.getParent().getClientArea().width - 3 * MARGIN);
      text.requestLayout();
    }
  }

  private static String words(PropertyStatus status) {
    return status.message() == null
        ? ""
        : status.name() + ": " + status.message().replaceAll("\\s+", " ");
  }
}
