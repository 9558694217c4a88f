package surety.eclipse.equinox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A framework with its bundles: the jars stay where they are, and a configuration folder names
 * them.
 */
public final class Equinox {

  private static final String FRAMEWORK = "org.eclipse.osgi";
  private static final String LAUNCHER = "org.eclipse.equinox.launcher";

  /**
   * What an Eclipse product starts at once, and on which level; any other bundle starts when a
   * class is asked for.
   */
  private static final Map<String, String> STARTED =
      Map.of(
          "org.apache.felix.scr", "1:start",
          "org.eclipse.equinox.common", "2:start",
          "org.eclipse.equinox.event", "2:start",
          "org.eclipse.core.runtime", "start");

  private final Path launcher;
  private final Path configuration;

  private Equinox(Path launcher, Path configuration) {
    this.launcher = launcher;
    this.configuration = configuration;
  }

  /**
   * Writes the configuration. What was in the folder is deleted first: Equinox would go on with the
   * bundles that it finds cached there.
   *
   * @param bundles all of them, framework and launcher included
   * @param configuration the folder
   * @throws IOException if the folder cannot be written
   * @throws IllegalArgumentException if two of the bundles have one name, or framework or launcher
   *     are not among them
   */
  public static Equinox assemble(List<Bundle> bundles, Path configuration) throws IOException {
    Map<String, Bundle> byName = new TreeMap<>();
    for (Bundle bundle : bundles) {
      Bundle other = byName.put(bundle.name(), bundle);
      if (other != null) {
        throw new IllegalArgumentException(
            "Two bundles have the name "
                + bundle.name()
                + ": "
                + other.path()
                + " and "
                + bundle.path());
      }
    }
    Bundle framework = take(byName, FRAMEWORK);
    Bundle launcher = take(byName, LAUNCHER);
    deleteAll(configuration);
    Files.createDirectories(configuration);
    Properties settings = new Properties();
    settings.setProperty("osgi.framework", framework.path().toUri().toString());
    settings.setProperty(
        "osgi.bundles",
        byName.values().stream().map(Equinox::reference).collect(Collectors.joining(",")));
    settings.setProperty("osgi.bundles.defaultStartLevel", "4");
    settings.setProperty("osgi.configuration.cascaded", "false");
    try (OutputStream out = Files.newOutputStream(configuration.resolve("config.ini"))) {
      settings.store(out, null);
    }
    return new Equinox(launcher.path(), configuration.toAbsolutePath());
  }

  /**
   * The command that runs an application in it, with the Java of this process.
   *
   * @param options for the Java machine
   * @param application the application's id
   * @param arguments of the application
   */
  public List<String> command(List<String> options, String application, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of("-jar", launcher.toString(), "-configuration", configuration.toString()));
    command.addAll(List.of("-nosplash", "-consoleLog", "-application", application));
    command.addAll(arguments);
    return List.copyOf(command);
  }

  private static Bundle take(Map<String, Bundle> bundles, String name) {
    Bundle bundle = bundles.remove(name);
    if (bundle == null) {
      throw new IllegalArgumentException("There is no bundle " + name);
    }
    return bundle;
  }

  private static String reference(Bundle bundle) {
    String start = bundle.fragment() ? null : STARTED.get(bundle.name());
    return "reference:file:" + bundle.path() + (start == null ? "" : "@" + start);
  }

  private static void deleteAll(Path folder) throws IOException {
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
