package surety.eclipse.equinox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Small jars for the tests. */
final class Jars {

  private Jars() {}

  static Path jar(Path target, Map<String, String> headers, String... entries) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.forEach(manifest.getMainAttributes()::putValue);
    try (OutputStream out = Files.newOutputStream(target);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (String entry : entries) {
        jar.putNextEntry(new JarEntry(entry));
        jar.write((target.getFileName() + " " + entry).getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
      }
    }
    return target;
  }

  static Bundle bundle(Path folder, String name) throws IOException {
    return Bundle.read(jar(folder.resolve(name + ".jar"), Map.of("Bundle-SymbolicName", name)))
        .orElseThrow();
  }
}
