package surety.eclipse;

import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.ResourcesPlugin;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import surety.eclipse.documents.Documents;
import surety.eclipse.documents.WorkbenchDocuments;
import surety.eclipse.editor.Gutter;
import surety.eclipse.problems.ProblemMarkers;
import surety.eclipse.server.Server;
import surety.eclipse.server.Settings;
import surety.eclipse.server.WorkspaceWatch;
import surety.eclipse.states.States;

/** Connects the parts when the first of them is needed, and ends the server with the workbench. */
public final class Activator implements BundleActivator {
  private final WorkspaceWatch watch = new WorkspaceWatch();

  @Override
  public void start(BundleContext context) {
    Server.get().use(new WorkbenchDocuments());
    Documents.get().watch();
    Server.get().addListener(new ProblemMarkers());
    Server.get().addListener(States.get());
    Gutter gutter = new Gutter();
    States.get().addListener(gutter);
    Documents.get().whenOpened(document -> gutter.changed(document.uri()));
    ResourcesPlugin.getWorkspace()
        .addResourceChangeListener(watch, IResourceChangeEvent.POST_CHANGE);
    Settings.watch();
  }

  @Override
  public void stop(BundleContext context) {
    ResourcesPlugin.getWorkspace().removeResourceChangeListener(watch);
    Server.get().stop();
  }
}
