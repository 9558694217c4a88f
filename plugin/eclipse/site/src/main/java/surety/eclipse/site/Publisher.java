package surety.eclipse.site;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import surety.eclipse.equinox.Child;
import surety.eclipse.equinox.ClassPath;
import surety.eclipse.equinox.Equinox;

/** The applications of p2, in an Equinox of their own. */
final class Publisher {

  private static final Duration DEADLINE = Duration.ofMinutes(3);

  /** An error in the log of Equinox; applications of p2 may fail with status 0. */
  private static final Pattern ERROR = Pattern.compile("^!ENTRY \\S+ 4 ", Pattern.MULTILINE);

  private static final String PUBLISHER = "org.eclipse.equinox.p2.publisher.";

  private final Path bundles;
  private final Path work;

  /**
   * Of an Equinox that is made when it is needed.
   *
   * @param bundles the file with its bundles
   * @param work a folder for its files
   */
  Publisher(Path bundles, Path work) {
    this.bundles = bundles;
    this.work = work;
  }

  /** Publishes what is in the folders features and plugins of another folder. */
  void publish(Path source, Path site) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(repositories(site));
    arguments.addAll(List.of("-source", source.toString(), "-publishArtifacts"));
    run(PUBLISHER + "FeaturesAndBundlesPublisher", arguments);
  }

  /** Makes a site of a folder that has the bundles already, in its folder plugins. */
  void publishInPlace(Path site) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(repositories(site));
    arguments.addAll(List.of("-source", site.toString(), "-inplace"));
    run(PUBLISHER + "FeaturesAndBundlesPublisher", arguments);
  }

  /** Adds the categories by which a site shows what it has. */
  void categorise(Path definition, Path site) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(repositories(site));
    arguments.addAll(List.of("-categoryDefinition", definition.toUri().toString()));
    arguments.addAll(List.of("-categoryQualifier", "dev.surety"));
    run(PUBLISHER + "CategoryPublisher", arguments);
  }

  /** Runs the director, which lists and installs, and returns what it prints. */
  String director(List<String> arguments) throws IOException, InterruptedException {
    return run("org.eclipse.equinox.p2.director", arguments);
  }

  private static List<String> repositories(Path site) {
    String uri = site.toUri().toString();
    return List.of(
        "-metadataRepository",
        uri,
        "-metadataRepositoryName",
        "Surety",
        "-artifactRepository",
        uri,
        "-artifactRepositoryName",
        "Surety",
        "-configs",
        "ANY",
        "-compress");
  }

  private String run(String application, List<String> arguments)
      throws IOException, InterruptedException {
    Equinox equinox =
        Equinox.assemble(ClassPath.bundles(bundles, work), work.resolve("configuration"));
    List<String> all = new ArrayList<>(List.of("-data", work.resolve("data").toString()));
    all.addAll(arguments);
    List<String> options = List.of("-Xmx512m", "-Duser.home=" + work);
    Path log = work.resolve("p2.log");
    Child child = Child.run(equinox.command(options, application, all), Map.of(), log, DEADLINE);
    if (child.exit().orElse(-1) != 0 || ERROR.matcher(child.log()).find()) {
      throw new IOException(application + " failed:\n" + child.log());
    }
    return child.log();
  }
}
