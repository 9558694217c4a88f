package surety.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  private static final Set<String> OWN =
      Set.of("certificates", "solver", "language", "report", "evidence");
  private static final Pattern LICENCE_ROW =
      Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| ([^|]*)\\|$");

  @TempDir private static Path folder;
  private static Path home;

  @BeforeAll
  static void unpack() {
    home = Archive.unpack(folder);
  }

  @Test
  void everythingIsInIt() {
    List<String> files = Archive.files(home);
    for (String name :
        List.of(
            "surety",
            "surety.cmd",
            "surety.jar",
            "server.options",
            "certificates.jar",
            "FORMAT.md",
            "README.md",
            "example/iris.sure",
            "example/iris-relu.onnx",
            "licenses/README.md")) {
      assertTrue(files.contains(name), name + " is missing in " + files);
    }
    assertTrue(Files.isExecutable(home.resolve("surety")));
  }

  @Test
  void bothArchivesHoldTheSame() throws IOException {
    try (ZipFile zip = new ZipFile(Archive.zip().toFile())) {
      List<ZipEntry> entries =
          zip.stream().map(ZipEntry.class::cast).filter(e -> !e.isDirectory()).toList();
      assertEquals(
          Archive.files(folder), entries.stream().map(ZipEntry::getName).sorted().toList());
      for (ZipEntry entry : entries) {
        byte[] packed = zip.getInputStream(entry).readAllBytes();
        Path unpacked = folder.resolve(entry.getName());
        assertArrayEquals(Files.readAllBytes(unpacked), packed, entry.getName());
      }
    }
  }

  /** Of every jar that is named by the one that is started. */
  @Test
  void theClassPathIsInLib() throws IOException {
    try (JarFile jar = new JarFile(home.resolve("surety.jar").toFile())) {
      Set<String> named =
          Set.of(jar.getManifest().getMainAttributes().getValue("Class-Path").split(" "));
      Set<String> there =
          Archive.files(home).stream()
              .filter(file -> file.startsWith("lib/"))
              .collect(Collectors.toSet());
      assertEquals(named, there);
    }
  }

  @Test
  void theKernelIsTheOneThatSuretyUses() throws IOException {
    List<String> kernels =
        Archive.files(home).stream().filter(f -> f.startsWith("lib/certificates-")).toList();
    assertEquals(1, kernels.size());
    assertArrayEquals(
        Files.readAllBytes(home.resolve(kernels.get(0))),
        Files.readAllBytes(home.resolve("certificates.jar")));
  }

  /** Of what Windows would do with it only this is known here. */
  @Test
  void theLauncherForWindowsHasItsLineEnds() throws IOException {
    String text = Files.readString(home.resolve("surety.cmd"), StandardCharsets.US_ASCII);
    assertEquals(text, text.replace("\r\n", "\n").replace("\n", "\r\n"));
    assertTrue(text.startsWith("@echo off\r\n"));
    assertTrue(text.contains("-jar \"%~dp0surety.jar\" %*\r\n"), text);
    assertTrue(text.endsWith("exit /b %ERRORLEVEL%\r\n"), text);
  }

  @Test
  void everyLibraryHasItsLicence() throws IOException {
    String page = Files.readString(home.resolve("licenses/README.md"));
    Set<String> named = new HashSet<>();
    for (MatchResult row : LICENCE_ROW.matcher(page).results().toList()) {
      named.addAll(List.of(row.group(1).split(", ")));
    }
    Set<String> there = new HashSet<>();
    for (String file : Archive.files(home.resolve("lib"))) {
      String name = file.replaceFirst("-[0-9].*\\.jar$", "");
      assertTrue(OWN.contains(name) || named.contains(name), file + " has no row");
      there.add(name);
    }
    named.removeAll(Set.of("jar", "---"));
    named.removeAll(there);
    assertEquals(Set.of(), named, "rows of libraries that are not there");
    Pattern.compile("\\]\\(([^)]+)\\)")
        .matcher(page)
        .results()
        .forEach(
            link -> assertTrue(Files.isRegularFile(home.resolve("licenses/" + link.group(1)))));
  }

  @Test
  void nothingTellsWhoPackedItAndWhen() {
    for (String line : Archive.listing()) {
      assertTrue(
          line.matches("(drwxr-xr-x|-rw-r--r--|-rwxr-xr-x) 0/0 +\\d+ 2026-01-01 00:00 .*"), line);
    }
    for (String file : Archive.files(home)) {
      assertFalse(file.matches(".*(\\.jsa|\\.tmp|\\.log|launcher\\..*|\\.cert)"), file);
    }
  }

  /** Elsewhere, later, in another time zone, by somebody with another umask. */
  @Test
  void packedAgainItIsTheSameByteForByte(@TempDir Path elsewhere) throws IOException {
    Path input = Files.createDirectories(elsewhere.resolve("in/deep"));
    copy(Path.of("../cli/target"), input.resolve("build"));
    copy(Path.of("../../certificates/FORMAT.md"), input.resolve("FORMAT.md"));
    copy(Path.of("src/main"), input.resolve("src/main"));
    Files.copy(Path.of("src/test/again/pom.xml"), input.resolve("pom.xml"));
    Run.of(
            input,
            System.getenv(),
            List.of(
                "sh",
                "-c",
                "umask 077; chmod -R go= . && TZ=Asia/Tokyo LC_ALL=C exec \"$@\"",
                "sh",
                System.getProperty("surety.maven") + "/bin/mvn",
                "-q",
                "-B",
                "-o",
                "-Dmaven.repo.local=" + System.getProperty("surety.repository"),
                "-Dassembly-plugin.version=" + System.getProperty("surety.assembly.plugin"),
                "-Drevision=" + Archive.top().replace("surety-", ""),
                "package"))
        .expecting(0);
    Path target = input.resolve("target");
    assertEquals(-1, Files.mismatch(Archive.tar(), target.resolve(Archive.tar().getFileName())));
    assertEquals(-1, Files.mismatch(Archive.zip(), target.resolve(Archive.zip().getFileName())));
  }

  /** Files in another order and with other times than the originals. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      List<Path> files =
          all.filter(Files::isRegularFile).sorted(Comparator.reverseOrder()).toList();
      for (Path file : files) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
