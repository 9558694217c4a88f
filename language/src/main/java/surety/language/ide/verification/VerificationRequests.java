package surety.language.ide.verification;

import com.google.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.xtext.ide.server.concurrent.IRequestManager;
import surety.language.ide.protocol.Band;
import surety.language.ide.protocol.BandParams;
import surety.language.ide.protocol.RunOutcome;
import surety.language.ide.protocol.RunParams;
import surety.language.ide.protocol.Standing;
import surety.language.ide.protocol.StandingParams;
import surety.language.ide.protocol.SuretyRequests;

/** Answers what Surety's own clients ask for about states. */
public final class VerificationRequests implements SuretyRequests, AutoCloseable {
  private final VerificationService verification;
  private final IRequestManager requests;

  /** A trial may take seconds, for which no edit has to wait. */
  private final ExecutorService trials =
      Executors.newSingleThreadExecutor(VerificationRequests::daemon);

  /** About what the service knows, when everything that was asked for before has been done. */
  @Inject
  VerificationRequests(VerificationService verification, IRequestManager requests) {
    this.verification = verification;
    this.requests = requests;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "surety-trials");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    trials.shutdownNow();
  }

  @Override
  public CompletableFuture<Band> band(BandParams params) {
    return requests.runRead(cancel -> verification.band(params).orElse(null));
  }

  @Override
  public CompletableFuture<RunOutcome> run(RunParams params) {
    return requests
        .runRead(cancel -> verification.run(params))
        .thenApplyAsync(Supplier::get, trials);
  }

  @Override
  public CompletableFuture<Standing> standing(StandingParams params) {
    return requests.runRead(cancel -> verification.standing(params.uri()));
  }
}
