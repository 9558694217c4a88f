package surety.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import surety.certificates.replay.Main;
import surety.language.storage.FileReasons;

/**
 * The jar of the kernel that runs: {@code java -jar} on it replays, and it needs nothing else.
 * Where the kernel runs from a folder of classes, as in a build, that folder as a jar.
 */
public final class KernelJar {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  private KernelJar() {}

  /** Its bytes. */
  public static byte[] bytes() throws EvidenceException {
    try {
      Path place = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isDirectory(place) ? packed(place) : Files.readAllBytes(place);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a place that is no address", e);
    } catch (IOException e) {
      throw EvidenceException.badInput(
          "the jar of the kernel cannot be read: %s; install Surety again", FileReasons.of(e));
    }
  }

  private static byte[] packed(Path folder) throws IOException {
    TreeMap<String, byte[]> entries = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    String separator = folder.getFileSystem().getSeparator();
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace(separator, "/");
      entries.put(name, Files.readAllBytes(file));
    }
    String manifest = "Manifest-Version: 1.0\r\nMain-Class: " + Main.class.getName() + "\r\n\r\n";
    entries.put(MANIFEST, manifest.getBytes(StandardCharsets.US_ASCII));
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (ReproducibleZip zip = new ReproducibleZip(jar)) {
      // Readers of streams look for the manifest at the beginning.
      zip.add(MANIFEST, entries.remove(MANIFEST));
      for (String name : entries.keySet()) {
        zip.add(name, entries.get(name));
      }
    }
    return jar.toByteArray();
  }
}
