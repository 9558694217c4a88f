package surety.eclipse.assist;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.search.ui.NewSearchUI;
import surety.eclipse.base.Notices;
import surety.eclipse.documents.OpenDocument;
import surety.eclipse.references.ReferencesQuery;
import surety.eclipse.text.WordAt;

/** Lists the places where a name is used, in the Search view. */
public final class ReferencesHandler extends EditorHandler {
  @Override
  boolean isChange() {
    return false;
  }

  @Override
  void execute(ExecutionEvent event, OpenDocument open, ITextSelection selection) {
    WordAt word = WordAt.of(open.document().get(), selection.getOffset());
    if (word.word().isEmpty()) {
      Notices.tell("Set the cursor on the name to look for");
      return;
    }
    ReferenceParams question =
        new ReferenceParams(
            open.identifier(),
            Asking.position(open.document(), word.span().offset()),
            new ReferenceContext(false));
    NewSearchUI.runQueryInBackground(new ReferencesQuery(word.word(), question));
  }
}
