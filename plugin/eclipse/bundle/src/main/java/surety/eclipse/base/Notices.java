package surety.eclipse.base;

import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Messages to people, in the status line: no dialog interrupts them. */
public final class Notices {
  private Notices() {}

  /** Something went wrong; the message says what and what to do. */
  public static void error(String message) {
    SuretyPlugin.warn(message);
    onScreen(() -> show(message, true));
  }

  /** Something worth knowing for a moment. */
  public static void tell(String message) {
    onScreen(() -> show(message, false));
  }

  /** Runs it in the thread of the screen, soon; or never, if there is no screen any more. */
  public static void onScreen(Runnable work) {
    if (!PlatformUI.isWorkbenchRunning()) {
      return;
    }
    Display display = PlatformUI.getWorkbench().getDisplay();
    if (!display.isDisposed()) {
      display.asyncExec(
          () -> {
            if (!display.isDisposed()) {
              work.run();
            }
          });
    }
  }

  private static void show(String message, boolean isError) {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    if (window == null || window.getActivePage() == null) {
      return;
    }
    IWorkbenchPart part = window.getActivePage().getActivePart();
    IEditorPart editor = window.getActivePage().getActiveEditor();
    show(part == null ? null : part.getSite(), message, isError);
    if (editor != null && editor != part) {
      show(editor.getSite(), message, isError);
    }
  }

  private static void show(IWorkbenchPartSite site, String message, boolean isError) {
    IStatusLineManager line = null;
    if (site instanceof IViewSite view) {
      line = view.getActionBars().getStatusLineManager();
    } else if (site instanceof IEditorSite editor) {
      line = editor.getActionBars().getStatusLineManager();
    }
    if (line != null && isError) {
      line.setErrorMessage(message);
    } else if (line != null) {
      line.setErrorMessage(null);
      line.setMessage(message);
    }
  }
}
