package surety.eclipse.base;

import java.util.List;
import java.util.function.IntPredicate;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TableViewerEditor;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.widgets.Composite;

/** A table of texts, some of which can be changed where they stand. */
public final class EditableTable {
  private final Composite frame;
  private final TableViewer viewer;
  private final Runnable changed;
  private List<String[]> rows = List.of();

  /**
   * An empty one.
   *
   * @param titles of the columns
   * @param editable whether what stands in a column can be changed
   * @param changed is run after each change
   */
  public EditableTable(
      Composite parent, List<String> titles, IntPredicate editable, Runnable changed) {
    this.changed = changed;
    frame = new Composite(parent, SWT.NONE);
    TableColumnLayout layout = new TableColumnLayout();
    frame.setLayout(layout);
    viewer = new TableViewer(frame, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
    viewer.getTable().setHeaderVisible(true);
    viewer.getTable().setLinesVisible(true);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    TableViewerEditor.create(
        viewer,
        new Clicks(viewer),
        ColumnViewerEditor.TABBING_HORIZONTAL | ColumnViewerEditor.TABBING_MOVE_TO_ROW_NEIGHBOR);
    for (int i = 0; i < titles.size(); i++) {
      TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
      column.getColumn().setText(titles.get(i));
      column.setLabelProvider(new Labels(i));
      if (editable.test(i)) {
        column.setEditingSupport(new Editing(i));
      }
      layout.setColumnData(column.getColumn(), new ColumnWeightData(i + 1, 80, true));
    }
  }

  /** To be placed. */
  public Composite control() {
    return frame;
  }

  /** Begins anew with these; they are changed in place. */
  public void show(List<String[]> shown) {
    rows = shown;
    viewer.setInput(rows);
  }

  /** As they were changed. */
  public List<String[]> rows() {
    return rows;
  }

  /** One click begins, wherever it goes; so does Tab behind a change. */
  private static final class Clicks extends ColumnViewerEditorActivationStrategy {
    Clicks(TableViewer viewer) {
      super(viewer);
    }

    @Override
    protected boolean isEditorActivationEvent(ColumnViewerEditorActivationEvent event) {
      boolean isClick =
          event.eventType == ColumnViewerEditorActivationEvent.MOUSE_CLICK_SELECTION
              && event.sourceEvent instanceof MouseEvent mouse
              && mouse.button == 1;
      return isClick
          || event.eventType == ColumnViewerEditorActivationEvent.TRAVERSAL
          || event.eventType == ColumnViewerEditorActivationEvent.PROGRAMMATIC;
    }
  }

  /** The texts of one column. */
  private static final class Labels extends ColumnLabelProvider {
    private final int column;

    Labels(int column) {
      this.column = column;
    }

    @Override
    public String getText(Object row) {
      return ((String[]) row)[column];
    }
  }

  /** Changes the texts of one column. */
  private final class Editing extends EditingSupport {
    private final int column;

    Editing(int column) {
      super(viewer);
      this.column = column;
    }

    @Override
    protected CellEditor getCellEditor(Object row) {
      return new TextCellEditor(viewer.getTable());
    }

    @Override
    protected boolean canEdit(Object row) {
      return true;
    }

    @Override
    protected Object getValue(Object row) {
      return ((String[]) row)[column];
    }

    @Override
    protected void setValue(Object row, Object value) {
      ((String[]) row)[column] = String.valueOf(value).strip();
      viewer.update(row, null);
      changed.run();
    }
  }
}
