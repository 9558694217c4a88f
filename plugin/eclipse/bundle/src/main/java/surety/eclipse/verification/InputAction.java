package surety.eclipse.verification;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jface.action.Action;
import surety.eclipse.base.Icons;
import surety.eclipse.base.SuretyPlugin;
import surety.eclipse.inputs.InputDialog;
import surety.eclipse.states.Item;

/** A button of the view that tries an input of the one property or query that is selected. */
final class InputAction extends Action {
  private final Supplier<List<Item>> selected;

  InputAction(Supplier<List<Item>> selected) {
    super("Try an Input...", Icons.descriptor("icons/try.svg"));
    this.selected = selected;
    setId(SuretyPlugin.ID + ".tryInput");
    setToolTipText("Try an input of the selected property or query");
    setEnabled(false);
  }

  void update() {
    setEnabled(selected.get().size() == 1);
  }

  @Override
  public void run() {
    selected.get().stream()
        .findFirst()
        .ifPresent(item -> InputDialog.open(item.uri(), item.status().name()));
  }
}
