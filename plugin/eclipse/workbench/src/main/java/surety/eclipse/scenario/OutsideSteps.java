package surety.eclipse.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorActionDefinitionIds;
import surety.eclipse.driver.Mouse;
import surety.eclipse.driver.Pictures;
import surety.eclipse.driver.StepFailure;
import surety.eclipse.driver.Ui;
import surety.eclipse.driver.Widgets;
import surety.eclipse.driver.Workbench;

/** The steps in a file that is in no project: what is wrong, in a hover, and its quick fix. */
final class OutsideSteps {

  private static final String SEMANTICS = "semantics real;";
  private static final String ERROR = "org.eclipse.ui.workbench.texteditor.error";

  /** A hover comes when the pointer rests, and not always at the first time. */
  private static final int LOOKS_AT_REST = 30;

  private final Pictures pictures;
  private final Path examples;
  private ITextEditor editor;
  private int looks;

  OutsideSteps(Pictures pictures, Path examples) {
    this.pictures = pictures;
    this.examples = examples;
  }

  /**
   * Opens a specification without its line on semantics.
   *
   * @param folder a new one, outside of the workspace
   */
  String open(Path folder) {
    Path file = Ui.get(() -> copy(folder));
    Ui.run(() -> editor = open(EFS.getLocalFileSystem().getStore(file.toUri())));
    return Ui.await("an error about semantics", this::error).getText();
  }

  private Path copy(Path folder) throws IOException {
    Path iris = examples.resolve("iris");
    Files.createDirectories(folder);
    Files.copy(iris.resolve("iris-relu.onnx"), folder.resolve("iris-relu.onnx"));
    String text = Files.readString(iris.resolve(Scenario.SPECIFICATION));
    return Files.writeString(folder.resolve("outside.sure"), text.replace(SEMANTICS + "\n", ""));
  }

  private static ITextEditor open(IFileStore file) throws PartInitException {
    if (IDE.openEditorOnFileStore(Workbench.page(), file) instanceof ITextEditor opened) {
      return opened;
    }
    throw new StepFailure("No text editor opened for " + file.getName());
  }

  private Optional<Annotation> error() {
    Stream.Builder<Annotation> errors = Stream.builder();
    annotations()
        .getAnnotationIterator()
        .forEachRemaining(
            each -> {
              if (ERROR.equals(each.getType()) && each.getText().contains("semantics")) {
                errors.add(each);
              }
            });
    return errors.build().findFirst();
  }

  private IAnnotationModel annotations() {
    return editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
  }

  /** The hover of the problem has the fix in it, to be chosen. */
  String hover() {
    Ui.run(() -> editor.selectAndReveal(place(), 0));
    looks = 0;
    Link fix = Ui.await("a hover with a fix", this::hovering);
    pictures.take("outside-hover");
    String said = Ui.get(fix::getText);
    Ui.run(() -> Mouse.moveTo(Workbench.window().getShell(), new Point(5, 5)));
    Ui.awaitTrue("the end of the hover", () -> link().isEmpty());
    return said;
  }

  private Optional<Link> hovering() {
    Optional<Link> link = link();
    if (link.isEmpty() && looks++ % LOOKS_AT_REST == 0) {
      StyledText text = (StyledText) editor.getAdapter(Control.class);
      Point place = text.getLocationAtOffset(place() + 1);
      // From elsewhere: where a hover was, there is none again until the pointer has left.
      Mouse.moveTo(Workbench.window().getShell(), new Point(5, 5));
      Mouse.moveTo(text, new Point(place.x + 3, place.y + 8));
    }
    return link;
  }

  private static Optional<Link> link() {
    return Widgets.anywhere(Link.class, link -> link.getText().contains(SEMANTICS));
  }

  /** Where the error is; no region is folded above it. */
  private int place() {
    return annotations().getPosition(error().orElseThrow()).getOffset();
  }

  /** As with Ctrl+1. */
  String fix() {
    Ui.run(
        () -> {
          Workbench.page().activate(editor);
          editor.selectAndReveal(place(), 0);
          editor
              .getSite()
              .getService(IHandlerService.class)
              .executeCommand(ITextEditorActionDefinitionIds.QUICK_ASSIST, null);
        });
    Table fixes = Ui.await("a list of fixes", OutsideSteps::fixes);
    pictures.take("outside-fix");
    String title = Ui.get(() -> fixes.getItem(0).getText());
    Ui.run(() -> fixes.notifyListeners(SWT.DefaultSelection, new Event()));
    Ui.awaitTrue(
        "the line in the text", () -> Workbench.document(editor).get().contains(SEMANTICS));
    Ui.awaitTrue("no error", () -> error().isEmpty());
    Ui.run(() -> Workbench.page().closeEditor(editor, false));
    return title;
  }

  private static Optional<Table> fixes() {
    return Widgets.anywhere(
        Table.class,
        table -> Widgets.cells(table).stream().anyMatch(row -> row.get(0).contains(SEMANTICS)));
  }
}
