package surety.eclipse.outline;

import java.util.List;
import java.util.Objects;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import surety.eclipse.base.Notices;
import surety.eclipse.documents.OpenDocument;
import surety.eclipse.server.Server;
import surety.eclipse.states.States;
import surety.eclipse.states.StatesListener;
import surety.eclipse.text.Lines;
import surety.eclipse.text.Span;

/** The server's symbols of a specification; a click goes to the place. */
final class OutlinePage extends ContentOutlinePage implements StatesListener, IDocumentListener {
  private static final int SECONDS = 10;
  private static final int MILLISECONDS_OF_REST = 500;

  private final ITextEditor editor;
  private final OpenDocument open;
  private final IPropertyChangeListener themes = event -> Notices.onScreen(this::drawStates);
  private List<DocumentSymbol> shown = List.of();
  private int changes;

  OutlinePage(ITextEditor editor, OpenDocument open) {
    this.editor = editor;
    this.open = open;
  }

  @Override
  public void createControl(Composite parent) {
    super.createControl(parent);
    getTreeViewer().setContentProvider(new Symbols());
    getTreeViewer().setLabelProvider(new SymbolLabels(open.uri(), getTreeViewer().getControl()));
    States.get().addListener(this);
    PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(themes);
    open.document().addDocumentListener(this);
    ask();
  }

  private void ask() {
    DocumentSymbolParams params = new DocumentSymbolParams(open.identifier());
    var unused =
        Server.get()
            .ask(SECONDS, server -> server.getTextDocumentService().documentSymbol(params))
            .thenAccept(
                found ->
                    Notices.onScreen(
                        () ->
                            show(
                                found.stream()
                                    .filter(Either::isRight)
                                    .map(Either::getRight)
                                    .toList())));
  }

  /** Draws only what is new: what is open stays open, what is selected stays selected. */
  private void show(List<DocumentSymbol> symbols) {
    if (!isShown() || symbols.equals(shown)) {
      return;
    }
    shown = symbols;
    getTreeViewer().setInput(symbols);
    getTreeViewer().expandToLevel(2);
  }

  @Override
  public void selectionChanged(SelectionChangedEvent event) {
    super.selectionChanged(event);
    if (event.getSelection() instanceof IStructuredSelection selection
        && selection.getFirstElement() instanceof DocumentSymbol symbol
        && getControl().isFocusControl()) {
      Span span = new Lines(open.document().get()).span(symbol.getSelectionRange());
      editor.selectAndReveal(span.offset(), span.length());
    }
  }

  @Override
  public void changed(String uri) {
    if (Objects.equals(uri, open.uri())) {
      Notices.onScreen(this::drawStates);
      ask();
    }
  }

  /** At once: nowhere else is an older state shown meanwhile. */
  private void drawStates() {
    if (isShown()) {
      getTreeViewer().refresh();
    }
  }

  private boolean isShown() {
    return getControl() != null && !getControl().isDisposed();
  }

  @Override
  public void documentAboutToBeChanged(DocumentEvent event) {}

  /** When nothing was typed for a moment. */
  @Override
  public void documentChanged(DocumentEvent event) {
    int last = ++changes;
    Notices.onScreen(
        () -> {
          if (isShown()) {
            getControl().getDisplay().timerExec(MILLISECONDS_OF_REST, () -> askUnlessChanged(last));
          }
        });
  }

  private void askUnlessChanged(int last) {
    if (last == changes) {
      ask();
    }
  }

  @Override
  public void dispose() {
    States.get().removeListener(this);
    PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(themes);
    open.document().removeDocumentListener(this);
    super.dispose();
  }
}
