package surety.eclipse.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import surety.eclipse.driver.Pictures;
import surety.eclipse.driver.Report;
import surety.eclipse.driver.StepFailure;
import surety.eclipse.driver.Ui;
import surety.eclipse.driver.Widgets;
import surety.eclipse.driver.Workbench;

/**
 * A person opens the iris example without its line on semantics, sees what is wrong, and repairs
 * it.
 */
public final class Scenario {

  private static final String OPENS = "the workbench opens, in the perspective of Surety";
  private static final String EDITOR = "the specification opens in the Generic Editor";
  private static final String MARKER = "the planted error gets a marker";
  private static final String FIX = "its quick fix repairs the text";

  private static final String OUTLINED = "the Outline view shows what is in it";
  private static final String STALE = "the Verification view shows that nothing is verified";
  private static final String VERIFIED = "all of it is verified, with the expected states";
  private static final String BOUNDS = "the view shows bounds";
  private static final String LARGE = "the view fills the window, with pictures";
  private static final String LONG_NAMES = "a long name leaves all columns in sight";
  private static final String GROUPED = "rows are grouped by file, and by the prefix of titles";
  private static final String FILTER = "a filter leaves what it names";
  private static final String DOUBLE_CLICK = "a double click goes to the place";
  private static final String VERDICTS = "the editor shows verdicts and lenses";
  private static final String OUTLINE_STATES = "the Outline view shows the states";
  private static final String RELATED = "a violated property says where to look";
  private static final String HOVER = "a hover shows a distribution";
  private static final String HOVER_OF_PROBLEM = "a hover shows why a property is violated";
  private static final String COMPLETION = "distributions are proposed";
  private static final String DECLARATION = "a key goes to a declaration";
  private static final String LINK = "a click on a name goes to its declaration";
  private static final String REFERENCES = "the uses of a name are in the Search view";
  private static final String RENAMED = "a distribution is renamed, and renamed back at once";
  private static final String FORMATTED = "a part of the text is laid out, then all of it";
  private static final String SIGNATURE = "the parameters of a distribution are shown";
  private static final String EDITED = "a proved property is stale with another limit";
  private static final String REPLAY = "a changed certificate is refused, a good one replayed";
  private static final String NARROWS = "the picture of a running query narrows";
  private static final String CANCEL = "a run is cancelled";
  private static final String INPUT = "an input is tried, and another one";
  private static final String NETWORK_FILE = "a network file says what is in it";
  private static final String LIGHT_READ = "all can be read in the light theme";
  private static final String DARK_READ = "all can be read in the dark theme";
  private static final String LENS = "a click on a lens verifies";
  private static final String PREFERENCES = "preferences are checked and kept";
  private static final String BROKEN = "the wizard refuses a broken network";
  private static final String WIZARD = "the wizard checks what is written, and keeps it";
  private static final String PAGES = "the wizard has a page for each choice";
  private static final String MADE = "the wizard makes a specification and opens it";

  /**
   * The names of all steps, in their order: a report in which one is missing tells of a failure.
   */
  public static final List<String> STEPS =
      List.of(
          OPENS,
          EDITOR,
          MARKER,
          FIX,
          OUTLINED,
          STALE,
          VERIFIED,
          BOUNDS,
          LARGE,
          LONG_NAMES,
          GROUPED,
          FILTER,
          DOUBLE_CLICK,
          VERDICTS,
          OUTLINE_STATES,
          LIGHT_READ,
          RELATED,
          HOVER,
          HOVER_OF_PROBLEM,
          COMPLETION,
          DECLARATION,
          LINK,
          REFERENCES,
          RENAMED,
          FORMATTED,
          SIGNATURE,
          EDITED,
          REPLAY,
          NARROWS,
          CANCEL,
          LENS,
          INPUT,
          NETWORK_FILE,
          PREFERENCES,
          BROKEN,
          WIZARD,
          PAGES,
          MADE,
          DARK_READ);

  /** The name of the example's specification. */
  static final String SPECIFICATION = "iris.sure";

