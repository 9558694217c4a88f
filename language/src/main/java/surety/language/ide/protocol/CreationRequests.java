package surety.language.ide.protocol;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/** What a client asks for to make a specification from a network file. */
public interface CreationRequests {
  /** What is in a network file; an error whose message is for people, if that cannot be told. */
  @JsonRequest(NetworkParams.METHOD)
  CompletableFuture<NetworkSummary> network(NetworkParams params);

  /** The text of a new specification, and what is wrong with it. */
  @JsonRequest(NewSpecificationParams.METHOD)
  CompletableFuture<NewSpecification> newSpecification(NewSpecificationParams params);
}
