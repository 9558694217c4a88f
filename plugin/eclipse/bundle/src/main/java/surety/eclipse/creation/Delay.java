package surety.eclipse.creation;

import org.eclipse.swt.widgets.Display;

/** Does something when nothing was typed for a moment. */
final class Delay {
  private static final int MILLISECONDS = 200;

  private final Runnable work;
  private int keys;

  Delay(Runnable work) {
    this.work = work;
  }

  /** Something was typed. */
  void key() {
    int last = ++keys;
    Display.getCurrent()
        .timerExec(
            MILLISECONDS,
            () -> {
              if (last == keys) {
                work.run();
              }
            });
  }
}
