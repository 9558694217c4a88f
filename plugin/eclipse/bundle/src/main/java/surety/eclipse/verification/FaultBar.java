package surety.eclipse.verification;

import java.nio.file.Files;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.ide.IDE;
import surety.eclipse.base.Notices;
import surety.eclipse.server.Server;
import surety.eclipse.server.ServerListener;
import surety.eclipse.server.ServerUnavailable;
import surety.eclipse.server.SuretyServer;

/** Says why there is no server, and what can be done; takes no room while there is one. */
final class FaultBar implements ServerListener {
  private static final String PREFERENCES = "preferences";
  private static final String LOG = "log";
  private static final String RESTART = "restart";
  private static final String PAGE = "surety.eclipse.preferences";

  private final IWorkbenchPage page;
  private final Runnable changed;
  private final Composite bar;
  private final Label picture;
  private final Link message;

  /**
   * @param parent has a grid with one column
   * @param changed is run on the screen when there is a fault, and when there is none any more
   */
  FaultBar(Composite parent, IWorkbenchPage page, Runnable changed) {
    this.page = page;
    this.changed = changed;
    bar = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).margins(4, 3).applyTo(bar);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
    picture = new Label(bar, SWT.NONE);
    picture.setImage(
        PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_ERROR_TSK));
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(picture);
    message = new Link(bar, SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(message);
    message.addListener(SWT.Selection, event -> follow(event.text));
    bar.addListener(SWT.Dispose, event -> Server.get().removeListener(this));
    Server.get().addListener(this);
    show();
  }

  @Override
  public void started(SuretyServer server) {
    soon();
  }

  @Override
  public void failed(ServerUnavailable why) {
    soon();
  }

  private void soon() {
    Notices.onScreen(
        () -> {
          if (!bar.isDisposed()) {
            show();
            changed.run();
          }
        });
  }

  private void show() {
    ServerUnavailable fault = Server.get().fault().orElse(null);
    bar.setVisible(fault != null);
    ((GridData) bar.getLayoutData()).exclude = fault == null;
    message.setText(fault == null ? "" : text(fault.getMessage()));
    message.setToolTipText(fault == null ? null : fault.details());
    picture.setToolTipText(message.getToolTipText());
    bar.requestLayout();
  }

  /** The message and the ways out. */
  static String text(String message) {
    return message.replace("&", "&&")
        + ".   "
        + link(RESTART, "Start again")
        + "   "
        + link(PREFERENCES, "Preferences")
        + "   "
        + link(LOG, "Log");
  }

  private static String link(String target, String words) {
    return "<a href=\"" + target + "\">" + words + "</a>";
  }

  private void follow(String target) {
    switch (target) {
      case PREFERENCES ->
          PreferencesUtil.createPreferenceDialogOn(bar.getShell(), PAGE, null, null).open();
      case LOG -> openLog();
      default -> Server.get().restart();
    }
  }

  private void openLog() {
    if (!Files.isReadable(Server.get().log())) {
      Notices.error("There is no log: the server was not started in this workspace");
      return;
    }
    try {
      IDE.openEditorOnFileStore(
          page, EFS.getLocalFileSystem().getStore(Server.get().log().toUri()));
    } catch (PartInitException e) {
      Notices.error("The log cannot be opened: " + e.getMessage());
    }
  }
}
