package surety.eclipse.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The runs of the server, as jobs of the workbench, which can be cancelled there. */
final class Runs {
  private final Map<Either<String, Integer>, RunJob> jobs = new ConcurrentHashMap<>();
  private final Consumer<Consumer<SuretyServer>> send;

  /**
   * @param send says something to the server
   */
  Runs(Consumer<Consumer<SuretyServer>> send) {
    this.send = send;
  }

  /** A run began, went on or ended. */
  void progress(
      Either<String, Integer> token,
      WorkDoneProgressNotification notification,
      Consumer<SuretyServer> cancel) {
    if (notification instanceof WorkDoneProgressBegin begin) {
      RunJob job =
          new RunJob(begin.getTitle(), begin.getPercentage() != null, () -> send.accept(cancel));
      job.report(begin.getMessage(), begin.getPercentage());
      jobs.put(token, job);
      job.schedule();
      return;
    }
    RunJob job = jobs.get(token);
    if (job != null && notification instanceof WorkDoneProgressReport report) {
      job.report(report.getMessage(), report.getPercentage());
    } else if (job != null && notification instanceof WorkDoneProgressEnd) {
      jobs.remove(token);
      job.end();
    }
  }

  /** There is no server any more, and so nothing runs. */
  void endAll() {
    jobs.values().forEach(RunJob::end);
    jobs.clear();
  }
}
