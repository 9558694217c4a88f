package surety.eclipse.server;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.lsp4j.WorkspaceFolder;
import surety.eclipse.text.Uris;

/** The folders in which the server looks for specifications: the open projects. */
final class Folders {
  private Folders() {}

  static List<WorkspaceFolder> ofWorkspace() {
    List<WorkspaceFolder> folders = new ArrayList<>();
    for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
      if (project.isOpen()) {
        folders.addAll(of(project));
      }
    }
    return folders;
  }

  /** One; none if the project is nowhere on the disk. */
  static List<WorkspaceFolder> of(IProject project) {
    URI location = project.getLocationURI();
    return location == null
        ? List.of()
        : List.of(new WorkspaceFolder(Uris.of(location), project.getName()));
  }
}
