package surety.eclipse.runs;

import java.util.List;
import java.util.Locale;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import surety.eclipse.base.Notices;
import surety.eclipse.documents.Documents;
import surety.eclipse.documents.OpenDocument;
import surety.eclipse.server.Server;
import surety.eclipse.states.Item;
import surety.eclipse.states.States;

/**
 * A command of the workbench that has the server do something: with what is selected in a view, or
 * with the property in whose text the cursor stands.
 */
public final class VerificationCommandHandler extends AbstractHandler
    implements IExecutableExtension {
  private VerificationCommand command = VerificationCommand.VERIFY_ALL;

  @Override
  public void setInitializationData(IConfigurationElement element, String property, Object data) {
    command = VerificationCommand.valueOf(String.valueOf(data).toUpperCase(Locale.ROOT));
  }

  @Override
  public Object execute(ExecutionEvent event) {
    Server.get().wake();
    List<Item> selected = selected(event);
    if (command == VerificationCommand.VERIFY_ALL
        || command.isPossible(selected, Item.all(States.get().all()))) {
      command.run(selected);
    } else {
      Notices.tell(command.title() + ": nothing is selected with which that can be done now");
    }
    return null;
  }

  private static List<Item> selected(ExecutionEvent event) {
    IWorkbenchPart part = HandlerUtil.getActivePart(event);
    ISelection selection = HandlerUtil.getCurrentSelection(event);
    if (selection instanceof IStructuredSelection items) {
      return items.stream().filter(Item.class::isInstance).map(Item.class::cast).toList();
    }
    if (part instanceof IEditorPart editor && selection instanceof ITextSelection text) {
      ITextEditor textEditor = editor.getAdapter(ITextEditor.class);
      return textEditor == null ? List.of() : under(textEditor, text.getStartLine());
    }
    return List.of();
  }

  /** The last one whose name stands in this line or above it. */
  private static List<Item> under(ITextEditor editor, int line) {
    String uri =
        Documents.get()
            .of(editor.getDocumentProvider().getDocument(editor.getEditorInput()))
            .map(OpenDocument::uri)
            .orElse("");
    List<Item> above =
        Item.all(States.get().of(uri).map(List::of).orElse(List.of())).stream()
            .filter(item -> item.status().range() != null)
            .filter(item -> item.status().range().getStart().getLine() <= line)
            .toList();
    return above.isEmpty() ? List.of() : above.subList(above.size() - 1, above.size());
  }
}
