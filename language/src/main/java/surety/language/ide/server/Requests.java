package surety.language.ide.server;

import com.google.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.eclipse.xtext.ide.server.concurrent.RequestManager;
import org.eclipse.xtext.service.OperationCanceledManager;

/**
 * A request that failed is over: it must not make the next change of a document fail, which waits
 * for all requests before it. The client has been told of the failure already.
 */
final class Requests extends RequestManager {
  @Inject
  Requests(ExecutorService executor, OperationCanceledManager cancellations) {
    super(executor, cancellations);
  }

  @Override
  protected CompletableFuture<Void> cancel() {
    return super.cancel().exceptionally(failure -> null);
  }
}
