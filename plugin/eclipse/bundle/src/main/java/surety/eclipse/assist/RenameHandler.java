package surety.eclipse.assist;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.ui.handlers.HandlerUtil;
import surety.eclipse.base.Notices;
import surety.eclipse.documents.Edits;
import surety.eclipse.documents.OpenDocument;
import surety.eclipse.server.Server;
import surety.eclipse.text.Lines;
import surety.eclipse.text.WordAt;

/** Gives a name of a specification another one, wherever it is used. */
public final class RenameHandler extends EditorHandler {
  private static final int SECONDS = 10;

  @Override
  void execute(ExecutionEvent event, OpenDocument open, ITextSelection selection) {
    String text = open.document().get();
    WordAt word = WordAt.of(text, selection.getOffset());
    if (word.word().isEmpty()) {
      Notices.tell("Set the cursor on the name to change");
      return;
    }
    InputDialog dialog =
        new InputDialog(
            HandlerUtil.getActiveShell(event),
            "Rename",
            "New name of '" + word.word() + "':",
            word.word(),
            name -> name.matches("[A-Za-z_][A-Za-z_0-9]*") ? null : "Letters, digits and _ only");
    if (dialog.open() == Window.OK && !dialog.getValue().equals(word.word())) {
      rename(open, text, word, dialog.getValue());
    }
  }

  private static void rename(OpenDocument open, String text, WordAt word, String name) {
    RenameParams params =
        new RenameParams(open.identifier(), new Lines(text).position(word.span().offset()), name);
    var unused =
        Server.get()
            .ask(SECONDS, server -> server.getTextDocumentService().rename(params))
            .whenComplete(
                (edit, failure) -> change(open, text, failure, () -> apply(edit, word.word())));
  }

  private static void apply(WorkspaceEdit edit, String name) throws CoreException {
    if (edit == null) {
      Notices.error("'" + name + "' is not a name that can be changed");
    } else {
      Edits.apply(edit);
    }
  }
}
