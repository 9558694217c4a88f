package surety.eclipse.scenario;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.PageBookView;
import org.eclipse.ui.texteditor.ITextEditor;
import surety.eclipse.driver.Mouse;
import surety.eclipse.driver.Pictures;
import surety.eclipse.driver.StepFailure;
import surety.eclipse.driver.Ui;
import surety.eclipse.driver.Widgets;
import surety.eclipse.driver.Workbench;

/**
 * The steps in the editor of the verified example: what it shows of the results, and what helps.
 */
final class EditorSteps {

  private static final String OUTLINE = "org.eclipse.ui.views.ContentOutline";
  private static final String ANNOTATION = "dev.surety.eclipse.";
  private static final String COMPLETE = "org.eclipse.ui.edit.text.contentAssist.proposals";

  /** A hover comes when the pointer rests, and not always at the first time. */
  private static final int LOOKS_AT_REST = 30;

  private final Pictures pictures;
  private final Supplier<ITextEditor> editor;
  private int looks;

  /** On an editor that is open when the first step is taken. */
  EditorSteps(Pictures pictures, Supplier<ITextEditor> editor) {
    this.pictures = pictures;
    this.editor = editor;
  }

  String outline() {
    Set<String> wanted = Set.of("Iris", "Flowers", "rare", "scores", "setosa");
    return Ui.await(
        "an outline with " + wanted,
        () -> {
          Set<String> names =
              Widgets.items(outlineTree()).stream()
                  .map(item -> item.getText().split(" ", 2)[0])
                  .collect(Collectors.toSet());
          return names.containsAll(wanted) ? Optional.of(names.toString()) : Optional.empty();
        });
  }

  /** What stands alike looks alike, and unlike what stands otherwise. */
  String outlineStates() {
    Set<String> states = new HashSet<>(VerificationSteps.EXPECTED.values());
    Ui.awaitTrue("a picture for each state", () -> picturesOfStates().size() == states.size());
    Ui.awaitTrue("a picture for all", () -> !outlinePictures().containsValue(null));
    Set<Image> seen = Ui.get(() -> new HashSet<>(picturesOfStates().values()));
    if (seen.size() != states.size()) {
      throw new StepFailure("Some states have the same picture: " + seen.size() + " pictures");
    }
    return new HashSet<>(Ui.get(EditorSteps::outlinePictures).values()).size() + " pictures";
  }

  /** The picture of each state; of a state with two pictures, both. */
  private static Map<String, Image> picturesOfStates() {
    Map<String, Image> outline = outlinePictures();
    Map<String, Image> pictures = new HashMap<>();
    VerificationSteps.EXPECTED.forEach(
        (name, state) -> {
          Image picture = outline.get(name);
          Image other = pictures.putIfAbsent(state, picture);
          if (other != null && !other.equals(picture)) {
            pictures.put(state + ", too", picture);
          }
        });
    return pictures;
  }

  static Map<String, Image> outlinePictures() {
    Map<String, Image> pictures = new HashMap<>();
    Widgets.items(outlineTree())
        .forEach(item -> pictures.put(item.getText().split(" ", 2)[0], item.getImage()));
    return pictures;
  }

  static Optional<TreeItem> outlineItem(String name) {
    return Widgets.items(outlineTree()).stream()
        .filter(item -> item.getText().split(" ", 2)[0].equals(name))
        .findFirst();
  }

  static Tree outlineTree() {
    IViewPart view = Workbench.page().findView(OUTLINE);
    if (view instanceof PageBookView book) {
      return Widgets.first(book.getCurrentPage().getControl(), Tree.class, tree -> true)
          .orElseThrow(() -> new StepFailure("The outline has no tree"));
    }
    throw new StepFailure("There is no Outline view");
  }

  /** Verdicts in the gutter, lenses above the lines. */
  String verdicts() {
    Map<String, Integer> wanted = new TreeMap<>();
    VerificationSteps.EXPECTED.values().forEach(state -> wanted.merge(state, 1, Integer::sum));
    Ui.awaitTrue("a verdict beside each line", () -> gutter().equals(wanted));
    // Before a line: the workbench marks all places where the word at the cursor stands.
    Ui.run(() -> reveal("  P(setosa - versicolor > 0)"));
    Ui.awaitTrue("lenses above a property", () -> hasLens("property common"));
    Ui.run(() -> Workbench.page().activate(editor.get()));
    pictures.take("editor");
    return wanted.toString();
  }

  private Map<String, Integer> gutter() {
    Map<String, Integer> seen = new TreeMap<>();
    var annotations =
        editor.get().getDocumentProvider().getAnnotationModel(editor.get().getEditorInput());
    for (var all = annotations.getAnnotationIterator(); all.hasNext(); ) {
      Annotation annotation = all.next();
      String type = annotation.getType() == null ? "" : annotation.getType();
      if (type.startsWith(ANNOTATION) && !type.endsWith("problem")) {
        seen.merge(type.substring(ANNOTATION.length()), 1, Integer::sum);
      }
    }
    return seen;
  }

