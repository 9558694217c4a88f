package surety.eclipse.documents;

import java.net.URI;
import java.nio.file.Files;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.Range;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import surety.eclipse.base.Notices;
import surety.eclipse.text.Lines;
import surety.eclipse.text.Span;
import surety.eclipse.text.Uris;

/** Goes to places in files. Only in the thread of the screen. */
public final class Places {
  private Places() {}

  /** The file of the workspace at an address; null if it has none there. */
  public static IFile file(String uri) {
    if (Uris.path(uri) == null) {
      return null;
    }
    URI location = Uris.path(uri).toUri();
    IFile[] files = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(location);
    // A file in a project that lies inside another one is found twice; the innermost is meant.
    IFile innermost = null;
    for (IFile file : files) {
      boolean isCloser =
          innermost == null
              || file.getFullPath().segmentCount() < innermost.getFullPath().segmentCount();
      if (file.isAccessible() && isCloser) {
        innermost = file;
      }
    }
    return innermost;
  }

  /**
   * Opens a document in its editor and selects a range.
   *
   * @param range null for none
   * @return whether that could be done; if not, people were told why
   */
  public static boolean reveal(String uri, Range range) {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    if (window == null || window.getActivePage() == null) {
      return false;
    }
    try {
      IEditorPart editor = open(window.getActivePage(), uri);
      if (editor == null) {
        Notices.error(Uris.name(uri) + " cannot be opened: there is no such file");
        return false;
      }
      select(editor, range);
      return true;
    } catch (CoreException e) {
      Notices.error(Uris.name(uri) + " cannot be opened: " + e.getMessage());
      return false;
    }
  }

  private static IEditorPart open(IWorkbenchPage page, String uri) throws CoreException {
    IFile file = file(uri);
    if (file != null) {
      return IDE.openEditor(page, file);
    }
    if (Uris.path(uri) == null || !Files.isRegularFile(Uris.path(uri))) {
      return null;
    }
    return IDE.openEditorOnFileStore(page, EFS.getStore(Uris.path(uri).toUri()));
  }

  private static void select(IEditorPart editor, Range range) {
    ITextEditor text = editor.getAdapter(ITextEditor.class);
    if (text == null || range == null) {
      return;
    }
    IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
    if (document != null) {
      Span span = new Lines(document.get()).span(range);
      text.selectAndReveal(span.offset(), span.length());
    }
  }
}
