package surety.eclipse.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.text.edits.MalformedTreeException;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.text.undo.IDocumentUndoManager;
import surety.eclipse.text.Lines;
import surety.eclipse.text.Span;
import surety.eclipse.text.Uris;

/**
 * Changes that the server proposes. An open document is changed in its editor, in one step to undo;
 * another one in its file. Only in the thread of the screen.
 */
public final class Edits {
  private Edits() {}

  /**
   * Changes all documents of an edit.
   *
   * @throws CoreException if a file cannot be read or written, or an edit does not fit its text
   */
  public static void apply(WorkspaceEdit edit) throws CoreException {
    for (Map.Entry<String, List<TextEdit>> change : byDocument(edit).entrySet()) {
      String uri = Uris.of(change.getKey());
      OpenDocument open = Documents.get().of(uri).orElse(null);
      if (open != null) {
        apply(open.document(), change.getValue());
      } else {
        applyToFile(uri, change.getValue());
      }
    }
  }

  private static Map<String, List<TextEdit>> byDocument(WorkspaceEdit edit) {
    Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
    if (edit.getDocumentChanges() != null) {
      edit.getDocumentChanges().stream()
          .filter(Either::isLeft)
          .map(Either::getLeft)
          .forEach(change -> edits.put(change.getTextDocument().getUri(), plain(change)));
    } else if (edit.getChanges() != null) {
      edits.putAll(edit.getChanges());
    }
    return edits;
  }

  private static List<TextEdit> plain(TextDocumentEdit change) {
    List<TextEdit> plain = new ArrayList<>();
    change.getEdits().stream().filter(Either::isLeft).map(Either::getLeft).forEach(plain::add);
    return plain;
  }

  /**
   * Changes one text.
   *
   * @throws CoreException if an edit does not fit it; it is as before then
   */
  public static void apply(IDocument document, List<TextEdit> edits) throws CoreException {
    Lines lines = new Lines(document.get());
    IDocumentUndoManager undo = DocumentUndoManagerRegistry.getDocumentUndoManager(document);
    if (undo != null) {
      undo.beginCompoundChange();
    }
    try {
      MultiTextEdit all = new MultiTextEdit();
      for (TextEdit edit : edits) {
        Span span = lines.span(edit.getRange());
        all.addChild(new ReplaceEdit(span.offset(), span.length(), edit.getNewText()));
      }
      all.apply(document);
    } catch (MalformedTreeException | BadLocationException e) {
      throw Faults.of("The change does not fit the text", e);
    } finally {
      if (undo != null) {
        undo.endCompoundChange();
      }
    }
  }

  private static void applyToFile(String uri, List<TextEdit> edits) throws CoreException {
    if (Uris.path(uri) == null) {
      throw Faults.of(uri + " is not a file", null);
    }
    IFileStore file = EFS.getStore(Uris.path(uri).toUri());
    ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
    buffers.connectFileStore(file, null);
    try {
      ITextFileBuffer buffer = buffers.getFileStoreTextFileBuffer(file);
      apply(buffer.getDocument(), edits);
      buffer.commit(null, false);
    } finally {
      buffers.disconnectFileStore(file, null);
    }
  }
}
