package surety.eclipse;

import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.ResourcesPlugin;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import surety.eclipse.server.Server;
import surety.eclipse.server.Settings;
import surety.eclipse.server.WorkspaceWatch;

/** Connects the parts when the first of them is needed, and ends the server with the workbench. */
public final class Activator implements BundleActivator {
  private final WorkspaceWatch watch = new WorkspaceWatch();

  @Override
  public void start(BundleContext context) {
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
