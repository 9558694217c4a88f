package surety.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.replay.Sha256;
import surety.evidence.KeyFiles;
import surety.evidence.OpenSsl;

/** Archives, and what an auditor does with them who has a Java and nothing else of ours. */
class BundleCommandTest {
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^java -jar (kernel/certificates\\.jar) (--statement .*)$");

  private static final Pattern WORD = Pattern.compile("'((?:[^']|'\\\\'')*)'|(\\S+)");

  @TempDir private static Path checked;
  @TempDir private Path folder;
  private EvidenceProject project;
  private Path archive;

  @BeforeAll
  static void check() throws IOException {
    EvidenceProject.create(checked);
  }

  @BeforeEach
  void copy() throws IOException {
    Copies.of(checked, folder.resolve("project"));
    project = new EvidenceProject(folder.resolve("project"));
    archive = folder.resolve("audit.zip");
  }

  private CommandRun bundle(Object... more) {
    List<Object> all = new ArrayList<>(List.of("bundle", project.first(), project.second()));
    all.addAll(List.of("--output", archive));
    all.addAll(List.of(more));
    return CommandRun.of(all.toArray());
  }

  private void bundled(Object... more) {
    CommandRun run = bundle(more);
    assertEquals(0, run.status(), run.err());
    assertEquals("", run.err());
  }

