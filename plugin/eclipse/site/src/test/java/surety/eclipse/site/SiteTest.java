package surety.eclipse.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import surety.eclipse.equinox.Bundle;
import surety.eclipse.equinox.ClassPath;

/** The site that the build made, read back by p2's own director. */
class SiteTest {

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path SITE = TARGET.resolve("site");
  private static final Path TESTED = Path.of("../workbench/target/bundles.txt");

  private static final Pattern ARTIFACT =
      Pattern.compile(
          "<artifact classifier='([^']*)' id='([^']*)' version='([^']*)'>(.*?)</artifact>",
          Pattern.DOTALL);
  private static final Pattern SHA_256 =
      Pattern.compile("download.checksum.sha-256' value='([0-9a-f]+)'");

  private static final Path FOLDER = TARGET.resolve("test");
  private static final Path PLATFORM = FOLDER.resolve("platform");
  private static final Path JAVA = FOLDER.resolve("java");
  private static final Path INSTALLED = FOLDER.resolve("installed");

  private static Publisher publisher;
  private static String version;

  @BeforeAll
  static void thePlatform() throws IOException, InterruptedException {
    Site.deleteAll(FOLDER);
    publisher = new Publisher(TARGET.resolve("bundles.txt"), FOLDER.resolve("publisher"));
    version = published().version();
    publishPlatform();
    JavaRepository.write(JAVA);
  }

  @BeforeEach
  void nothingIsInstalled() throws IOException {
    Site.deleteAll(INSTALLED);
  }

  @Test
  void thePluginInstallsIntoTheTestedPlatform() throws IOException, InterruptedException {
    install(SITE, PLATFORM);
    Path plugin = Path.of("plugins", "dev.surety.eclipse_" + version + ".jar");
    assertEquals(-1, Files.mismatch(SITE.resolve(plugin), INSTALLED.resolve(plugin)));
    Path feature = Path.of("features", "dev.surety.eclipse.feature_" + version);
    assertTrue(Files.exists(INSTALLED.resolve(feature).resolve("feature.xml")));
  }

  @Test
  void withoutAPlatformTheDirectorSaysWhatIsMissing() {
    var refused = assertThrows(IOException.class, () -> install(SITE));
    assertTrue(
        refused.getMessage().contains("requires 'osgi.bundle; org.eclipse"), refused::getMessage);
  }

  @Test
  void theFeatureIsShownInACategory() throws IOException {
    String content = metadata("content");
    assertTrue(
        content.contains("<property name='org.eclipse.equinox.p2.type.category' value='true'/>"));
    String required =
        "<required namespace='org.eclipse.equinox.p2.iu' name='%s' range='[%s,%s]'/>"
            .formatted(Site.UNIT, version, version);
    assertTrue(content.contains(required), content);
  }

  @Test
  void theFilesHaveTheirChecksums() throws IOException, NoSuchAlgorithmException {
    Matcher artifacts = ARTIFACT.matcher(metadata("artifacts"));
    List<String> found = new ArrayList<>();
    while (artifacts.find()) {
      String kind = artifacts.group(1).equals("osgi.bundle") ? "plugins" : "features";
      String name = kind + "/" + artifacts.group(2) + "_" + artifacts.group(3) + ".jar";
      Matcher checksum = SHA_256.matcher(artifacts.group(4));
      assertTrue(checksum.find(), name);
      assertEquals(sha256(SITE.resolve(name)), checksum.group(1), name);
      found.add(name);
    }
    assertEquals(2, found.size(), found::toString);
  }

  @Test
  void noPathOfTheBuildIsPublished() throws IOException {
    for (String name : List.of("content", "artifacts")) {
      assertFalse(metadata(name).contains(TARGET.toString()), name);
    }
  }

  @Test
  void whatIsNoBundleIsNotPublished() throws IOException {
    Path text = Files.createDirectories(FOLDER.resolve("empty"));
    var refused =
        assertThrows(IOException.class, () -> Site.write(publisher, text, FOLDER.resolve("site")));
    assertEquals(text + " is no bundle", refused.getMessage());
  }

  private static void install(Path site, Path... platform)
      throws IOException, InterruptedException {
    publisher.director(
        List.of(
            "-metadataRepository",
            uris(Stream.concat(Stream.of(site, JAVA), Stream.of(platform))),
            "-artifactRepository",
            uris(Stream.concat(Stream.of(site), Stream.of(platform))),
            "-installIU",
            Site.UNIT,
            "-destination",
            INSTALLED.toString(),
            "-bundlepool",
            INSTALLED.toString(),
            "-profile",
            "Surety",
            "-profileProperties",
            "org.eclipse.update.install.features=true",
            "-p2.os",
            "linux",
            "-p2.ws",
            "gtk",
            "-p2.arch",
            "x86_64"));
  }

  private static String uris(Stream<Path> repositories) {
    return repositories.map(path -> path.toUri().toString()).collect(Collectors.joining(","));
  }

  /** The bundles with which the plug-in was tested, as a repository. */
  private static void publishPlatform() throws IOException, InterruptedException {
    Path plugins = Files.createDirectories(PLATFORM.resolve("plugins"));
    for (Bundle bundle : ClassPath.bundles(TESTED, FOLDER)) {
      if (!bundle.name().equals("dev.surety.eclipse")) {
        String jar = bundle.name() + "_" + bundle.version() + ".jar";
        Files.createSymbolicLink(plugins.resolve(jar), bundle.path());
      }
    }
    publisher.publishInPlace(PLATFORM);
  }

  private static Bundle published() throws IOException {
    try (Stream<Path> jars = Files.list(SITE.resolve("plugins"))) {
      return Bundle.read(jars.findFirst().orElseThrow()).orElseThrow();
    }
  }

  private static String metadata(String name) throws IOException {
    try (JarFile jar = new JarFile(SITE.resolve(name + ".jar").toFile());
        InputStream in = jar.getInputStream(jar.getEntry(name + ".xml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
