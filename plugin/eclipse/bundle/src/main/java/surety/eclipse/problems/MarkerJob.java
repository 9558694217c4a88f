package surety.eclipse.problems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import surety.eclipse.base.SuretyPlugin;

/** Writes markers in the background, only the newest of each file, and only what has changed. */
final class MarkerJob extends WorkspaceJob {
  private final Map<IFile, List<Map<String, Object>>> waiting = new LinkedHashMap<>();

  MarkerJob() {
    super("Surety: problem markers");
    setSystem(true);
  }

  void update(IFile file, List<Map<String, Object>> markers) {
    synchronized (waiting) {
      waiting.put(file, markers);
    }
    schedule();
  }

  @Override
  public IStatus runInWorkspace(IProgressMonitor monitor) {
    Map<IFile, List<Map<String, Object>>> now;
    synchronized (waiting) {
      now = new LinkedHashMap<>(waiting);
      waiting.clear();
    }
    now.forEach(MarkerJob::replace);
    return Status.OK_STATUS;
  }

  private static void replace(IFile file, List<Map<String, Object>> wanted) {
    if (!file.isAccessible()) {
      return;
    }
    try {
      List<Map<String, Object>> missing = new ArrayList<>(wanted);
      for (IMarker marker : file.findMarkers(Problem.TYPE, true, IResource.DEPTH_ZERO)) {
        if (!missing.remove(marker.getAttributes())) {
          marker.delete();
        }
      }
      for (Map<String, Object> attributes : missing) {
        file.createMarker(Problem.TYPE, attributes);
      }
    } catch (CoreException e) {
      SuretyPlugin.log("The problems of " + file.getName() + " could not be marked", e);
    }
  }
}
