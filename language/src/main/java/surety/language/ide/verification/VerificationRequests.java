package surety.language.ide.verification;

import java.util.concurrent.CompletableFuture;
import surety.language.ide.protocol.Band;
import surety.language.ide.protocol.BandParams;
import surety.language.ide.protocol.SuretyRequests;

/** Answers what Surety's own clients ask for about states. */
public final class VerificationRequests implements SuretyRequests {
  private final VerificationDesk desk;

  /** About what this desk knows. */
  public VerificationRequests(VerificationDesk desk) {
    this.desk = desk;
  }

  @Override
  public CompletableFuture<Band> band(BandParams params) {
    return CompletableFuture.completedFuture(desk.band(params).orElse(null));
  }
}
