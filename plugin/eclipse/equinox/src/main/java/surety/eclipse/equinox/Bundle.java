package surety.eclipse.equinox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * A jar, or a folder of classes, whose manifest makes it an OSGi bundle.
 *
 * @param path where it is
 * @param name its symbolic name, without directives
 * @param version its version as the manifest has it
 * @param fragment whether it lives inside another bundle, and so cannot be started
 */
public record Bundle(Path path, String name, String version, boolean fragment) {

  /**
   * Reads the manifest of a jar or a folder.
   *
   * @return empty if it is no bundle
   * @throws IOException if it cannot be read
   */
  public static Optional<Bundle> read(Path path) throws IOException {
    Attributes headers = manifest(path).getMainAttributes();
    String name = headers.getValue("Bundle-SymbolicName");
    if (name == null) {
      return Optional.empty();
    }
    String version = headers.getValue("Bundle-Version");
    return Optional.of(
        new Bundle(
            path.toAbsolutePath().normalize(),
            withoutDirectives(name),
            version == null ? "0.0.0" : version.strip(),
            headers.getValue("Fragment-Host") != null));
  }

  private static Manifest manifest(Path path) throws IOException {
    Manifest none = new Manifest();
    if (Files.isDirectory(path)) {
      Path file = path.resolve(JarFile.MANIFEST_NAME);
      if (!Files.exists(file)) {
        return none;
      }
      try (var in = Files.newInputStream(file)) {
        return new Manifest(in);
      }
    }
    try (JarFile jar = new JarFile(path.toFile())) {
      Manifest found = jar.getManifest();
      return found == null ? none : found;
    }
  }

  private static String withoutDirectives(String header) {
    int end = header.indexOf(';');
    return (end < 0 ? header : header.substring(0, end)).strip();
  }
}
