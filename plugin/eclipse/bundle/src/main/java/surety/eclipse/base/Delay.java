package surety.eclipse.base;

import org.eclipse.swt.widgets.Display;

/** Does something when nothing was typed for a moment. */
public final class Delay {
  private static final int MILLISECONDS = 200;

  private final Runnable work;
  private int keys;

  /** With what is to be done. */
  public Delay(Runnable work) {
    this.work = work;
  }

  /** Something was typed. */
  public void key() {
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
