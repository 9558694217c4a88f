package surety.language.ide.verification;

import com.google.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.eclipse.xtext.ide.server.concurrent.IRequestManager;
import surety.language.ide.protocol.Band;
import surety.language.ide.protocol.BandParams;
import surety.language.ide.protocol.RunOutcome;
import surety.language.ide.protocol.RunParams;
import surety.language.ide.protocol.SuretyRequests;

/** Answers what Surety's own clients ask for about states. */
public final class VerificationRequests implements SuretyRequests {
  private final VerificationDesk desk;
  private final IRequestManager requests;

  /** About what this desk knows, when everything that was asked for before has been done. */
  @Inject
  VerificationRequests(VerificationDesk desk, IRequestManager requests) {
    this.desk = desk;
    this.requests = requests;
  }

  @Override
  public CompletableFuture<Band> band(BandParams params) {
    return requests.runRead(cancel -> desk.band(params).orElse(null));
  }

  @Override
  public CompletableFuture<RunOutcome> run(RunParams params) {
    return requests.runRead(cancel -> desk.run(params));
  }
}
