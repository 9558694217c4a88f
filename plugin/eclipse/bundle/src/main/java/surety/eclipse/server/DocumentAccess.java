package surety.eclipse.server;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.WorkspaceEdit;

/** What the server may do with the documents in front of people. */
public interface DocumentAccess {
  /** Changes documents, in their editors where they are open; whether all of it was done. */
  CompletableFuture<Boolean> apply(WorkspaceEdit edit);

  /** Opens a document; whether that could be done. */
  CompletableFuture<Boolean> show(ShowDocumentParams document);
}
