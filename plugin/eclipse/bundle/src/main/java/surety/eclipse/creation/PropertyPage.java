package surety.eclipse.creation;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import surety.language.ide.protocol.NewSpecification;

/** The last page: the first property, and what the specification will look like. */
final class PropertyPage extends WizardPage {
  private final Runnable changed;
  private Text name;
  private Text title;
  private Text claim;
  private Text preview;

  PropertyPage(Runnable changed) {
    super("property", "The First Property", null);
    this.changed = changed;
    setDescription(
        "What shall be verified? For instance P(y > 0.5) < 1e-2, or cdf(y) for a query."
            + " Leave it empty to write it later.");
  }

  @Override
  public void createControl(Composite parent) {
    Composite page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).applyTo(page);
    name = Field.add(page, "Name:", "A word that names it", 1, changed);
    title = Field.add(page, "Title:", "For people; may be empty", 1, changed);
    claim = Field.add(page, "Property:", "P(...) with a limit, or a query", 1, changed);
    Label label = new Label(page, SWT.NONE);
    label.setText("Preview:");
    GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
    preview = new Text(page, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
    preview.setFont(JFaceResources.getTextFont());
    GridDataFactory.fillDefaults().grab(true, true).hint(480, 260).applyTo(preview);
    setControl(page);
  }

  /** Begins anew with this. */
  void show(Draft draft) {
    name.setText(draft.propertyName());
    title.setText(draft.title());
    claim.setText(draft.claim());
  }

  /** What the specification will look like, and what is wrong with it. */
  void report(NewSpecification specification) {
    setErrorMessage(
        specification.problems().stream()
            .filter(problem -> !VariablesPage.isHere(problem))
            .findFirst()
            .orElse(null));
    preview.setText(specification.text() == null ? "" : specification.text());
  }

  /** There is no answer of the server. */
  void refuse(String reason) {
    setErrorMessage(reason);
    preview.setText("");
  }

  /** The name of the property, or what would be one. */
  String name() {
    return name.getText().strip();
  }

  /** Its title; empty if it has none. */
  String title() {
    return title.getText().strip();
  }

  /** What is claimed or asked; empty if nothing. */
  String claim() {
    return claim.getText().strip();
  }
}
