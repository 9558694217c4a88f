package surety.eclipse.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.jface.text.IDocument;
import surety.eclipse.server.Server;
import surety.eclipse.server.ServerListener;
import surety.eclipse.server.SuretyServer;

/** All open specifications, wherever they are shown. */
public final class Documents extends BufferListener implements ServerListener {
  private static final Documents INSTANCE = new Documents();

  private final Map<IFileBuffer, OpenDocument> open = new ConcurrentHashMap<>();
  private final List<Consumer<OpenDocument>> openings = new CopyOnWriteArrayList<>();

  private Documents() {}

  /** Those of this workbench. */
  public static Documents get() {
    return INSTANCE;
  }

  /** From now on each specification that is opened is the server's, too. */
  public void watch() {
    Server.get().addListener(this);
    FileBuffers.getTextFileBufferManager().addFileBufferListener(this);
  }

  /** From now on this is done with each specification that is opened. */
  public void whenOpened(Consumer<OpenDocument> work) {
    openings.add(work);
  }

  /** The one with this text, if it is an open specification. */
  public Optional<OpenDocument> of(IDocument document) {
    return open.values().stream().filter(each -> each.document() == document).findFirst();
  }

  /** The one at this address, if it is open. */
  public Optional<OpenDocument> of(String uri) {
    return open.values().stream().filter(each -> each.uri().equals(uri)).findFirst();
  }

  /** All of them, in no order. */
  public List<OpenDocument> all() {
    return new ArrayList<>(open.values());
  }

  @Override
  public void bufferCreated(IFileBuffer buffer) {
    if (buffer instanceof ITextFileBuffer text && isSpecification(buffer)) {
      OpenDocument document = new OpenDocument(text);
      open.put(buffer, document);
      text.getDocument().addDocumentListener(document);
      Server.get().send(document::openAt);
      openings.forEach(each -> each.accept(document));
    }
  }

  private static boolean isSpecification(IFileBuffer buffer) {
    return buffer.getFileStore() != null && buffer.getFileStore().getName().endsWith(".sure");
  }

  @Override
  public void bufferDisposed(IFileBuffer buffer) {
    OpenDocument document = open.remove(buffer);
    if (document != null) {
      document.document().removeDocumentListener(document);
      Server.get().work(document::close);
    }
  }

  @Override
  public void dirtyStateChanged(IFileBuffer buffer, boolean isDirty) {
    OpenDocument document = open.get(buffer);
    if (document != null && !isDirty) {
      Server.get().work(document::saved);
    }
  }

  @Override
  public void started(SuretyServer server) {
    all().forEach(document -> document.openAt(server));
  }

  @Override
  public void ended() {
    all().forEach(OpenDocument::serverEnded);
  }
}
