package surety.language.ide.protocol;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/** What clients can ask the server for. */
public interface SuretyRequests {
  /** The picture of a property or query; null if there is nothing to draw. */
  @JsonRequest(BandParams.METHOD)
  CompletableFuture<Band> band(BandParams params);

  /** What the network of a property or query gives for an input. */
  @JsonRequest(RunParams.METHOD)
  CompletableFuture<RunOutcome> run(RunParams params);

  /** Which results hold for the text with all edits that were sent before. */
  @JsonRequest(StandingParams.METHOD)
  CompletableFuture<Standing> standing(StandingParams params);
}
