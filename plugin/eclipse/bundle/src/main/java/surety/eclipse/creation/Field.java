package surety.eclipse.creation;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A line of a page: what it asks for, and the answer. */
final class Field {
  private Field() {}

  /**
   * Adds one to a page with columns.
   *
   * @param columns that the answer takes
   */
  static Text add(Composite page, String label, String tip, int columns, Runnable changed) {
    new Label(page, SWT.NONE).setText(label);
    Text text = new Text(page, SWT.BORDER);
    text.setToolTipText(tip);
    GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).applyTo(text);
    text.addModifyListener(event -> changed.run());
    return text;
  }
}
