package surety.eclipse.documents;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import surety.eclipse.server.Server;
import surety.eclipse.server.SuretyServer;
import surety.eclipse.states.Claims;
import surety.eclipse.states.States;
import surety.eclipse.text.Lines;
import surety.eclipse.text.Uris;
import surety.language.ide.protocol.Standing;
import surety.language.ide.protocol.StandingParams;

/**
 * One open specification. Each change is noted in the thread of the screen and sent by the thread
 * that talks to the server, which has its own copy of the text: so typing never waits.
 */
public final class OpenDocument implements IDocumentListener {
  private static final String LANGUAGE = "sure";
  private static final int MILLISECONDS_OF_GRACE = 100;

  private final String uri;
  private final ITextFileBuffer buffer;

  /** Only the thread that talks to the server touches these. */
  private final StringBuilder copy;

  private SuretyServer server;
  private int version = 1;

  /** What the text says as far as verdicts depend on it; only in the thread of the screen. */
  private Claims claims;

  OpenDocument(ITextFileBuffer buffer) {
    this.buffer = buffer;
    this.uri = Uris.of(buffer.getFileStore().toURI());
    this.copy = new StringBuilder(buffer.getDocument().get());
    this.claims = Claims.of(buffer.getDocument().get());
  }

  /** Its address, as a key here and for the server. */
  public String uri() {
    return uri;
  }

  /** The same, as requests name it. */
  public TextDocumentIdentifier identifier() {
    return new TextDocumentIdentifier(uri);
  }

  /** The text as people see it. */
  public IDocument document() {
    return buffer.getDocument();
  }

  /** What is marked in it; null if nothing can be. */
  public IAnnotationModel annotations() {
    return buffer.getAnnotationModel();
  }

  /** The lines of the text that the server knows; only in the thread that talks to it. */
  public Lines lines() {
    return new Lines(copy);
  }

  void openAt(SuretyServer running) {
    if (server != running) {
      server = running;
      server
          .getTextDocumentService()
          .didOpen(
              new DidOpenTextDocumentParams(
                  new TextDocumentItem(uri, LANGUAGE, version, copy.toString())));
    }
  }

  void serverEnded() {
    server = null;
  }

  void saved() {
    if (server != null) {
      server.getTextDocumentService().didSave(new DidSaveTextDocumentParams(identifier()));
    }
  }

  void close() {
    if (server != null) {
      server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(identifier()));
      server = null;
    }
  }

  @Override
  public void documentAboutToBeChanged(DocumentEvent event) {
    String text = event.getText() == null ? "" : event.getText();
    int offset = event.getOffset();
    int end = offset + event.getLength();
    try {
      Range range =
          new Range(position(event.getDocument(), offset), position(event.getDocument(), end));
      Server.get().work(() -> change(range, text, offset, end));
    } catch (BadLocationException e) {
      throw new IllegalArgumentException("a change outside of the text", e);
    }
  }

  /** Nothing that may mean something else now keeps its verdict until the server has read it. */
  @Override
  public void documentChanged(DocumentEvent event) {
    Claims now = Claims.of(event.getDocument().get());
    States.get().doubt(uri, claims.changedIn(now));
    claims = now;
  }

  private static Position position(IDocument document, int offset) throws BadLocationException {
    int line = document.getLineOfOffset(offset);
    return new Position(line, offset - document.getLineOffset(line));
  }

  private void change(Range range, String text, int offset, int end) {
    copy.replace(offset, end, text);
    version++;
    if (server != null) {
      server
          .getTextDocumentService()
          .didChange(
              new DidChangeTextDocumentParams(
                  new VersionedTextDocumentIdentifier(uri, version),
                  List.of(new TextDocumentContentChangeEvent(range, text))));
      confirm(version);
    }
  }

  /**
   * Asks the server what holds for the text as it is now. Another edit cancels the question, and
   * asks its own.
   */
  private void confirm(int asked) {
    if (server == null || asked != version) {
      return;
    }
    var unused =
        server
            .standing(new StandingParams(uri))
            .whenCompleteAsync(
                (standing, failure) -> confirmed(asked, standing, failure),
                task -> Server.get().work(task));
  }

  /** What it says of states comes apart from its answer, and not at all if nothing changed. */
  private void confirmed(int asked, Standing standing, Throwable failure) {
    if (asked != version) {
      return;
    }
    if (failure == null) {
      States.get().settleWith(uri, standing.version());
      later(() -> settle(asked));
    } else {
      later(() -> confirm(asked));
    }
  }

  private void settle(int asked) {
    if (asked == version) {
      States.get().settle(uri);
    }
  }

  /** In the thread that talks to the server. */
  private static void later(Runnable work) {
    CompletableFuture.delayedExecutor(
            MILLISECONDS_OF_GRACE, TimeUnit.MILLISECONDS, task -> Server.get().work(task))
        .execute(work);
  }
}
