package surety.eclipse.site;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the update site; called by the build. */
public final class Publish {

  private Publish() {}

  /**
   * Takes the jar of the plug-in and the build's folder, in which bundles.txt names the bundles of
   * the publisher; the site is in its folder "site" then.
   *
   * @throws IOException if a file cannot be read or written, or the publisher fails
   * @throws InterruptedException if this thread is interrupted
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("Wanted: the plug-in and the folder of the build");
    }
    Path folder = Path.of(arguments[1]).toAbsolutePath().normalize();
    Publisher publisher = new Publisher(folder.resolve("bundles.txt"), folder.resolve("publisher"));
    Site.write(publisher, Path.of(arguments[0]), folder.resolve("site"));
  }
}
