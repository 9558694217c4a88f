package surety.eclipse.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.texteditor.ITextEditor;
import surety.eclipse.driver.Pictures;
import surety.eclipse.driver.Report;
import surety.eclipse.driver.Ui;
import surety.eclipse.driver.Workbench;

/**
 * A person opens the iris example, repairs it, verifies it, looks at the bounds, and starts a new
 * specification.
 */
public final class Scenario {

  /**
   * The names of all steps, in their order: a report in which one is missing tells of a failure.
   */
  public static final List<String> STEPS = List.of("the workbench opens", "the example opens");

  private final Places places;
  private final Pictures pictures;
  private IProject project;
  private ITextEditor editor;

  /** Not yet played. */
  public Scenario(Places places) {
    this.places = places;
    this.pictures = new Pictures(places.pictures());
  }

  /** Plays it to its end, or to the first step that fails. */
  public void play() {
    Report report = new Report(places.report(), () -> pictures.take("failure"));
    report.step(STEPS.get(0), this::openWorkbench);
    report.step(STEPS.get(1), this::openExample);
  }

  private String openWorkbench() {
    Ui.awaitTrue("a window", () -> Workbench.page() != null);
    Ui.run(
        () -> {
          Workbench.closeWelcome();
          Workbench.fillScreen();
        });
    pictures.take("workbench");
    return Ui.get(() -> Workbench.window().getShell().getBounds().toString());
  }

  private String openExample() {
    Ui.run(
        () -> {
          project = Workbench.project("iris");
          copy("iris-relu.onnx");
          IFile specification = copy("iris.sure");
          editor = Workbench.open(specification);
        });
    Ui.awaitTrue(
        "the text of the example",
        () -> ((StyledText) editor.getAdapter(Control.class)).getText().contains("network Iris"));
    pictures.take("editor");
    return editor.getSite().getId();
  }

  private IFile copy(String name) throws IOException, CoreException {
    return Workbench.file(
        project, name, Files.readAllBytes(places.examples().resolve("iris").resolve(name)));
  }
}