  /** Lines have room above them where a lens is. */
  private boolean hasLens(String words) {
    StyledText text = text();
    return text.getLineVerticalIndent(text.getLineAtOffset(shown(words))) > 0;
  }

  /** A violated property says which input breaks it, and where it is broken most. */
  String related(IFile file) {
    IMarker marker = Ui.await("a violated property", () -> violated(file));
    String related = marker.getAttribute("related", "");
    if (!related.contains("for instance: sepal_length") || !related.contains("often happens")) {
      throw new StepFailure("No witness, or no heaviest cells: " + related);
    }
    return related;
  }

  private static Optional<IMarker> violated(IFile file) throws CoreException {
    return Workbench.markers(file, ANNOTATION + "problem").stream()
        .filter(one -> one.getAttribute("code", "").equals("violated"))
        .findFirst();
  }

  /** What a hover shows of a distribution: its figures, and its density. All of it can be read. */
  String hover() {
    String words = "Beta(2, 2)";
    looks = 0;
    Ui.run(() -> reveal(words));
    Control shown = Ui.await("a hover", () -> hovering(words, "deviation"));
    String kind = shown.getClass().getSimpleName();
    if (shown instanceof Browser) {
      Ui.awaitTrue("a drawn page", () -> Pictures.coloursOf(shown) > 20);
    }
    pictures.take("hover");
    String figures = new Readability().page(shown).check(false);
    Ui.run(() -> Mouse.moveTo(Workbench.window().getShell(), new Point(5, 5)));
    Ui.awaitTrue("the end of the hover", () -> hover("").isEmpty());
    return kind + ": " + figures;
  }

  /** What a hover shows of a violated property: the problem, its witness, its verdict. */
  String hoverOfProblem() {
    looks = 0;
    Ui.run(() -> reveal("frequent"));
    Control shown = Ui.await("a hover", () -> hovering("frequent", "for instance"));
    if (shown instanceof Browser) {
      Ui.awaitTrue("a drawn page", () -> Pictures.coloursOf(shown) > 20);
    }
    pictures.take("hover-violated");
    Ui.run(() -> Mouse.moveTo(Workbench.window().getShell(), new Point(5, 5)));
    Ui.awaitTrue("the end of the hover", () -> hover("").isEmpty());
    return shown.getClass().getSimpleName();
  }

  private Optional<Control> hovering(String words, String expected) {
    Optional<Control> hover = hover(expected);
    if (hover.isEmpty() && looks++ % LOOKS_AT_REST == 0) {
      Point place = text().getLocationAtOffset(shown(words) + 1);
      Mouse.moveTo(text(), new Point(place.x + 3, place.y + 8));
    }
    return hover;
  }

  /** A page, or a text where there is no browser, in a window of its own. */
  private static Optional<Control> hover(String expected) {
    for (Shell shell : Ui.display().getShells()) {
      if (shell.isVisible() && shell != Workbench.window().getShell()) {
        Optional<Control> found =
            Widgets.first(
                shell, Control.class, one -> said(one).contains(expected) && !said(one).isEmpty());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static String said(Control control) {
    if (control instanceof Browser browser) {
      return browser.getText() == null ? "" : browser.getText();
    }
    return control instanceof StyledText text ? text.getText() : "";
  }

  /** Proposals where a distribution is expected. */
  String complete() {
    Ui.run(
        () -> {
          Workbench.page().activate(editor.get());
          editor
              .get()
              .selectAndReveal(Workbench.document(editor.get()).get().indexOf("Beta(3, 2)"), 0);
          editor.get().getSite().getService(IHandlerService.class).executeCommand(COMPLETE, null);
        });
    Table proposals = Ui.await("proposals", EditorSteps::proposals);
    Ui.awaitTrue("distributions", () -> says(proposals, "Beta") && says(proposals, "Uniform"));
    pictures.take("completion");
    int count = Ui.get(proposals::getItemCount);
    Ui.run(() -> proposals.getShell().dispose());
    return count + " proposals";
  }

  private static Optional<Table> proposals() {
    for (Shell shell : Ui.display().getShells()) {
      if (shell.isVisible() && shell != Workbench.window().getShell()) {
        Optional<Table> table = Widgets.first(shell, Table.class, one -> true);
        if (table.isPresent()) {
          return table;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean says(Table table, String words) {
    return Widgets.cells(table).stream().anyMatch(row -> row.get(0).startsWith(words));
  }

  private void reveal(String words) {
    Workbench.page().activate(editor.get());
    editor.get().selectAndReveal(Workbench.document(editor.get()).get().indexOf(words), 0);
  }

  /** Where words are in the widget; folded regions would shift them, but none is folded. */
  private int shown(String words) {
    return text().getText().indexOf(words);
  }

  private StyledText text() {
    return (StyledText) editor.get().getAdapter(Control.class);
  }
}
