package surety.eclipse.verification;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jface.action.Action;
import surety.eclipse.base.Icons;
import surety.eclipse.base.SuretyPlugin;
import surety.eclipse.runs.Deed;
import surety.eclipse.states.Item;

/** A button of the view; it can be pressed while the server says that it can be done. */
final class DeedAction extends Action {
  private final Deed deed;
  private final Supplier<List<Item>> selected;

  DeedAction(Deed deed, Supplier<List<Item>> selected) {
    super(deed.title(), Icons.descriptor(deed.icon()));
    this.deed = deed;
    this.selected = selected;
    setId(SuretyPlugin.ID + "." + deed.word());
    setToolTipText(deed.description());
    setEnabled(false);
  }

  void update(List<Item> all) {
    setEnabled(deed.isPossible(selected.get(), all));
  }

  @Override
  public void run() {
    deed.run(selected.get());
  }
}
