package surety.eclipse.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import surety.eclipse.driver.Report;
import surety.eclipse.driver.Step;
import surety.eclipse.equinox.Bundle;
import surety.eclipse.equinox.Child;
import surety.eclipse.equinox.ClassPath;
import surety.eclipse.equinox.Equinox;
import surety.eclipse.scenario.Places;

/**
 * One run of the workbench, from its start to its end.
 *
 * @param steps what the scenario reported
 * @param child how the workbench ended
 */
record WorkbenchRun(List<Step> steps, Child child) {

  /** Each step has its own, shorter deadlines; this one is for a workbench that hangs. */
  private static final Duration DEADLINE = Duration.ofMinutes(8);

  private static final int WIDTH = 1400;
  private static final int HEIGHT = 900;

  /** Runs it, with all its files in a folder that is new, or that another run has left. */
  static WorkbenchRun in(Path folder, Places places)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    Files.createDirectories(folder.resolve("home"));
    Files.createDirectories(places.pictures());
    Equinox equinox = Equinox.assemble(bundles(folder), folder.resolve("configuration"));
    try (Screen screen = Screen.start(WIDTH, HEIGHT, folder.resolve("xvfb.log"))) {
      Map<String, String> environment = environment(screen, folder.resolve("home"));
      Process manager = windowManager(environment, folder.resolve("openbox.log"));
      try {
        Child child =
            Child.run(
                command(equinox, folder, places),
                environment,
                folder.resolve(places.again() ? "workbench-again.log" : "workbench.log"),
                DEADLINE);
        return new WorkbenchRun(Report.read(places.report()), child);
      } finally {
        if (manager != null) {
          manager.destroy();
          manager.waitFor(10, TimeUnit.SECONDS);
        }
      }
    }
  }

  /** Whether all steps went well. */
  boolean passed() {
    return child.exit().equals(OptionalInt.of(0)) && steps.stream().allMatch(Step::passed);
  }

  /** Nothing was tried, because there was no reason to hope. */
  static WorkbenchRun none() {
    return new WorkbenchRun(List.of(), new Child(OptionalInt.empty(), ""));
  }

  private static List<String> command(Equinox equinox, Path folder, Places places) {
    List<String> options = new ArrayList<>(places.options());
    options.addAll(List.of("-Xmx768m", "-Duser.home=" + folder.resolve("home")));
    List<String> arguments =
        List.of(
            "-product",
            "org.eclipse.platform.ide",
            "-data",
            folder.resolve("workspace").toString());
    List<String> command = new ArrayList<>();
    if (Host.program("dbus-run-session").isPresent()) {
      command.addAll(List.of("dbus-run-session", "--"));
    }
    command.addAll(equinox.command(options, "org.eclipse.ui.ide.workbench", arguments));
    return command;
  }

  private static List<Bundle> bundles(Path folder) throws IOException {
    List<Bundle> bundles =
        new ArrayList<>(ClassPath.bundles(Path.of("target", "bundles.txt"), folder));
    bundles.add(Bundle.read(Path.of("target", "classes")).orElseThrow());
    return bundles;
  }

  /** Nothing of the person's own settings, so that the pictures look the same for everybody. */
  private static Map<String, String> environment(Screen screen, Path home) throws IOException {
    Path runtime = home.resolve("run");
    Files.createDirectories(runtime);
    Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwx------"));
    Map<String, String> environment = new HashMap<>();
    environment.put("DISPLAY", screen.display());
    environment.put("HOME", home.toString());
    environment.put("XDG_RUNTIME_DIR", runtime.toString());
    environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
    environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
    environment.put("XDG_DATA_HOME", home.resolve("data").toString());
    environment.put("GDK_BACKEND", "x11");
    environment.put("GSETTINGS_BACKEND", "memory");
    environment.put("NO_AT_BRIDGE", "1");
    environment.put("LIBGL_ALWAYS_SOFTWARE", "1");
    environment.put("LC_ALL", "C.UTF-8");
    return environment;
  }

  private static Process windowManager(Map<String, String> environment, Path log)
      throws IOException {
    if (Host.program("openbox").isEmpty()) {
      return null;
    }
    ProcessBuilder builder = new ProcessBuilder("openbox").redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.redirectOutput(log.toFile()).start();
  }
}
