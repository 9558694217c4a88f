package surety.eclipse.server;

import org.eclipse.lsp4j.services.LanguageServer;
import surety.language.ide.protocol.CreationRequests;
import surety.language.ide.protocol.SuretyRequests;

/** What can be asked of the server. */
public interface SuretyServer extends LanguageServer, SuretyRequests, CreationRequests {}