  private static final String NETWORK = "iris-relu.onnx";
  private static final String SMOOTH_NETWORK = "iris-tanh.onnx";
  private static final String BROKEN_NETWORK = "broken.onnx";
  private static final String GENERIC_EDITOR = "org.eclipse.ui.genericeditor.GenericEditor";
  private static final String PROBLEMS = "org.eclipse.ui.views.ProblemView";
  private static final String PERSPECTIVE = "surety.eclipse.perspective";
  private static final String MARKER_TYPE = "dev.surety.eclipse.problem";
  private static final String SEMANTICS = "semantics real;";

  private final Places places;
  private final Pictures pictures;
  private IProject project;
  private IFile specification;
  private ITextEditor editor;
  private IMarker marker;

  /** Not yet played. */
  public Scenario(Places places) {
    this.places = places;
    this.pictures = new Pictures(places.pictures());
  }

  /** Plays it to its end, or to the first step that fails. */
  public void play() {
    Report report = new Report(places.report(), this::fail);
    report.step(OPENS, this::openWorkbench);
    report.step(EDITOR, this::openSpecification);
    report.step(MARKER, this::findMarker);
    report.step(FIX, this::applyFix);
    EditorSteps editing = new EditorSteps(pictures, () -> editor);
    report.step(OUTLINED, editing::outline);
    playView(report);
    report.step(VERDICTS, editing::verdicts);
    report.step(OUTLINE_STATES, editing::outlineStates);
    report.step(LIGHT_READ, () -> new ThemeSteps(pictures, editor).light());
    report.step(RELATED, () -> editing.related(specification));
    report.step(HOVER, editing::hover);
    report.step(HOVER_OF_PROBLEM, editing::hoverOfProblem);
    report.step(COMPLETION, editing::complete);
    playWriting(report);
    playRuns(report);
    report.step(PREFERENCES, () -> new PreferenceSteps(pictures).change());
    playWizard(report);
    report.step(DARK_READ, () -> new ThemeSteps(pictures, editor).dark());
  }

  /** What is not saved would keep the workbench from closing. */
  private void fail() {
    pictures.take("failure");
    Ui.run(() -> Workbench.page().saveAllEditors(false));
  }

  private void playView(Report report) {
    VerificationSteps verification = new VerificationSteps(pictures, SPECIFICATION);
    report.step(STALE, verification::open);
    report.step(VERIFIED, verification::verify);
    report.step(BOUNDS, verification::readBounds);
    report.step(LARGE, verification::fillWindow);
    GroupSteps groups = new GroupSteps(pictures);
    report.step(LONG_NAMES, () -> groups.longNames(project));
    report.step(GROUPED, () -> groups.group(specification));
    TableSteps table = new TableSteps(pictures, SPECIFICATION);
    report.step(FILTER, table::filter);
    report.step(DOUBLE_CLICK, table::doubleClick);
  }

  private void playWriting(Report report) {
    SureEditor shown = new SureEditor(() -> editor);
    NameSteps names = new NameSteps(pictures, shown);
    report.step(DECLARATION, names::declaration);
    report.step(LINK, names::link);
    report.step(REFERENCES, names::references);
    report.step(RENAMED, names::rename);
    ChangeSteps changes = new ChangeSteps(pictures, shown, SPECIFICATION);
    report.step(FORMATTED, changes::format);
    report.step(SIGNATURE, changes::signature);
    report.step(EDITED, changes::stale);
  }

  private void playRuns(Report report) {
    report.step(REPLAY, () -> new TableSteps(pictures, SPECIFICATION).replay(project));
    LongSteps runs = new LongSteps(pictures);
    report.step(NARROWS, () -> runs.narrow(project));
    report.step(CANCEL, runs::cancel);
    report.step(LENS, () -> runs.clickLens(project));
    InputSteps inputs = new InputSteps(pictures);
    report.step(INPUT, inputs::tryInput);
    report.step(NETWORK_FILE, () -> inputs.network(project.getFile(NETWORK)));
  }

