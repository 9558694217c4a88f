package surety.eclipse.creation;

import java.util.List;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** A table of texts in which each can be changed where it stands. */
final class EditableTable {
  private final Composite frame;
  private final TableViewer viewer;
  private final Runnable changed;
  private List<String[]> rows = List.of();

  EditableTable(Composite parent, List<String> titles, Runnable changed) {
    this.changed = changed;
    frame = new Composite(parent, SWT.NONE);
    TableColumnLayout layout = new TableColumnLayout();
    frame.setLayout(layout);
    viewer = new TableViewer(frame, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
    viewer.getTable().setHeaderVisible(true);
    viewer.getTable().setLinesVisible(true);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    for (int i = 0; i < titles.size(); i++) {
      TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
      column.getColumn().setText(titles.get(i));
      column.setLabelProvider(new Labels(i));
      column.setEditingSupport(new Editing(i));
      layout.setColumnData(column.getColumn(), new ColumnWeightData(i + 1, 80, true));
    }
  }

  Composite control() {
    return frame;
  }

  /** Begins anew with these; they are changed in place. */
  void show(List<String[]> shown) {
    rows = shown;
    viewer.setInput(rows);
  }

  List<String[]> rows() {
    return rows;
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
