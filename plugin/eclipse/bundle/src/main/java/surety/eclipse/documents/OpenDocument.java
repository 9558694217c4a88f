package surety.eclipse.documents;

import java.util.List;
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
import surety.eclipse.text.Lines;
import surety.eclipse.text.Uris;

/**
 * One open specification. Each change is noted in the thread of the screen and sent by the thread
 * that talks to the server, which has its own copy of the text: so typing never waits.
 */
public final class OpenDocument implements IDocumentListener {
  private static final String LANGUAGE = "sure";

  private final String uri;
  private final ITextFileBuffer buffer;

  /** Only the thread that talks to the server touches these. */
  private final StringBuilder copy;

  private SuretyServer server;
  private int version = 1;

  OpenDocument(ITextFileBuffer buffer) {
    this.buffer = buffer;
    this.uri = Uris.of(buffer.getFileStore().toURI());
    this.copy = new StringBuilder(buffer.getDocument().get());
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

  @Override
  public void documentChanged(DocumentEvent event) {}

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
    }
  }
}
