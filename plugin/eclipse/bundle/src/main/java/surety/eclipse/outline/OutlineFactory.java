package surety.eclipse.outline;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import surety.eclipse.documents.Documents;

/** Gives editors of specifications an outline. */
public final class OutlineFactory implements IAdapterFactory {
  @Override
  public <T> T getAdapter(Object editor, Class<T> type) {
    if (!(editor instanceof ITextEditor text) || type != IContentOutlinePage.class) {
      return null;
    }
    IDocument document =
        text.getDocumentProvider() == null
            ? null
            : text.getDocumentProvider().getDocument(text.getEditorInput());
    return Documents.get()
        .of(document)
        .map(open -> type.cast(new OutlinePage(text, open)))
        .orElse(null);
  }

  @Override
  public Class<?>[] getAdapterList() {
    return new Class<?>[] {IContentOutlinePage.class};
  }
}
