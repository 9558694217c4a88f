package surety.eclipse.scenario;

import java.util.List;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PreferencesUtil;
import surety.eclipse.driver.Pictures;
import surety.eclipse.driver.StepFailure;
import surety.eclipse.driver.Ui;
import surety.eclipse.driver.Widgets;
import surety.eclipse.driver.Workbench;

/** The steps on the preference page. */
final class PreferenceSteps {

  private static final String PAGE = "surety.eclipse.preferences";
  private static final String WRONG = "Threads: '-2' is no number";
  private static final String APPLY = "Apply and Close";

  private final Pictures pictures;

  PreferenceSteps(Pictures pictures) {
    this.pictures = pictures;
  }

  String change() {
    open();
    Ui.run(() -> field("Threads").setText("-2"));
    Ui.awaitTrue("what is wrong", () -> isSaid(WRONG));
    Ui.awaitTrue("no way on", () -> !button().isEnabled());
    pictures.take("preferences-wrong");
    Ui.run(
        () -> {
          field("Threads").setText("2");
          field("Time limit").setText("90 s");
        });
    Ui.awaitTrue("nothing wrong", () -> !isSaid(WRONG));
    pictures.take("preferences");
    Ui.run(() -> Widgets.press(button()));
    Ui.awaitTrue("the dialog's end", () -> Widgets.shell("Preferences").isEmpty());
    open();
    List<String> kept =
        Ui.get(() -> List.of(field("Threads").getText(), field("Time limit").getText()));
    Ui.run(() -> Widgets.press(button()));
    if (!kept.equals(List.of("2", "90 s"))) {
      throw new StepFailure("Not kept: " + kept);
    }
    return kept.toString();
  }

  private static void open() {
    Ui.later(
        () -> {
          Shell window = Workbench.window().getShell();
          PreferenceDialog dialog =
              PreferencesUtil.createPreferenceDialogOn(window, PAGE, null, null);
          dialog.open();
        });
    Ui.await("the dialog", () -> Widgets.shell("Preferences"));
  }

  private static Shell dialog() {
    return Widgets.shell("Preferences")
        .orElseThrow(() -> new StepFailure("There is no dialog of preferences"));
  }

  private static Button button() {
    return Widgets.button(dialog(), APPLY)
        .orElseThrow(() -> new StepFailure("There is no button " + APPLY));
  }

  /** The field behind the label that begins so. */
  private static Text field(String label) {
    List<Control> controls = Widgets.all(dialog(), Control.class);
    for (int i = 0; i + 1 < controls.size(); i++) {
      if (controls.get(i) instanceof Label one
          && one.getText().replace("&", "").startsWith(label)
          && controls.get(i + 1) instanceof Text text) {
        return text;
      }
    }
    throw new StepFailure("There is no field " + label);
  }

  private static boolean isSaid(String words) {
    return Widgets.texts(dialog()).stream().anyMatch(text -> text.contains(words));
  }
}
