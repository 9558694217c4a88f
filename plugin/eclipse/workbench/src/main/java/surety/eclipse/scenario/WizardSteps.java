package surety.eclipse.scenario;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import surety.eclipse.driver.Cells;
import surety.eclipse.driver.Pictures;
import surety.eclipse.driver.StepFailure;
import surety.eclipse.driver.Ui;
import surety.eclipse.driver.Widgets;
import surety.eclipse.driver.Workbench;

/** The steps in the wizard that makes a specification from a network. */
final class WizardSteps {

  private static final String WIZARD = "surety.eclipse.newSpecification";
  private static final String TITLE = "New Surety Specification";
  private static final String WRONG = "Gama(2, 3)";

  private final Pictures pictures;

  WizardSteps(Pictures pictures) {
    this.pictures = pictures;
  }

  /** Opens it as the menu does, with the network selected. */
  String open(IFile network, String picture) {
    IWorkbenchWizard wizard = Ui.get(() -> wizard(network));
    Ui.later(
        () -> {
          Shell window = Workbench.window().getShell();
          new WizardDialog(window, wizard).open();
        });
    Ui.await("the wizard", () -> Widgets.shell(TITLE));
    Ui.awaitTrue("a network that was read", () -> button("Next >").isEnabled());
    pictures.take(picture);
    return TITLE;
  }

  /** A distribution that is none is refused where it is written; who leaves finds it again. */
  String check(IFile network) {
    open(network, "wizard-network");
    Ui.run(() -> Widgets.press(button("Next >")));
    Ui.awaitTrue("a way on", () -> button("Next >").isEnabled());
    Cells.type(WizardSteps::inputs, 0, 1, WRONG);
    String said = Ui.await("what is wrong", WizardSteps::refusedInput);
    Ui.awaitTrue("no way on", () -> !button("Next >").isEnabled());
    Ui.awaitTrue("no end", () -> !button("Finish").isEnabled());
    pictures.take("wizard-wrong");
    Ui.run(() -> Widgets.press(button("Cancel")));
    Ui.awaitTrue("the wizard's end", () -> Widgets.shell(TITLE).isEmpty());
    open(network, "wizard-network");
    Ui.run(() -> Widgets.press(button("Next >")));
    Ui.awaitTrue("what was written", () -> inputs().getItem(0).getText(1).equals(WRONG));
    Cells.type(WizardSteps::inputs, 0, 1, "Beta(2, 2)");
    Ui.awaitTrue("a way on", () -> button("Next >").isEnabled());
    Ui.run(() -> Widgets.press(button("< Back")));
    return said;
  }

  private static Optional<String> refusedInput() {
    return Widgets.texts(Widgets.shell(TITLE).orElseThrow()).stream()
        .filter(text -> text.contains("there is no distribution 'Gama'"))
        .findFirst();
  }

  private static Table inputs() {
    return Widgets.shell(TITLE)
        .flatMap(shell -> Widgets.first(shell, Table.class, table -> table.getColumnCount() == 2))
        .orElseThrow(() -> new StepFailure("There is no table of inputs"));
  }

  /** Looks at each page, and leaves it. */
  String walk() {
    Ui.run(() -> Widgets.press(button("Next >")));
    pictures.take("wizard-variables");
    Ui.awaitTrue("a way on", () -> button("Next >").isEnabled());
    Ui.run(() -> Widgets.press(button("Next >")));
    pictures.take("wizard-property");
    return "three pages";
  }

  /** Presses the last button, and sees what was made. */
  String finish(IFile made) {
    Ui.awaitTrue("an end", () -> button("Finish").isEnabled());
    Ui.run(() -> Widgets.press(button("Finish")));
    Ui.awaitTrue("the wizard's end", () -> Widgets.shell(TITLE).isEmpty());
    Ui.awaitTrue("the new specification", made::exists);
    Ui.awaitTrue(
        "its editor",
        () ->
            Workbench.page().getActiveEditor() != null
                && made.getName().equals(Workbench.page().getActiveEditor().getTitle()));
    pictures.take("made");
    return made.getName();
  }

  /** A network file that is none: the page says so, once, and there is no way on. */
  String refuse(IFile broken) {
    IWorkbenchWizard wizard = Ui.get(() -> wizard(broken));
    Ui.later(() -> new WizardDialog(Workbench.window().getShell(), wizard).open());
    Ui.await("the wizard", () -> Widgets.shell(TITLE));
    String said = Ui.await("what is wrong", () -> refusal(broken.getName()));
    Ui.awaitTrue("no way on", () -> !button("Next >").isEnabled());
    pictures.take("wizard-broken");
    Ui.run(() -> Widgets.press(button("Cancel")));
    Ui.awaitTrue("the wizard's end", () -> Widgets.shell(TITLE).isEmpty());
    return said;
  }

  private static Optional<String> refusal(String name) {
    return Widgets.shell(TITLE).stream()
        .flatMap(shell -> Widgets.texts(shell).stream())
        .map(String::strip) // the dialog puts a space before an error
        .filter(text -> text.startsWith(name + " is refused"))
        .findFirst();
  }

  private static IWorkbenchWizard wizard(IFile network) throws CoreException {
    var descriptor = PlatformUI.getWorkbench().getNewWizardRegistry().findWizard(WIZARD);
    if (descriptor == null) {
      throw new StepFailure("There is no wizard " + WIZARD);
    }
    IWorkbenchWizard wizard = descriptor.createWizard();
    wizard.init(PlatformUI.getWorkbench(), new StructuredSelection(network));
    return wizard;
  }

  private static Button button(String label) {
    return Widgets.shell(TITLE)
        .flatMap(shell -> Widgets.button(shell, label))
        .orElseThrow(() -> new StepFailure("There is no button " + label));
  }
}
