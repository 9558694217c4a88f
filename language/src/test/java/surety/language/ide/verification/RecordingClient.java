package surety.language.ide.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowDocumentResult;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import surety.language.ide.protocol.SpecificationStatus;
import surety.language.ide.protocol.SuretyClient;

/** An editor that writes down what it is told. */
final class RecordingClient implements SuretyClient {
  final List<SpecificationStatus> statuses = new ArrayList<>();
  final List<String> messages = new ArrayList<>();
  final List<String> shown = new ArrayList<>();
  final List<String> progress = new ArrayList<>();
  final List<CompletableFuture<Void>> created = new ArrayList<>();
  int redrawn;
  boolean agrees = true;
  boolean opens = true;

  @Override
  public synchronized void verification(SpecificationStatus status) {
    statuses.add(status);
  }

  @Override
  public synchronized CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
    CompletableFuture<Void> answer = new CompletableFuture<>();
    created.add(answer);
    if (agrees) {
      answer.complete(null);
    }
    return answer;
  }

  @Override
  public synchronized void notifyProgress(ProgressParams params) {
    WorkDoneProgressNotification what = params.getValue().getLeft();
    progress.add(params.getToken().getLeft() + " " + what.getKind() + percentage(what));
  }

  private static String percentage(WorkDoneProgressNotification what) {
    Integer percentage =
        what instanceof WorkDoneProgressBegin begin
            ? begin.getPercentage()
            : what instanceof WorkDoneProgressReport report ? report.getPercentage() : null;
    return percentage == null ? "" : " " + percentage + "%";
  }

  @Override
  public synchronized CompletableFuture<Void> refreshCodeLenses() {
    redrawn++;
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletableFuture<Void> refreshInlayHints() {
    redrawn++;
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletableFuture<ShowDocumentResult> showDocument(
      ShowDocumentParams params) {
    shown.add(params.getUri());
    return CompletableFuture.completedFuture(new ShowDocumentResult(opens));
  }

  @Override
  public synchronized void showMessage(MessageParams params) {
    messages.add(params.getMessage());
  }

  @Override
  public void telemetryEvent(Object event) {
    throw new AssertionError(event);
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams params) {
    throw new AssertionError(params);
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    throw new AssertionError(params);
  }

  @Override
  public void logMessage(MessageParams params) {
    throw new AssertionError(params);
  }
}
