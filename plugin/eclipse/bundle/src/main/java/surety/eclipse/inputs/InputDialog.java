package surety.eclipse.inputs;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import surety.eclipse.base.Delay;
import surety.eclipse.base.EditableTable;
import surety.eclipse.base.Notices;
import surety.eclipse.server.Failures;
import surety.eclipse.server.Server;
import surety.language.ide.protocol.RunOutcome;
import surety.language.ide.protocol.RunParams;
import surety.language.ide.protocol.RunValue;

/**
 * Shows what a network gives for an input, and whether the event of a property or query happens
 * then; each number of the input can be changed. The editor can be used meanwhile.
 */
public final class InputDialog extends TitleAreaDialog {
  private static final int SECONDS = 30;
  private static final int WIDTH = 760;
  private static final int HEIGHT = 420;
  private static final String WHAT_TO_DO = "Click a value to change it.";

  private final String uri;
  private final String name;
  private final Delay delay = new Delay(this::tryWritten);
  private EditableTable inputs;
  private EditableTable outputs;
  private Label event;
  private int questions;

  private InputDialog(Shell parent, String uri, String name) {
    super(parent);
    this.uri = uri;
    this.name = name;
    setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.MAX | SWT.MODELESS);
    setBlockOnOpen(false);
    setHelpAvailable(false);
  }

  /**
   * Opens it with an input of the server's choice: a witness, if there is one.
   *
   * @param name of the property or query
   */
  public static void open(String uri, String name) {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    if (window != null) {
      new InputDialog(window.getShell(), uri, name).open();
    }
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Try an Input: " + name);
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Point getInitialSize() {
    Point needed = super.getInitialSize();
    return new Point(Math.max(WIDTH, needed.x), Math.max(HEIGHT, needed.y));
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    Composite page = new Composite(area, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).applyTo(page);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
    new Label(page, SWT.NONE).setText("Inputs:");
    new Label(page, SWT.NONE).setText("Outputs:");
    inputs = new EditableTable(page, List.of("Name", "Value"), column -> column == 1, delay::key);
    GridDataFactory.fillDefaults().grab(true, true).hint(260, 180).applyTo(inputs.control());
    outputs =
        new EditableTable(
            page, List.of("Name", "Over the reals", "As float32"), column -> false, delay::key);
    GridDataFactory.fillDefaults().grab(true, true).hint(440, 180).applyTo(outputs.control());
    event = new Label(page, SWT.WRAP);
    event.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(event);
    setTitle(name);
    ask(null);
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.RETRY_ID, "As at First", false)
        .addListener(SWT.Selection, click -> ask(null));
    createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
  }

  private void tryWritten() {
    ask(inputs.rows().stream().map(row -> row[1]).toList());
  }

  /**
   * Only the last question counts.
   *
   * @param input null for one of the server's choice
   */
  private void ask(List<String> input) {
    int question = ++questions;
    RunParams params = new RunParams(uri, name, input);
    var unused =
        Server.get()
            .ask(SECONDS, server -> server.run(params))
            .whenComplete(
                (outcome, failure) ->
                    Notices.onScreen(
                        () -> {
                          if (question == questions && getShell() != null) {
                            show(outcome, failure);
                          }
                        }));
  }

  private void show(RunOutcome outcome, Throwable failure) {
    String problem = failure == null ? outcome.problem() : Failures.words(failure);
    if (problem != null) {
      setMessage(problem, IMessageProvider.ERROR);
      outputs.show(new ArrayList<>());
      say("");
      return;
    }
    setTitle(outcome.title());
    setMessage(WHAT_TO_DO);
    inputs.show(rows(outcome.inputs(), false));
    outputs.show(rows(outcome.outputs(), true));
    say(outcome.event() == null ? "" : outcome.event());
  }

  private void say(String words) {
    event.setText(words.replace("&", "&&"));
    event.requestLayout();
  }

  private static List<String[]> rows(List<RunValue> values, boolean isOutput) {
    List<String[]> rows = new ArrayList<>();
    for (RunValue value : values) {
      rows.add(
          isOutput
              ? new String[] {value.name(), value.exact(), orEmpty(value.float32())}
              : new String[] {value.name(), value.exact()});
    }
    return rows;
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
