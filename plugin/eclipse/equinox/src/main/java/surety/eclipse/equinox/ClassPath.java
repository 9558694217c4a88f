package surety.eclipse.equinox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The class paths that Maven writes into a file, as bundles. */
public final class ClassPath {

  private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

  /**
   * The style sheets of a workbench are read by Batik, whose jars and what they need are no
   * bundles.
   */
  private static final Pattern BATIK =
      Pattern.compile("(batik-|xml-apis-ext|xmlgraphics-|commons-logging).*");

  private static final String BATIK_VERSION = "1.17.0";
  private static final String CSS_VERSION = "1.3.0";

  private ClassPath() {}

  /**
   * All bundles of a class path. The jars of Batik become one more; other jars that are none are
   * left out.
   *
   * @param file one line, with the separator of this platform
   * @param folder where to write a bundle that has to be made
   * @throws IOException if the file, or a jar, cannot be read
   */
  public static List<Bundle> bundles(Path file, Path folder) throws IOException {
    List<Bundle> bundles = new ArrayList<>();
    List<Path> batik = new ArrayList<>();
    List<Path> jars;
    try (Stream<String> paths = SEPARATOR.splitAsStream(Files.readString(file).strip())) {
      jars = paths.map(Path::of).toList();
    }
    for (Path jar : jars) {
      var bundle = Bundle.read(jar);
      if (bundle.isPresent()) {
        bundles.add(bundle.get());
      } else if (BATIK.matcher(jar.getFileName().toString()).matches()) {
        batik.add(jar);
      }
    }
    if (!batik.isEmpty()) {
      Map<String, String> versions =
          Map.of("org.w3c.css.sac", CSS_VERSION, "org.w3c.css.sac.helpers", CSS_VERSION);
      String name = "org.apache.batik.css";
      Path target = folder.resolve(name + ".jar");
      bundles.add(Wrapper.wrap(name, BATIK_VERSION, batik, versions, target));
    }
    return List.copyOf(bundles);
  }
}
