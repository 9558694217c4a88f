package surety.eclipse.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowDocumentResult;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.UnregistrationParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import surety.eclipse.base.Notices;
import surety.eclipse.base.SuretyPlugin;
import surety.language.ide.protocol.SpecificationStatus;
import surety.language.ide.protocol.SuretyClient;

/** What the server may call: passes it on to those who listen. */
final class Client implements SuretyClient {
  private final Executor worker;
  private final Consumer<Consumer<ServerListener>> listeners;
  private final DocumentAccess documents;
  private final Runs runs;

  /** Only the worker touches it. */
  private boolean isOver;

  /**
   * @param worker the thread in which listeners are told
   * @param listeners tells each of them
   */
  Client(
      Executor worker,
      Consumer<Consumer<ServerListener>> listeners,
      DocumentAccess documents,
      Runs runs) {
    this.worker = worker;
    this.listeners = listeners;
    this.documents = documents;
    this.runs = runs;
  }

  private void tell(Consumer<ServerListener> message) {
    worker.execute(
        () -> {
          if (!isOver) {
            listeners.accept(message);
          }
        });
  }

  /**
   * What its server said and nobody heard yet is not told any more: it would be taken for words of
   * the next one. Only in the worker.
   */
  void end() {
    isOver = true;
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams problems) {
    tell(listener -> listener.diagnostics(problems));
  }

  @Override
  public void verification(SpecificationStatus status) {
    tell(listener -> listener.verification(status));
  }

  @Override
  public CompletableFuture<Void> refreshCodeLenses() {
    tell(ServerListener::refresh);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> refreshInlayHints() {
    tell(ServerListener::refresh);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void showMessage(MessageParams message) {
    if (message.getType() == MessageType.Error || message.getType() == MessageType.Warning) {
      Notices.error(message.getMessage());
    } else {
      Notices.tell(message.getMessage());
    }
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams asked) {
    showMessage(asked);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void logMessage(MessageParams message) {
    if (message.getType() == MessageType.Error) {
      SuretyPlugin.warn(message.getMessage());
    }
  }

  @Override
  public void telemetryEvent(Object event) {}

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> unregisterCapability(UnregistrationParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<ApplyWorkspaceEditResponse> applyEdit(ApplyWorkspaceEditParams params) {
    return documents.apply(params.getEdit()).thenApply(ApplyWorkspaceEditResponse::new);
  }

  @Override
  public CompletableFuture<ShowDocumentResult> showDocument(ShowDocumentParams params) {
    return documents.show(params).thenApply(ShowDocumentResult::new);
  }

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void notifyProgress(ProgressParams params) {
    if (params.getValue().isLeft()) {
      runs.progress(
          params.getToken(),
          params.getValue().getLeft(),
          server -> server.cancelProgress(new WorkDoneProgressCancelParams(params.getToken())));
    }
  }
}