  private void playWizard(Report report) {
    WizardSteps wizard = new WizardSteps(pictures);
    report.step(BROKEN, () -> wizard.refuse(project.getFile(BROKEN_NETWORK)));
    report.step(WIZARD, () -> wizard.check(project.getFile(NETWORK)));
    report.step(PAGES, wizard::walk);
    report.step(MADE, () -> wizard.finish(project.getFile("iris-relu.sure")));
  }

  private String openWorkbench() {
    Ui.awaitTrue("a window", () -> Workbench.page() != null);
    Ui.awaitTrue("a large window", Workbench::fillsScreen);
    Ui.run(
        () -> {
          Workbench.closeWelcome();
          PlatformUI.getWorkbench().showPerspective(PERSPECTIVE, Workbench.window());
          Workbench.page().showView(PROBLEMS);
        });
    return Ui.get(() -> Workbench.page().getPerspective().getLabel());
  }

  private String openSpecification() {
    Ui.run(
        () -> {
          project = Workbench.project("iris");
          Workbench.file(project, NETWORK, example(NETWORK));
          Workbench.file(project, SMOOTH_NETWORK, example(SMOOTH_NETWORK));
          Workbench.file(project, BROKEN_NETWORK, new byte[] {'n', 'o', 'n', 'e'});
          String text = new String(example(SPECIFICATION), StandardCharsets.UTF_8);
          if (!text.contains(SEMANTICS)) {
            throw new StepFailure("The example has no line to leave out");
          }
          byte[] planted = text.replace(SEMANTICS + "\n", "").getBytes(StandardCharsets.UTF_8);
          specification = Workbench.file(project, SPECIFICATION, planted);
          editor = Workbench.open(specification);
        });
    String id = Ui.get(() -> editor.getSite().getId());
    if (!id.equals(GENERIC_EDITOR)) {
      throw new StepFailure("It opened in " + id);
    }
    return id;
  }

  private String findMarker() {
    marker = Ui.await("an error about semantics", () -> errors().filter(Scenario::isOnSemantics));
    Ui.awaitTrue("the error in the Problems view", () -> listed(1));
    pictures.take("problem");
    return marker.getAttribute(IMarker.MESSAGE, "");
  }

  private String applyFix() {
    IMarkerResolution fix = Ui.await("a quick fix", this::fix);
    Ui.run(() -> fix.run(marker));
    Ui.awaitTrue("the line in the text", () -> text().contains(SEMANTICS));
    Ui.run(() -> editor.doSave(null));
    Ui.awaitTrue("no error", () -> errors().isEmpty());
    Ui.awaitTrue("an empty Problems view", () -> listed(0));
    pictures.take("repaired");
    return fix.getLabel();
  }

  private Optional<IMarkerResolution> fix() {
    return Arrays.stream(IDE.getMarkerHelpRegistry().getResolutions(marker))
        .filter(fix -> fix.getLabel().contains(SEMANTICS))
        .findFirst();
  }

  private Optional<IMarker> errors() throws CoreException {
    return Workbench.markers(specification, MARKER_TYPE).stream()
        .filter(one -> one.getAttribute(IMarker.SEVERITY, -1) == IMarker.SEVERITY_ERROR)
        .findFirst();
  }

  private static boolean isOnSemantics(IMarker error) {
    return error.getAttribute(IMarker.MESSAGE, "").contains("semantics");
  }

  /** Opens the groups of the Problems view, and looks whether it has so many problems in them. */
  private static boolean listed(int problems) {
    Tree tree =
        Widgets.first(
                Workbench.window().getShell(),
                Tree.class,
                one -> one.getColumnCount() > 0 && one.getColumn(0).getText().equals("Description"))
            .orElseThrow(() -> new StepFailure("There is no Problems view"));
    for (TreeItem group : tree.getItems()) {
      Widgets.expand(group);
    }
    return Widgets.items(tree).stream()
            .filter(item -> item.getParentItem() != null && !item.getText().isEmpty())
            .count()
        == problems;
  }

  private String text() {
    return Workbench.document(editor).get();
  }

  private byte[] example(String name) throws IOException {
    return Files.readAllBytes(places.examples().resolve("iris").resolve(name));
  }
}
