package surety.eclipse.server;

import org.eclipse.lsp4j.PublishDiagnosticsParams;
import surety.language.ide.protocol.SpecificationStatus;

/**
 * What wants to know what the server says. All of it is told in one thread, in the order in which
 * it was said, and never in the thread of the screen.
 */
public interface ServerListener {
  /** The server has started, perhaps again: it knows of no document yet. */
  default void started(SuretyServer server) {}

  /** The server has ended: what it said last holds no longer. */
  default void ended() {}

  /** There is no server, and none is started until somebody wants it again. */
  default void failed(ServerUnavailable why) {}

  /** The problems of a document, all of them. */
  default void diagnostics(PublishDiagnosticsParams problems) {}

  /** The states of a specification, all of them. */
  default void verification(SpecificationStatus status) {}

  /** Code lenses and inlay hints should be asked for again. */
  default void refresh() {}
}
