package surety.eclipse.scenario;

import static surety.eclipse.scenario.VerificationTable.CERTIFICATE;
import static surety.eclipse.scenario.VerificationTable.STATE;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
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

  /** A certificate that somebody has changed is refused; verified again, its replay succeeds. */
  String replay(IProject project) {
    String name = Ui.get(() -> VerificationTable.column(file, CERTIFICATE).get(REPLAYED));
    Ui.run(() -> tamper(project, name));
    Ui.run(() -> press(VerificationTable.REPLAY));
    Ui.awaitTrue("a refusal", () -> VerificationTable.state(file, REPLAYED).equals("failed"));
    pictures.take("refused");
    Ui.run(() -> press(VerificationTable.VERIFY));
    Ui.awaitTrue("a proof", () -> VerificationTable.state(file, REPLAYED).equals("proved"));
    Ui.awaitTrue("a way to replay", () -> VerificationTable.isEnabled(VerificationTable.REPLAY));
    Ui.run(() -> press(VerificationTable.REPLAY));
    Ui.awaitTrue("the end of the replay", () -> isReplayed());
    return name + " replayed: " + Ui.get(() -> VerificationTable.state(file, REPLAYED));
  }

  /** After a search the view says why it ended, after a replay it does not. */
  private boolean isReplayed() {
    return VerificationTable.state(file, REPLAYED).equals("proved")
        && VerificationTable.isEnabled(VerificationTable.REPLAY);
  }

  private static void press(String button) {
    VerificationTable.select(REPLAYED);
    VerificationTable.press(button);
  }

  /** Changes the last thing that the certificate says. */
  private static void tamper(IProject project, String name) throws Exception {
    project.refreshLocal(IResource.DEPTH_INFINITE, null);
    IFile certificate = project.getFile("certificates/" + name);
    byte[] contents;
    try (InputStream in = certificate.getContents()) {
      contents = in.readAllBytes();
    }
    contents[contents.length / 2] ^= 1;
    certificate.setContents(new ByteArrayInputStream(contents), IResource.FORCE, null);
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
