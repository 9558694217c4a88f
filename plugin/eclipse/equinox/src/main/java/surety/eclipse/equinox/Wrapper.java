package surety.eclipse.equinox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes one bundle of jars that are none. It exports all their packages. */
public final class Wrapper {

  private Wrapper() {}

  /**
   * Writes the bundle.
   *
   * @param versions the versions under which packages are exported, where somebody asks for one
   * @param target the jar to write
   * @throws IOException if a jar cannot be read or the bundle not written
   */
  public static Bundle wrap(
      String name, String version, List<Path> jars, Map<String, String> versions, Path target)
      throws IOException {
    Map<String, byte[]> contents = contents(jars);
    Files.createDirectories(target.toAbsolutePath().getParent());
    try (OutputStream out = Files.newOutputStream(target);
        JarOutputStream jar =
            new JarOutputStream(out, manifest(name, version, contents, versions))) {
      for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
        JarEntry written = new JarEntry(entry.getKey());
        written.setTime(0);
        jar.putNextEntry(written);
        jar.write(entry.getValue());
        jar.closeEntry();
      }
    }
    return Bundle.read(target).orElseThrow();
  }

  /** All files; of two with one name the first counts, as on a class path. */
  private static Map<String, byte[]> contents(List<Path> jars) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    for (Path path : jars) {
      try (JarFile jar = new JarFile(path.toFile())) {
        for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
          if (wanted(entry) && !contents.containsKey(entry.getName())) {
            contents.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
          }
        }
      }
    }
    return contents;
  }

  private static boolean wanted(JarEntry entry) {
    String name = entry.getName().toUpperCase(Locale.ROOT);
    boolean signature = name.startsWith("META-INF/") && name.matches(".*\\.(SF|RSA|DSA|EC)");
    return !entry.isDirectory()
        && !signature
        && !name.equals(JarFile.MANIFEST_NAME)
        && !name.equals("MODULE-INFO.CLASS");
  }

  private static Manifest manifest(
      String name, String version, Map<String, byte[]> contents, Map<String, String> versions) {
    StringBuilder exported = new StringBuilder();
    for (String packageName : packages(contents)) {
      exported.append(exported.isEmpty() ? "" : ",").append(packageName);
      if (versions.containsKey(packageName)) {
        exported.append(";version=\"").append(versions.get(packageName)).append('"');
      }
    }
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", name);
    headers.putValue("Bundle-Version", version);
    headers.putValue("Export-Package", exported.toString());
    headers.putValue("DynamicImport-Package", "*");
    return manifest;
  }

  private static SortedSet<String> packages(Map<String, byte[]> contents) {
    SortedSet<String> packages = new TreeSet<>();
    for (String file : contents.keySet()) {
      int end = file.lastIndexOf('/');
      if (file.endsWith(".class") && end > 0 && !file.startsWith("META-INF/")) {
        packages.add(file.substring(0, end).replace('/', '.'));
      }
    }
    return packages;
  }
}
