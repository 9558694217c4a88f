package surety.eclipse.driver;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/**
 * The UI thread, seen from a scenario. Dialogs may be open meanwhile: their loops serve these
 * calls, too.
 */
public final class Ui {

  /** How long anything may take that a person would wait for. */
  public static final int DEADLINE_SECONDS = 60;

  private static final int PAUSE_MILLISECONDS = 100;

  private Ui() {}

  /** Something to do in the UI thread. */
  @FunctionalInterface
  public interface Action {

    /**
     * Does it.
     *
     * @throws Exception if it fails; that ends the step
     */
    void run() throws Exception;
  }

  /** The workbench's display. */
  public static Display display() {
    return PlatformUI.getWorkbench().getDisplay();
  }

  /**
   * Does something in the UI thread and returns what it gives; fails if that thread does not answer
   * in time.
   */
  public static <T> T get(Callable<T> callable) {
    FutureTask<T> task = new FutureTask<>(callable);
    display().asyncExec(task);
    try {
      return task.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException hung) {
      throw new StepFailure("The UI thread does not answer", hung);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof StepFailure failure) {
        throw failure;
      }
      throw new StepFailure(failed.getCause().toString(), failed.getCause());
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  /** Does something in the UI thread and waits until it is done. */
  public static void run(Action action) {
    get(
        () -> {
          action.run();
          return true;
        });
  }

  /**
   * Does something in the UI thread without waiting: it may open a dialog and last until that is
   * closed.
   */
  public static void later(Runnable action) {
    display().asyncExec(action);
  }

  /** Looks until something is there. */
  public static <T> T await(String what, Look<T> look) {
    return await(what, DEADLINE_SECONDS, look);
  }

  /** Looks until something is there, for some seconds. */
  public static <T> T await(String what, int seconds, Look<T> look) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (true) {
      Optional<T> found = get(look::look);
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > end) {
        throw new StepFailure("Not there after " + seconds + " s: " + what);
      }
      pause();
    }
  }

  /** Waits until something holds. */
  public static void awaitTrue(String what, Callable<Boolean> condition) {
    await(what, () -> condition.call() ? Optional.of(true) : Optional.empty());
  }

  /** A moment between two looks. */
  static void pause() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private static StepFailure interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new StepFailure("Interrupted", cause);
  }
}
