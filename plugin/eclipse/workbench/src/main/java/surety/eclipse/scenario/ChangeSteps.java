package surety.eclipse.scenario;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.texteditor.ITextEditor;
import surety.eclipse.driver.Keys;
import surety.eclipse.driver.Pictures;
import surety.eclipse.driver.StepFailure;
import surety.eclipse.driver.Ui;
import surety.eclipse.driver.Widgets;
import surety.eclipse.driver.Workbench;

/** The steps that change the text: its layout, and what it claims. Each ends where it began. */
final class ChangeSteps {

  private static final String GOOD = "sepal_length ~ Beta(2, 2);";
  private static final String BAD = "sepal_length   ~Beta( 2,2 ) ;";
  private static final String GOOD_CLAIM = "P(setosa > 12) < 1e-2 under Flowers;";
  private static final String BAD_CLAIM = "P( setosa>12 )<1e-2   under Flowers ;";

  private static final String FIRST = "alpha";
  private static final String SECOND = "beta";

  private static final String PROPERTY = "rare";
  private static final String PROVED = "low";
  private static final String OTHER = "common";
  private static final String LIMIT = "12) < 1e-2";
  private static final String NEW_LIMIT = "12) < 2e-2";

  private final Pictures pictures;
  private final SureEditor editor;
  private final String file;

  /** On the verified example. */
  ChangeSteps(Pictures pictures, SureEditor editor, String file) {
    this.pictures = pictures;
    this.editor = editor;
    this.file = file;
  }

  /** First a part, then all; the cursor stays at the word where it was. */
  String format() {
    String before = Ui.get(editor::text);
    Ui.run(() -> replace(GOOD, BAD));
    Ui.run(() -> replace(GOOD_CLAIM, BAD_CLAIM));
    pictures.take("unformatted");
    Ui.run(() -> editor.select(editor.find(BAD), BAD.length()));
    Ui.run(() -> Keys.press(SWT.CTRL | SWT.SHIFT, 'f'));
    String half = before.replace(GOOD_CLAIM, BAD_CLAIM);
    Ui.awaitTrue("a part laid out, and nothing else", () -> editor.text().equals(half));
    Ui.run(() -> editor.setCursor(BAD_CLAIM, BAD_CLAIM.indexOf("Flowers")));
    Ui.run(() -> Keys.press(SWT.CTRL | SWT.SHIFT, 'f'));
    Ui.awaitTrue("all laid out", () -> editor.text().equals(before));
    Ui.awaitTrue(
        "the cursor at its word",
        () ->
            editor.selection().getOffset()
                == editor.find(GOOD_CLAIM) + GOOD_CLAIM.indexOf("Flowers"));
    Ui.run(editor::undo);
    Ui.awaitTrue("a part, again", () -> editor.text().equals(half));
    Ui.run(() -> replace(BAD_CLAIM, GOOD_CLAIM));
    return GOOD + " " + GOOD_CLAIM;
  }

  /** What a distribution takes, with the parameter at the cursor in bold. */
  String signature() {
    String before = Ui.get(editor::text);
    Ui.run(() -> editor.setCursor(GOOD, GOOD.indexOf("2")));
    Ui.run(() -> Keys.press(SWT.CTRL | SWT.SHIFT, ' '));
    Ui.awaitTrue("the first parameter", () -> bold().equals(FIRST));
    right(2);
    Ui.awaitTrue("the second parameter", () -> bold().equals(SECOND));
    pictures.take("signature");
    String said = Ui.get(() -> signatureText().map(StyledText::getText).orElse(""));
    right(3);
    Ui.awaitTrue("its end behind the distribution", () -> signatureText().isEmpty());
    Ui.run(() -> editor.setCursor(GOOD, GOOD.indexOf("2") + 1));
    Ui.run(() -> Keys.type(","));
    Ui.awaitTrue("the second parameter, unasked", () -> bold().equals(SECOND));
    Ui.run(() -> Keys.pressIn(editor.widget(), SWT.ESC));
    Ui.awaitTrue("its end", () -> signatureText().isEmpty());
    Ui.run(editor::undo);
    Ui.awaitTrue("the text as it was", () -> editor.text().equals(before));
    return said;
  }

  private void right(int characters) {
    for (int i = 0; i < characters; i++) {
      Ui.run(() -> Keys.pressIn(editor.widget(), SWT.ARROW_RIGHT));
    }
  }

  private static String bold() {
    return signatureText()
        .flatMap(
            text ->
                Stream.of(text.getStyleRanges())
                    .filter(range -> (range.fontStyle & SWT.BOLD) != 0)
                    .map(range -> text.getTextRange(range.start, range.length))
                    .findFirst())
        .orElse("");
  }

  private static Optional<StyledText> signatureText() {
    return Stream.of(Ui.display().getShells())
        .filter(shell -> shell.isVisible() && shell != Workbench.window().getShell())
        .flatMap(shell -> Widgets.all(shell, StyledText.class).stream())
        .filter(text -> text.getText().startsWith("Beta(" + FIRST + ", " + SECOND + ")"))
        .findFirst();
  }

  /**
   * Another limit was not proved; the old one was. The verdict goes with the next event after the
   * edit, long before the server has read it; those that it does not concern stay.
   */
  String stale() {
    Ui.run(() -> replace(LIMIT, NEW_LIMIT));
    if (Ui.get(() -> isBeside("proved")) || Ui.get(this::state).equals("proved")) {
      throw new StepFailure("The verdict outlives the edit");
    }
    if (!Ui.get(() -> VerificationTable.state(file, OTHER)).equals("proved")) {
      throw new StepFailure("A verdict is gone that the edit does not concern");
    }
    Ui.awaitTrue("a stale row", () -> state().equals("stale"));
    Ui.awaitTrue("a stale sign beside the line", () -> isBeside("stale"));
    Ui.awaitTrue("another picture in the outline", () -> !isPicturedAsProved());
    pictures.take("edited");
    Ui.run(editor::undo);
    Ui.awaitTrue("the old limit", () -> editor.text().contains(LIMIT));
    Ui.awaitTrue("a proved row", () -> state().equals("proved"));
    Ui.awaitTrue("a proved sign beside the line", () -> isBeside("proved"));
    Ui.awaitTrue("the old picture in the outline", ChangeSteps::isPicturedAsProved);
    Ui.run(editor::save);
    return LIMIT;
  }

  private static boolean isPicturedAsProved() {
    Map<String, Image> outline = EditorSteps.outlinePictures();
    return outline.get(PROVED) != null && outline.get(PROVED).equals(outline.get(PROPERTY));
  }

  private void replace(String words, String others) throws Exception {
    editor.document().replace(editor.find(words), words.length(), others);
  }

  private String state() {
    return VerificationTable.state(file, PROPERTY);
  }

  private boolean isBeside(String state) throws Exception {
    ITextEditor shown = editor.supplier().get();
    IAnnotationModel model = shown.getDocumentProvider().getAnnotationModel(shown.getEditorInput());
    int line = editor.document().getLineOfOffset(editor.find("property " + PROPERTY));
    for (var all = model.getAnnotationIterator(); all.hasNext(); ) {
      Annotation annotation = all.next();
      boolean isWanted = ("dev.surety.eclipse." + state).equals(annotation.getType());
      if (isWanted
          && editor.document().getLineOfOffset(model.getPosition(annotation).getOffset()) == line) {
        return true;
      }
    }
    return false;
  }
}
