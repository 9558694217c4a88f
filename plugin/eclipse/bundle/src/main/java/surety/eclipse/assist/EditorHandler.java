package surety.eclipse.assist;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorExtension2;
import surety.eclipse.base.Notices;
import surety.eclipse.documents.Documents;
import surety.eclipse.documents.OpenDocument;
import surety.eclipse.server.Failures;

/** A command for the specification in front. */
abstract class EditorHandler extends AbstractHandler {
  @Override
  public final Object execute(ExecutionEvent event) {
    IEditorPart part = HandlerUtil.getActiveEditor(event);
    ITextEditor editor = part == null ? null : part.getAdapter(ITextEditor.class);
    if (editor == null) {
      return null;
    }
    IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
    OpenDocument open = Documents.get().of(document).orElse(null);
    if (open == null || (isChange() && !isWritable(editor))) {
      Notices.tell("There is no specification" + (isChange() ? " to change" : "") + " here");
    } else {
      execute(event, open, (ITextSelection) editor.getSelectionProvider().getSelection());
    }
    return null;
  }

  private static boolean isWritable(ITextEditor editor) {
    return !(editor instanceof ITextEditorExtension2 checked) || checked.validateEditorInputState();
  }

  /** Whether the text is going to be another one. */
  boolean isChange() {
    return true;
  }

  abstract void execute(ExecutionEvent event, OpenDocument open, ITextSelection selection);

  /** Does it on the screen, unless the text was changed since the server was asked. */
  static void change(OpenDocument open, String asked, Throwable failure, Change change) {
    Notices.onScreen(
        () -> {
          if (failure != null) {
            Notices.error("Not changed: " + Failures.words(failure));
          } else if (!open.document().get().equals(asked)) {
            Notices.tell("Not changed: the text was changed meanwhile");
          } else {
            run(change);
          }
        });
  }

  private static void run(Change change) {
    try {
      change.run();
    } catch (CoreException e) {
      Notices.error("Not changed: " + e.getMessage());
    }
  }

  /** A change of texts. */
  interface Change {
    void run() throws CoreException;
  }
}
