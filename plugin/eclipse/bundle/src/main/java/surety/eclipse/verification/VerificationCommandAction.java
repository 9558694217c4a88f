package surety.eclipse.verification;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jface.action.Action;
import surety.eclipse.base.Icons;
import surety.eclipse.base.SuretyPlugin;
import surety.eclipse.runs.VerificationCommand;
import surety.eclipse.states.Item;

/** A button of the view; it can be pressed while the server says that it can be done. */
final class VerificationCommandAction extends Action {
  private final VerificationCommand command;
  private final Supplier<List<Item>> selected;

  VerificationCommandAction(VerificationCommand command, Supplier<List<Item>> selected) {
    super(command.title(), Icons.descriptor(command.icon()));
    this.command = command;
    this.selected = selected;
    setId(SuretyPlugin.ID + "." + command.word());
    setToolTipText(command.description());
    setEnabled(false);
  }

  void update(List<Item> all) {
    setEnabled(command.isPossible(selected.get(), all));
  }

  @Override
  public void run() {
    command.run(selected.get());
  }
}
