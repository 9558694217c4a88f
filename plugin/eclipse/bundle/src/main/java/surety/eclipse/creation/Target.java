package surety.eclipse.creation;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IStatus;

/**
 * Where the specification will be.
 *
 * @param written the path in the workspace, as people wrote it
 */
record Target(String written) {
  private static final String EXTENSION = "sure";

  /** Why nothing can be written there, for people; empty if nothing speaks against it. */
  String problem() {
    if (written.isBlank()) {
      return "Say where the specification shall be, such as /project/name.sure.";
    }
    IPath path = path();
    IStatus valid = ResourcesPlugin.getWorkspace().validatePath(path.toString(), IResource.FILE);
    if (!valid.isOK()) {
      return valid.getMessage();
    }
    IContainer folder = file().getParent();
    if (!folder.isAccessible()) {
      return "There is no open folder " + folder.getFullPath() + " in the workspace.";
    }
    if (file().exists() || file().getLocation().toFile().exists()) {
      return path + " exists already; choose another name.";
    }
    return "";
  }

  IFile file() {
    return ResourcesPlugin.getWorkspace().getRoot().getFile(path());
  }

  private IPath path() {
    IPath path = IPath.fromPortableString(written.strip()).makeAbsolute();
    return EXTENSION.equals(path.getFileExtension()) ? path : path.addFileExtension(EXTENSION);
  }
}
