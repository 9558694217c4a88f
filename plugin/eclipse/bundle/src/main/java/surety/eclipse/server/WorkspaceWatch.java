package surety.eclipse.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import surety.eclipse.base.SuretyPlugin;
import surety.eclipse.text.Uris;

/** Tells the server of changes in the workspace: projects, and the files it reads. */
public final class WorkspaceWatch implements IResourceChangeListener {
  private static final Set<String> EXTENSIONS = Set.of("sure", "onnx", "nnet", "csv");

  @Override
  public void resourceChanged(IResourceChangeEvent event) {
    if (event.getDelta() == null) {
      return;
    }
    Changes changes = new Changes();
    try {
      event.getDelta().accept(changes::visit);
    } catch (CoreException e) {
      SuretyPlugin.log("The changes of the workspace could not be read", e);
    }
    changes.send();
  }

  /** What one event says. */
  private static final class Changes {
    private final List<FileEvent> files = new ArrayList<>();
    private final List<WorkspaceFolder> added = new ArrayList<>();
    private final List<WorkspaceFolder> removed = new ArrayList<>();

    boolean visit(IResourceDelta delta) {
      IResource resource = delta.getResource();
      if (resource instanceof IProject project) {
        visit(delta, project);
      } else if (resource.getType() == IResource.FILE) {
        visitFile(delta);
      }
      return true;
    }

    private void visit(IResourceDelta delta, IProject project) {
      boolean isNews =
          delta.getKind() != IResourceDelta.CHANGED
              || (delta.getFlags() & IResourceDelta.OPEN) != 0;
      if (!isNews) {
        return;
      }
      if (project.isOpen()) {
        added.addAll(Folders.of(project));
      } else {
        removed.addAll(Folders.of(project));
      }
    }

    private void visitFile(IResourceDelta delta) {
      IResource file = delta.getResource();
      String extension = file.getFileExtension();
      boolean isRead = extension != null && EXTENSIONS.contains(extension.toLowerCase(Locale.ROOT));
      int said = IResourceDelta.CONTENT | IResourceDelta.REPLACED;
      boolean isNews = delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & said) != 0;
      if (isRead && isNews && file.getLocationURI() != null) {
        files.add(new FileEvent(Uris.of(file.getLocationURI()), type(delta)));
      }
    }

    private static FileChangeType type(IResourceDelta delta) {
      return switch (delta.getKind()) {
        case IResourceDelta.ADDED -> FileChangeType.Created;
        case IResourceDelta.REMOVED -> FileChangeType.Deleted;
        default -> FileChangeType.Changed;
      };
    }

    void send() {
      if (!added.isEmpty() || !removed.isEmpty()) {
        var folders =
            new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(added, removed));
        Server.get()
            .mention(server -> server.getWorkspaceService().didChangeWorkspaceFolders(folders));
      }
      if (!files.isEmpty()) {
        var changed = new DidChangeWatchedFilesParams(files);
        Server.get().mention(server -> server.getWorkspaceService().didChangeWatchedFiles(changed));
      }
    }
  }
}
