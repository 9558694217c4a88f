package surety.eclipse.driver;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/** The workbench's window, its views, editors and files. In the UI thread only. */
public final class Workbench {

  private Workbench() {}

  /** The one window. */
  public static IWorkbenchWindow window() {
    return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
  }

  /** The one page. */
  public static IWorkbenchPage page() {
    return window().getActivePage();
  }

  /** Makes the window as large as the screen. */
  public static void fillScreen() {
    Shell shell = window().getShell();
    shell.setMaximized(true);
    shell.forceActive();
  }

  /** Closes the page that welcomes new users. */
  public static void closeWelcome() {
    var intro = PlatformUI.getWorkbench().getIntroManager();
    if (intro.getIntro() != null) {
      intro.closeIntro(intro.getIntro());
    }
  }

  /** Makes a project. */
  public static IProject project(String name) throws CoreException {
    IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
    project.create(null);
    project.open(null);
    return project;
  }

  /** Makes a file. */
  public static IFile file(IProject project, String name, byte[] contents) throws CoreException {
    IFile file = project.getFile(name);
    file.create(new ByteArrayInputStream(contents), true, null);
    return file;
  }

  /** Opens a text file in the editor that its kind asks for. */
  public static ITextEditor open(IFile file) throws CoreException {
    if (IDE.openEditor(page(), file) instanceof ITextEditor editor) {
      return editor;
    }
    throw new StepFailure("No text editor opened for " + file.getName());
  }

  /** The text in an editor. */
  public static IDocument document(ITextEditor editor) {
    return editor.getDocumentProvider().getDocument(editor.getEditorInput());
  }

  /** The markers of a type on a file. */
  public static List<IMarker> markers(IFile file, String type) throws CoreException {
    return Arrays.asList(file.findMarkers(type, true, IResource.DEPTH_ZERO));
  }

  /** Closes the views that are not named. */
  public static void closeViewsBut(String... wanted) {
    for (IViewReference reference : page().getViewReferences()) {
      if (!Arrays.asList(wanted).contains(reference.getId())) {
        page().hideView(reference);
      }
    }
  }
}
