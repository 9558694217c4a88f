package surety.eclipse.scenario;

import java.util.function.Supplier;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditor;
import surety.eclipse.driver.StepFailure;
import surety.eclipse.driver.Workbench;

/**
 * An editor with a specification, as a person sees it. In the UI thread only.
 *
 * @param supplier gives one that is open
 */
record SureEditor(Supplier<ITextEditor> supplier) {

  private static final String UNDO = "org.eclipse.ui.edit.undo";

  IDocument document() {
    return Workbench.document(supplier.get());
  }

  String text() {
    return document().get();
  }

  /** The first place of some words. */
  int find(String words) {
    int offset = text().indexOf(words);
    if (offset < 0) {
      throw new StepFailure("The text does not say: " + words);
    }
    return offset;
  }

  /** Sets the cursor so many characters behind the beginning of some words. */
  void setCursor(String words, int behind) {
    select(find(words) + behind, 0);
  }

  void select(int offset, int length) {
    Workbench.page().activate(supplier.get());
    supplier.get().selectAndReveal(offset, length);
    widget().setFocus();
  }

  ITextSelection selection() {
    return (ITextSelection) supplier.get().getSelectionProvider().getSelection();
  }

  /** Whether it can be seen that these words are selected, at their first place. */
  boolean hasSelected(String words, int offset) {
    return selection().getOffset() == offset && selection().getText().equals(words);
  }

  /** Undoes the last step. */
  void undo() throws Exception {
    Workbench.page().activate(supplier.get());
    supplier.get().getSite().getService(IHandlerService.class).executeCommand(UNDO, null);
  }

  void save() {
    supplier.get().doSave(null);
  }

  StyledText widget() {
    return (StyledText) supplier.get().getAdapter(Control.class);
  }

  /** The height of what is drawn above the line of a character. */
  int roomAbove(int offset) {
    return widget().getLineVerticalIndent(widget().getLineAtOffset(offset));
  }

  /** Where a character is drawn, in the widget; nothing is folded where this is asked. */
  Point place(int offset) {
    Point corner = widget().getLocationAtOffset(offset);
    return new Point(corner.x + 3, corner.y + 8);
  }
}