  private Path unpacked() throws IOException {
    Path target = Files.createDirectory(folder.resolve("unpacked"));
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        Path file = target.resolve(entry.getName()).normalize();
        assertTrue(file.startsWith(target), entry.getName());
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, file);
        }
      }
    }
    return target;
  }

  private record Ended(int status, String said) {}

  private static Ended run(Path place, List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(place.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("KERNEL");
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  @Test
  void hasEverything() throws IOException {
    CommandRun run = bundle();
    assertEquals(0, run.status(), run.err());
    assertEquals(
        "BUNDLED: "
            + archive
            + ": 5 certificates, replayed, in 22 files; INSTRUCTIONS.md in it says how to go on\n",
        run.out());
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      List<String> names = zip.stream().map(ZipEntry::getName).toList();
      assertEquals(
          List.of(
              "INSTRUCTIONS.md",
              "SHA256SUMS",
              "files/a/certificates/f.band.cert",
              "files/a/certificates/f.high.cert",
              "files/a/certificates/f.low.cert",
              "files/a/certificates/f.third.cert",
              "files/a/f.sure",
              "files/b/bins.csv",
              "files/b/certificates/f.low.cert",
              "files/b/f.sure",
              "files/models/it's 100%.onnx",
              "files/models/net.data",
              "files/models/net.onnx",
              "kernel/FORMAT.md",
              "kernel/certificates.jar",
              "replay.cmd",
              "replay.sh",
              "statements/a/f.band.txt",
              "statements/a/f.high.txt",
              "statements/a/f.low.txt",
              "statements/a/f.third.txt",
              "statements/b/f.low.txt"),
          names);
    }
  }

  @Test
  void filesAreWhatTheyWere() throws IOException {
    bundled();
    Path files = unpacked().resolve("files");
    try (Stream<Path> all = Files.walk(files)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path original = project.folder().resolve(files.relativize(file).toString());
        assertArrayEquals(Files.readAllBytes(original), Files.readAllBytes(file), file.toString());
      }
    }
    assertArrayEquals(
        Files.readAllBytes(Path.of("../../certificates/FORMAT.md")),
        Files.readAllBytes(files.resolveSibling("kernel/FORMAT.md")));
  }

  /** Each command of the page, with a plain Java in an empty folder. */
  @Test
  void everyCommandOfThePageReplays() throws Exception {
    bundled();
    Path place = unpacked();
    String page = Files.readString(place.resolve("INSTRUCTIONS.md"));
    List<String> verdicts = new ArrayList<>();
    for (MatchResult command : COMMAND.matcher(page).results().toList()) {
      List<String> words = new ArrayList<>();
      words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      words.addAll(List.of("-jar", command.group(1)));
      WORD.matcher(command.group(2)).results().map(BundleCommandTest::word).forEach(words::add);
      verdicts.add(run(place, words).said().lines().findFirst().orElse(""));
    }
    assertEquals(
        List.of("VALID, PROVED", "VALID, VIOLATED", "VALID, UNDECIDED", "VALID", "VALID, PROVED"),
        verdicts);
    for (String verdict : verdicts) {
      assertTrue(page.contains("The replay says `" + verdict + "`"), page);
    }
  }

  private static String word(MatchResult word) {
    return word.group(1) == null ? word.group(2) : word.group(1).replace("'\\''", "'");
  }

  @Test
  void theScriptReplaysAll() throws Exception {
    assumeTrue(OpenSsl.isThere("sh", "-c", "true"), "there is no sh");
    bundled();
    Path place = unpacked();
    Ended ended = run(folder, List.of("sh", place.resolve("replay.sh").toString()));
    assertEquals(40, ended.status(), ended.said());
    assertTrue(ended.said().endsWith("\n5 of 5 certificates are valid\n"), ended.said());
    assertTrue(ended.said().contains("\na/f.sure: low\nVALID, PROVED\n"), ended.said());
  }

  @Test
  void theScriptFindsWhatIsDamaged() throws Exception {
    assumeTrue(OpenSsl.isThere("sha256sum", "--version"), "there is no sha256sum");
    bundled();
    Path place = unpacked();
    Path certificate = place.resolve("files/a/certificates/f.low.cert");
    byte[] bytes = Files.readAllBytes(certificate);
    bytes[bytes.length / 2] ^= 1;
    Files.write(certificate, bytes);
    List<String> script = List.of("sh", place.resolve("replay.sh").toString());
    Ended damaged = run(folder, script);
    assertEquals(4, damaged.status(), damaged.said());
    assertTrue(damaged.said().contains("files/a/certificates/f.low.cert: FAILED\n"));
    assertFalse(damaged.said().contains("VALID"), damaged.said());

    // Somebody who also changes the sums gets no further.
    Path sums = place.resolve("SHA256SUMS");
    String text = Files.readString(sums);
    String line = "  files/a/certificates/f.low.cert\n";
    int at = text.indexOf(line) - 64;
    Files.writeString(sums, text.substring(0, at) + Sha256.of(bytes) + text.substring(at + 64));
    Ended forged = run(folder, script);
    assertEquals(4, forged.status(), forged.said());
    assertTrue(forged.said().endsWith("\n4 of 5 certificates are valid\n"), forged.said());
  }

  @Test
  void theScriptNeedsAJava() throws Exception {
    assumeTrue(OpenSsl.isThere("sh", "-c", "true"), "there is no sh");
    bundled();
    Path script = unpacked().resolve("replay.sh");
    String text = Files.readString(script).replace("java=$JAVA_HOME/bin/java", "java=/no/java");
    Files.writeString(script, text);
    Ended ended = run(folder, List.of("sh", script.toString()));
    assertEquals(2, ended.status(), ended.said());
    assertEquals("Java is missing: install Java 17 or newer, or set JAVA_HOME\n", ended.said());
  }

  @Test
  void theOtherScriptIsForItsShell() throws IOException {
    bundled();
    String script = Files.readString(unpacked().resolve("replay.cmd"));
    assertFalse(script.replace("\r\n", "").contains("\n"));
    assertTrue(script.contains("--network \"files/models/it's 100%%.onnx\" --certificate"), script);
    assertEquals(5, script.split("call :note", -1).length - 1);
    assertTrue(script.chars().allMatch(c -> c < 128), script);
  }

  /** An auditor who has Surety finds the specification's networks where it says. */
  @Test
  void suretyReplaysWhatIsUnpacked() throws IOException {
    bundled();
    Path files = unpacked().resolve("files");
    CommandRun run =
        CommandRun.of(
            "replay",
            "--specification",
            files.resolve("b/f.sure"),
            "--certificate",
            files.resolve("b/certificates/f.low.cert"));
    assertEquals(0, run.status(), run.out() + run.err());
    for (String name : List.of("low", "band")) {
      CommandRun statement =
          CommandRun.of("statement", files.resolve("a/f.sure"), "--property", name);
      assertEquals(
          statement.out(),
          Files.readString(files.resolveSibling("statements/a/f." + name + ".txt")));
    }
  }

  @Test
  void theSumsAreThoseOfAllOtherFiles() throws IOException {
    bundled();
    Path place = unpacked();
    List<String> lines = Files.readAllLines(place.resolve("SHA256SUMS"));
    assertEquals(21, lines.size());
    for (String line : lines) {
      byte[] bytes = Files.readAllBytes(place.resolve(line.substring(66)));
      assertEquals(Sha256.of(bytes) + "  ", line.substring(0, 66));
    }
  }

  /** Elsewhere, later, and in another order of the arguments. */
  @Test
  void theSameFilesMakeTheSameArchive() throws IOException {
    bundled();
    Path other = Files.createDirectories(folder.resolve("quite/another/place"));
    Copies.of(checked, other);
    EvidenceProject moved = new EvidenceProject(other);
    Files.setLastModifiedTime(moved.first(), FileTime.fromMillis(0));
    Path second = folder.resolve("second.zip");
    CommandRun run = CommandRun.of("bundle", moved.first(), moved.second(), "--output", second);
    assertEquals(0, run.status(), run.err());
    assertArrayEquals(Files.readAllBytes(archive), Files.readAllBytes(second));
  }

  @Test
  void oneSpecificationNeedsNoFolders() throws IOException {
    CommandRun run =
        CommandRun.of("bundle", project.first(), "--property", "low", "--output", archive);
    assertEquals(0, run.status(), run.err());
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      assertTrue(zip.getEntry("files/a/certificates/f.low.cert") != null);
      assertTrue(zip.getEntry("files/a/certificates/f.high.cert") == null);
    }
  }

  @Test
  void anAttestationOfTheseFilesGoesAlong() throws IOException {
    KeyFiles key = KeyFiles.ed25519(folder, "key");
    Path attestation = folder.resolve("attestation.json");
    CommandRun run =
        CommandRun.of(
            "attest",
            project.first(),
            project.second(),
            "--key",
            key.secret(),
            "--output",
            attestation);
    assertEquals(0, run.status(), run.err());
    bundled("--attestation", attestation);
    Path place = unpacked();
    assertArrayEquals(
        Files.readAllBytes(attestation), Files.readAllBytes(place.resolve("attestation.json")));
    assertTrue(Files.readString(place.resolve("INSTRUCTIONS.md")).contains("## The signature"));
    CommandRun verified =
        CommandRun.of(
            "verify-attestation",
            place.resolve("attestation.json"),
            "--key",
            key.open(),
            "--specification",
            place.resolve("files/a/f.sure"),
            "--specification",
            place.resolve("files/b/f.sure"),
            "--replay");
    assertTrue(verified.firstLine().startsWith("SIGNED, REPLAYED: "), verified.out());

    // The same files, and another verdict: the signature is not looked at, but a replay knows.
    Path edited = edited(attestation);
    CommandRun untrue = bundle("--attestation", edited);
    assertEquals(4, untrue.status(), untrue.err());
    assertTrue(untrue.err().contains("but its certificate proves: "), untrue.err());

    // Of less it is another one, and of other files, too.
    CommandRun less =
        CommandRun.of("bundle", project.first(), "--output", archive, "--attestation", attestation);
    assertEquals(4, less.status(), less.err());
    assertTrue(less.err().contains("is about another 'b/"), less.err());
    Files.writeString(project.first(), Files.readString(project.first()) + "\n");
    CommandRun changed = bundle("--attestation", attestation);
    assertEquals(4, changed.status(), changed.err());
    assertTrue(changed.err().contains("is about another 'a/f.sure'"), changed.err());
  }

  /** An envelope that says PROVED of what is violated, or the other way round. */
  private Path edited(Path attestation) throws IOException {
    String envelope = Files.readString(attestation);
    Matcher payload = Pattern.compile("\"payload\"\\s*:\\s*\"([^\"]+)\"").matcher(envelope);
    assertTrue(payload.find());
    byte[] bytes = Base64.getDecoder().decode(payload.group(1));
    String text = new String(bytes, StandardCharsets.UTF_8);
    String other = text.replaceFirst("\"PROVED\"", "\"UNDECIDED\"");
    assertNotEquals(text, other);
    String encoded = Base64.getEncoder().encodeToString(other.getBytes(StandardCharsets.UTF_8));
    return Files.writeString(
        folder.resolve("edited.json"), envelope.replace(payload.group(1), encoded));
  }

  @Test
  void whatIsWrongLeavesNoArchive() throws IOException {
    Path attestation = Files.writeString(folder.resolve("attestation.json"), "{}");
    refused(4, "the envelope has no text", bundle("--attestation", attestation));
    refused(3, "no such file", bundle("--attestation", folder.resolve("none.json")));
    refused(2, "has a property 'none'", bundle("--property", "none"));
    archive = folder.resolve("no/a.zip");
    refused(2, "cannot be written", bundle());
    archive = folder.resolve("audit.zip");
    byte[] whole = Files.readAllBytes(project.certificate("low"));
    Files.write(project.certificate("low"), Arrays.copyOf(whole, whole.length / 2));
    refused(5, "is INCOMPLETE", bundle());
    Files.delete(project.certificate("low"));
    refused(4, "there is no certificate of 'low'", bundle());
    Files.delete(project.folder().resolve("b/bins.csv"));
    CommandRun missing = bundle();
    assertEquals(3, missing.status());
    assertTrue(missing.err().contains("bins.csv"), missing.err());
    assertFalse(Files.exists(archive));
  }

  private void refused(int status, String reason, CommandRun run) {
    assertEquals(status, run.status(), run.out() + run.err());
    assertTrue(run.err().contains(reason), run.err());
    assertEquals("", run.out());
    assertFalse(Files.exists(archive));
  }

  @Test
  void nothingIsWrittenOverWhatGoesIn() throws IOException {
    archive = project.network();
    byte[] before = Files.readAllBytes(archive);
    CommandRun run = bundle();
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains("is one of the files that go into it"), run.err());
    assertArrayEquals(before, Files.readAllBytes(archive));
  }
}
