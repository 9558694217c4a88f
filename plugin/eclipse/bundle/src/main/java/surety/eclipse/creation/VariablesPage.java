package surety.eclipse.creation;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import surety.eclipse.base.EditableTable;
import surety.language.ide.protocol.InputChoice;

/** The second page: the names of inputs and outputs, and what the inputs are like. */
final class VariablesPage extends WizardPage {
  private final Runnable changed;
  private EditableTable inputs;
  private EditableTable outputs;

  VariablesPage(Runnable changed) {
    super("variables", "Inputs and Outputs", null);
    this.changed = changed;
    setDescription(
        "Give each input a distribution, such as Uniform(0, 1) or Normal(10, 2) on [0, 20],"
            + " or a fixed value, such as = 1.5.");
  }

  @Override
  public void createControl(Composite parent) {
    Composite page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).equalWidth(false).applyTo(page);
    new Label(page, SWT.NONE).setText("Inputs (click to change):");
    new Label(page, SWT.NONE).setText("Outputs (click to change):");
    inputs = new EditableTable(page, List.of("Name", "Distribution"), column -> true, changed);
    GridDataFactory.fillDefaults().grab(true, true).hint(360, 200).applyTo(inputs.control());
    outputs = new EditableTable(page, List.of("Name"), column -> true, changed);
    GridDataFactory.fillDefaults().grab(true, true).hint(160, 200).applyTo(outputs.control());
    setControl(page);
  }

  /** Begins anew with these. */
  void show(Draft draft) {
    List<String[]> rows = new ArrayList<>();
    draft.inputs().forEach(input -> rows.add(new String[] {input.name(), input.distribution()}));
    inputs.show(rows);
    List<String[]> names = new ArrayList<>();
    draft.outputs().forEach(name -> names.add(new String[] {name}));
    outputs.show(names);
  }

  /** What is wrong with this page, and so there is no way on; the rest belongs to the next one. */
  void report(List<String> problems) {
    String problem = problems.stream().filter(VariablesPage::isHere).findFirst().orElse(null);
    setErrorMessage(problem);
    setPageComplete(problem == null);
  }

  static boolean isHere(String problem) {
    return problem.startsWith("input ")
        || problem.startsWith("name of ")
        || problem.startsWith("network");
  }

  List<InputChoice> inputs() {
    return inputs.rows().stream().map(row -> new InputChoice(row[0], row[1])).toList();
  }

  List<String> outputs() {
    return outputs.rows().stream().map(row -> row[0]).toList();
  }
}
