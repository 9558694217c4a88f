package surety.eclipse.scenario;

import static surety.eclipse.scenario.VerificationTable.STATE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.texteditor.ITextEditor;
import surety.eclipse.driver.Pictures;
import surety.eclipse.driver.StepFailure;
import surety.eclipse.driver.Ui;
import surety.eclipse.driver.Widgets;
import surety.eclipse.driver.Workbench;

/** The steps in the Verification view that need results: filter, double click, replay. */
final class TableSteps {

  private static final String REPLAYED = "rare";
  private static final String OPENED = "frequent";

  private final Pictures pictures;
  private final String file;

  /** On a specification that is shown in the view and verified. */
  TableSteps(Pictures pictures, String file) {
    this.pictures = pictures;
    this.file = file;
  }

  String filter() {
    Ui.run(() -> filterText().setText("P(setosa proved"));
    Set<String> left = new TreeSet<>(Set.of("rare", "low", "bounded", "common"));
    Ui.awaitTrue("four rows", () -> names().equals(left));
    pictures.take("filtered");
    Ui.run(() -> filterText().setText("no such words"));
    Ui.awaitTrue("no row", () -> names().isEmpty());
    Ui.run(() -> filterText().setText(""));
    Ui.awaitTrue("all rows", () -> names().equals(VerificationSteps.EXPECTED.keySet()));
    return left.toString();
  }

  String doubleClick() {
    Ui.run(() -> VerificationTable.open(OPENED));
    Ui.awaitTrue("the name, selected in the editor", () -> selection().equals(OPENED));
    return Ui.get(() -> Workbench.page().getActiveEditor().getTitle()) + ": " + OPENED;
  }

  private static String selection() {
    return Workbench.page().getActiveEditor() instanceof ITextEditor editor
            && editor.getSelectionProvider().getSelection() instanceof ITextSelection selected
        ? selected.getText()
        : "";
  }

  /** A certificate that somebody has changed is refused; as it was before, it is not. */
  String replay(IProject project) {
    String name = "iris." + REPLAYED + ".cert";
    IFile certificate = project.getFile("certificates/" + name);
    byte[] good = Ui.get(() -> read(certificate));
    byte[] changed = good.clone();
    changed[changed.length / 2] ^= 1;
    Ui.run(() -> write(certificate, changed));
    Ui.run(TableSteps::pressReplay);
    Ui.awaitTrue("a refusal", () -> state().equals("failed"));
    Ui.awaitTrue("why", () -> cell(VerificationTable.BOUNDS).contains("certificate"));
    pictures.take("refused");
    Ui.run(() -> write(certificate, good));
    Ui.run(TableSteps::pressReplay);
    Ui.awaitTrue("a proof", () -> state().equals("proved"));
    return name;
  }

  private String state() {
    return VerificationTable.state(file, REPLAYED);
  }

  private String cell(String column) {
    return VerificationTable.column(file, column).get(REPLAYED);
  }

  private static void pressReplay() {
    VerificationTable.select(REPLAYED);
    VerificationTable.press(VerificationTable.REPLAY);
  }

  private static byte[] read(IFile file) throws CoreException, IOException {
    file.refreshLocal(IResource.DEPTH_ZERO, null);
    try (InputStream in = file.getContents()) {
      return in.readAllBytes();
    }
  }

  private static void write(IFile file, byte[] contents) throws CoreException {
    file.setContents(new ByteArrayInputStream(contents), IResource.FORCE, null);
  }

  private Set<String> names() {
    return VerificationTable.column(file, STATE).keySet();
  }

  private static Text filterText() {
    return Widgets.first(
            Workbench.window().getShell(),
            Text.class,
            text -> text.getMessage().startsWith("Filter: words of the name"))
        .orElseThrow(() -> new StepFailure("There is no field for a filter"));
  }
}
