package surety.eclipse.server;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import surety.eclipse.base.SuretyPlugin;

/** The server's files, which the bundle has inside. */
final class ServerFiles {
  private ServerFiles() {}

  /** Where the server's jar is on the disk; Equinox unpacks the folder if the bundle is a jar. */
  static Path jar() throws IOException {
    URL folder = Platform.getBundle(SuretyPlugin.ID).getEntry("server/");
    if (folder == null) {
      throw ServerUnavailable.damaged("the plug-in was built without it");
    }
    return new File(FileLocator.toFileURL(folder).getPath()).toPath().resolve("surety.jar");
  }
}
