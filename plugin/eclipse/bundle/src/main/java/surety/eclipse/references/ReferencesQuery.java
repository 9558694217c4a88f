package surety.eclipse.references;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.ISearchResult;
import surety.eclipse.base.Notices;
import surety.eclipse.documents.Documents;
import surety.eclipse.documents.OpenDocument;
import surety.eclipse.server.Failures;
import surety.eclipse.server.Server;
import surety.eclipse.text.Uris;

/** Asks the server where a name is used. */
public final class ReferencesQuery implements ISearchQuery {
  private static final int SECONDS = 20;

  private final String name;
  private final ReferenceParams question;
  private final References result = new References(this);

  /**
   * Not yet asked.
   *
   * @param name for people
   */
  public ReferencesQuery(String name, ReferenceParams question) {
    this.name = name;
    this.question = question;
  }

  String name() {
    return name;
  }

  @Override
  public IStatus run(IProgressMonitor monitor) {
    CompletableFuture<List<Use>> uses =
        Server.get()
            .ask(SECONDS, server -> server.getTextDocumentService().references(question))
            .thenCompose(ReferencesQuery::read);
    try {
      result.show(uses.get(SECONDS, TimeUnit.SECONDS));
      return Status.OK_STATUS;
    } catch (ExecutionException | TimeoutException e) {
      Notices.error("No references of '" + name + "': " + Failures.words(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Status.CANCEL_STATUS;
  }

  /** The texts of editors belong to the thread of the screen. */
  private static CompletableFuture<List<Use>> read(List<? extends Location> found) {
    CompletableFuture<List<Use>> uses = new CompletableFuture<>();
    Notices.onScreen(() -> uses.complete(found == null ? List.of() : uses(found)));
    return uses;
  }

  private static List<Use> uses(List<? extends Location> found) {
    List<Use> uses = new ArrayList<>();
    for (Location location : found) {
      String uri = Uris.of(location.getUri());
      uses.add(Use.of(uri, location.getRange(), text(uri)));
    }
    return uses;
  }

  /** Nothing, if the file has gone meanwhile. */
  private static String text(String uri) {
    Optional<OpenDocument> open = Documents.get().of(uri);
    if (open.isPresent()) {
      return open.get().document().get();
    }
    try {
      return Uris.path(uri) == null ? "" : Files.readString(Uris.path(uri));
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public String getLabel() {
    return "References of '" + name + "'";
  }

  /** Its place may be another one meanwhile. */
  @Override
  public boolean canRerun() {
    return false;
  }

  @Override
  public boolean canRunInBackground() {
    return true;
  }

  @Override
  public ISearchResult getSearchResult() {
    return result;
  }
}
