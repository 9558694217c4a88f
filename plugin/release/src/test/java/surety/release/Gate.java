package surety.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A checked-out project with a specification, and the tools of a runner that checks it. */
final class Gate {
  static final String PROVED = "property rare: P(setosa > 12) < 1e-2 under Flowers;";
  static final String VIOLATED = "property often: P(setosa > 3.5) < 0.1 under Flowers;";

  private static final String HEAD =
      """
      semantics real;

      network Iris = "iris-relu.onnx" {
        input  sepal_length, sepal_width;
        output setosa, versicolor, virginica;
      }

      distribution Flowers for Iris {
        sepal_length ~ Beta(2, 2);
        sepal_width  ~ Beta(3, 2);
      }

      """;

  /** Whether this Surety writes reports; what asks for them is left out of commands otherwise. */
  private final Sandbox sandbox;

  /** With the launcher of an archive that was unpacked there as {@code surety} on the path. */
  Gate(Path folder, Path home) throws IOException {
    sandbox =
        new Sandbox(folder)
            .with("sh", "bash", "cat", "mkdir", "rm", "tar", "gzip", "curl", "sha256sum", "git")
            .with("readlink", "sed", "ls")
            .set("JAVA_HOME", System.getProperty("java.home"))
            // The small problems here are solved before Java has optimised anything.
            .set("SURETY_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
    Sandbox.script(folder.resolve("bin/surety"), "exec '" + home + "/surety' \"$@\"");
    specification(PROVED);
  }

  Path work() {
    return sandbox.work();
  }

  Sandbox sandbox() {
    return sandbox;
  }

  /** The folder of {@code surety} on the path, for runners that have it there. */
  Path bin() {
    return sandbox.work().resolveSibling("bin");
  }

  /** Lays out the only specification of the project. */
  void specification(String... properties) throws IOException {
    Path folder = Files.createDirectories(work().resolve("specifications"));
    Files.writeString(folder.resolve("iris.sure"), HEAD + String.join("\n", properties) + "\n");
    Path network = folder.resolve("iris-relu.onnx");
    if (!Files.exists(network)) {
      Files.copy(Path.of("../cli/target/example/iris-relu.onnx"), network);
    }
  }

  Path certificate(String property) {
    return work().resolve("specifications/certificates/iris." + property + ".cert");
  }

  /** An archive like that of a release, whose launcher is the one of the gate; where it is. */
  Path smallArchive() throws IOException {
    Path folder = Files.createDirectories(work().resolveSibling("packed"));
    Path archive = folder.resolve("surety.tar.gz");
    if (!Files.exists(archive)) {
      Path top = Files.createDirectory(folder.resolve("surety-1"));
      Files.copy(bin().resolve("surety"), top.resolve("surety"));
      List<String> tar = List.of("tar", "-C", folder.toString(), "-czf", archive.toString());
      List<String> command = new ArrayList<>(tar);
      command.add("surety-1");
      Run.of(folder, System.getenv(), command).expecting(0);
    }
    return archive;
  }

  String digest(Path file) {
    Run run = sandbox.run("sha256sum", file);
    return run.expecting(0).out().substring(0, 64);
  }

  /** Runs the commands of a step. */
  Run step(String shell, Map<String, String> environment, String commands) throws IOException {
    environment.forEach(sandbox::set);
    Path script = Files.writeString(work().resolveSibling("step.sh"), commands);
    return sandbox.run(shell, "-e", script);
  }
}
