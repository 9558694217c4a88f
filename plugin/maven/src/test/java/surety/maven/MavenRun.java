package surety.maven;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One build by a Maven of its own. Its local repository is below {@code target}; what it lacks it
 * takes from the one of the build that runs the tests, as from a server, and from nowhere else.
 *
 * @param status its exit status
 * @param output what it printed
 */
record MavenRun(int status, String output) {
  private static final Path BUILD = Path.of(System.getProperty("surety.build"));
  private static final Path REPOSITORY = BUILD.resolve("local-repository");
  private static final Path SETTINGS = BUILD.resolve("settings.xml");
  private static final long SECONDS_OF_PATIENCE = 300;

  /** Where the build puts the jar of each module that the plug-in needs. */
  private static final Map<String, String> JARS =
      Map.of(
          "certificates", "../../certificates/target/certificates-%s.jar",
          "solver", "../../solver/target/solver-%s.jar",
          "language", "../../language/target/language-%s.jar",
          "report", "../report/target/report-%s.jar",
          "evidence", "../evidence/target/evidence-%s.jar",
          "cli", "../cli/target/surety.jar",
          "surety-maven-plugin", "target/surety-maven-plugin-%s.jar");

  /** Installs the plug-in, and the modules that it needs, there. */
  static void prepare() throws IOException {
    String version = System.getProperty("surety.version");
    for (Map.Entry<String, String> entry : JARS.entrySet()) {
      Path jar = Path.of(entry.getValue().formatted(version));
      Path pom = jar.getParent().resolveSibling("pom.xml");
      install(jar, entry.getKey(), version, "jar");
      install(pom, entry.getKey(), version, "pom");
    }
    install(Path.of("../../pom.xml"), "surety", version, "pom");
    Files.writeString(
        SETTINGS,
        """
        <settings>
          <localRepository>%1$s</localRepository>
          <mirrors>
            <mirror>
              <id>here</id>
              <mirrorOf>*</mirrorOf>
              <url>%2$s</url>
            </mirror>
          </mirrors>
          <profiles>
            <profile>
              <id>without-checksums</id>
              <repositories>
                <repository>
                  <id>central</id>
                  <url>%2$s</url>
                  <releases>
                    <checksumPolicy>ignore</checksumPolicy>
                  </releases>
                </repository>
              </repositories>
              <pluginRepositories>
                <pluginRepository>
                  <id>central</id>
                  <url>%2$s</url>
                  <releases>
                    <checksumPolicy>ignore</checksumPolicy>
                  </releases>
                </pluginRepository>
              </pluginRepositories>
            </profile>
          </profiles>
          <activeProfiles>
            <activeProfile>without-checksums</activeProfile>
          </activeProfiles>
        </settings>
        """
            .formatted(REPOSITORY, Path.of(System.getProperty("surety.repository")).toUri()));
  }

  private static void install(Path file, String artifact, String version, String ending)
      throws IOException {
    Path folder = REPOSITORY.resolve("dev/surety").resolve(artifact).resolve(version);
    Files.createDirectories(folder);
    Path copy = folder.resolve(artifact + "-" + version + "." + ending);
    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Builds the project in the folder. */
  static MavenRun of(Path project, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("surety.maven"), "bin", "mvn").toString());
    command.addAll(List.of("-B", "-ntp", "-Dstyle.color=never", "-s", SETTINGS.toString()));
    command.addAll(List.of(arguments));
    try {
      Path output = Files.createTempFile(BUILD, "maven", ".log");
      ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
      builder.environment().remove("MAVEN_OPTS");
      builder.environment().remove("MAVEN_ARGS");
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      Process process = builder.start();
      boolean ended = process.waitFor(SECONDS_OF_PATIENCE, TimeUnit.SECONDS);
      process.destroyForcibly();
      assertTrue(ended, command + " does not end; see " + output);
      MavenRun run = new MavenRun(process.exitValue(), Files.readString(output));
      Files.delete(output);
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
