package surety.eclipse.equinox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EquinoxTest {

  @TempDir Path folder;
  private Bundle framework;
  private Bundle launcher;

  @BeforeEach
  void whatMustBeThere() throws IOException {
    framework = Jars.bundle(folder, "org.eclipse.osgi");
    launcher = Jars.bundle(folder, "org.eclipse.equinox.launcher");
  }

  @Test
  void theConfigurationNamesTheBundlesAndStartsAFew() throws IOException {
    Bundle plain = Jars.bundle(folder, "a");
    Bundle started = Jars.bundle(folder, "org.eclipse.core.runtime");
    Bundle fragment =
        Bundle.read(
                Jars.jar(
                    folder.resolve("f.jar"),
                    Map.of(
                        "Bundle-SymbolicName", "org.eclipse.equinox.event", "Fragment-Host", "a")))
            .orElseThrow();
    Equinox.assemble(List.of(started, launcher, fragment, framework, plain), folder.resolve("c"));
    Properties settings = new Properties();
    try (InputStream in = Files.newInputStream(folder.resolve("c/config.ini"))) {
      settings.load(in);
    }
    assertEquals(
        "reference:file:%s,reference:file:%s@start,reference:file:%s"
            .formatted(plain.path(), started.path(), fragment.path()),
        settings.getProperty("osgi.bundles"));
    assertEquals(framework.path().toUri().toString(), settings.getProperty("osgi.framework"));
  }

  @Test
  void whatWasInTheFolderIsGone() throws IOException {
    Path cached = folder.resolve("c/org.eclipse.osgi/cached");
    Files.createDirectories(cached.getParent());
    Files.writeString(cached, "old");
    Equinox.assemble(List.of(framework, launcher), folder.resolve("c"));
    assertFalse(Files.exists(cached));
    assertTrue(Files.exists(folder.resolve("c/config.ini")));
  }

  @Test
  void theCommandRunsTheLauncher() throws IOException {
    Equinox equinox = Equinox.assemble(List.of(framework, launcher), folder.resolve("c"));
    List<String> command = equinox.command(List.of("-Xmx1g"), "an.app", List.of("-data", "ws"));
    assertEquals("-Xmx1g", command.get(1));
    assertEquals(launcher.path().toString(), command.get(3));
    assertEquals(List.of("-application", "an.app", "-data", "ws"), command.subList(8, 12));
  }

  @Test
  void frameworkAndLauncherMustBeThere() {
    Path configuration = folder.resolve("c");
    List<Bundle> noFramework = List.of(launcher);
    List<Bundle> noLauncher = List.of(framework);
    assertMessage("There is no bundle org.eclipse.osgi", noFramework, configuration);
    assertMessage("There is no bundle org.eclipse.equinox.launcher", noLauncher, configuration);
  }

  @Test
  void twoBundlesOfOneNameAreRefused() {
    Bundle other = new Bundle(Path.of("/other.jar"), launcher.name(), "2.0.0", false);
    assertMessage(
        "Two bundles have the name org.eclipse.equinox.launcher: %s and /other.jar"
            .formatted(launcher.path()),
        List.of(framework, launcher, other),
        folder.resolve("c"));
  }

  private static void assertMessage(String expected, List<Bundle> bundles, Path configuration) {
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> Equinox.assemble(bundles, configuration));
    assertEquals(expected, refused.getMessage());
    assertFalse(Files.exists(configuration));
  }
}
