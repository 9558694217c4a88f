package surety.language.ide.protocol;

import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.services.LanguageClient;

/** What the server calls at the client. */
public interface SuretyClient extends LanguageClient {
  /**
   * The states of a specification changed. Only clients hear of it that asked for it: their {@code
   * initializationOptions} have {@code "verification": true}.
   */
  @JsonNotification(SpecificationStatus.METHOD)
  void verification(SpecificationStatus status);
}
