package surety.eclipse.documents;

import java.net.MalformedURLException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import surety.eclipse.base.Notices;
import surety.eclipse.server.DocumentAccess;
import surety.eclipse.text.Uris;

/** Changes and shows documents in the workbench. */
public final class WorkbenchDocuments implements DocumentAccess {
  @Override
  public CompletableFuture<Boolean> apply(WorkspaceEdit edit) {
    return onScreen(() -> change(edit));
  }

  @Override
  public CompletableFuture<Boolean> show(ShowDocumentParams document) {
    boolean isOutside = Boolean.TRUE.equals(document.getExternal());
    return onScreen(
        () ->
            isOutside
                ? browse(document.getUri())
                : Places.reveal(Uris.of(document.getUri()), document.getSelection()));
  }

  private static CompletableFuture<Boolean> onScreen(BooleanSupplier work) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Notices.onScreen(() -> done.complete(work.getAsBoolean()));
    return done;
  }

  private static boolean change(WorkspaceEdit edit) {
    try {
      Edits.apply(edit);
      return true;
    } catch (CoreException e) {
      Notices.error(e.getMessage());
      return false;
    }
  }

  private static boolean browse(String uri) {
    try {
      PlatformUI.getWorkbench()
          .getBrowserSupport()
          .getExternalBrowser()
          .openURL(URI.create(uri).toURL());
      return true;
    } catch (PartInitException | MalformedURLException | IllegalArgumentException e) {
      Notices.error(uri + " cannot be opened: " + e.getMessage());
      return false;
    }
  }
}
