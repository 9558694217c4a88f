package surety.eclipse.scenario;

import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import surety.eclipse.driver.Ui;

/** Plays the scenario when the workbench has started, and closes the workbench behind it. */
public final class Startup implements IStartup {

  @Override
  public void earlyStartup() {
    Thread scenario =
        new Thread(
            () -> {
              try {
                new Scenario(Places.ofSystemProperties()).play();
              } finally {
                Ui.later(() -> PlatformUI.getWorkbench().close());
              }
            },
            "scenario");
    scenario.setDaemon(true);
    scenario.start();
  }
}
