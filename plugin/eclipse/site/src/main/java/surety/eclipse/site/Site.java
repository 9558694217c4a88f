package surety.eclipse.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import surety.eclipse.equinox.Bundle;

/** The update site: one feature with the one bundle, in one category. */
final class Site {

  /** The feature, as p2 calls what installs it. */
  static final String UNIT = "dev.surety.eclipse.feature.feature.group";

  private static final String FEATURE = "dev.surety.eclipse.feature";

  private Site() {}

  /** Writes it anew: a publisher adds to a site that is there. */
  static void write(Publisher publisher, Path plugin, Path site)
      throws IOException, InterruptedException {
    Bundle bundle =
        Bundle.read(plugin).orElseThrow(() -> new IOException(plugin + " is no bundle"));
    Path source = site.resolveSibling("source");
    deleteAll(source);
    deleteAll(site);
    Files.createDirectories(source.resolve("features"));
    Files.createDirectories(source.resolve("plugins"));
    String feature = FEATURE + "_" + bundle.version() + ".jar";
    pack(template("feature.xml", bundle), source.resolve("features").resolve(feature));
    Path category = source.resolve("category.xml");
    Files.writeString(category, template("category.xml", bundle));
    String jar = bundle.name() + "_" + bundle.version() + ".jar";
    Files.copy(plugin, source.resolve("plugins").resolve(jar));
    publisher.publish(source, site);
    publisher.categorise(category, site);
  }

  /** As a jar, not as a folder: a publisher gives checksums of files only. */
  private static void pack(String feature, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      JarEntry entry = new JarEntry("feature.xml");
      entry.setTime(0);
      out.putNextEntry(entry);
      out.write(feature.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
  }

  private static String template(String name, Bundle bundle) throws IOException {
    try (InputStream in = Site.class.getResourceAsStream(name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("@name@", bundle.name()).replace("@version@", bundle.version());
    }
  }

  /** Deletes a folder and what is in it; links, not what they lead to. */
  static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
