package surety.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the launcher makes of where it is and what it is told, by a Java that only says it again.
 */
class LauncherTest {
  private static final Path ORIGINAL = Path.of("../cli/src/main/launch/surety");

  @TempDir private Path folder;
  private Sandbox sandbox;
  private Path home;
  private Path launcher;

  @BeforeEach
  void install() throws IOException {
    sandbox = new Sandbox(folder).with("readlink", "sed");
    home = Files.createDirectories(folder.resolve("in stalled/it's $HOME"));
    launcher = home.resolve("surety");
    Files.copy(ORIGINAL, launcher);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(home.resolve("surety.jar"), "no jar");
    sandbox.set("JAVA_HOME", Sandbox.fakeJava(folder.resolve("a java"), "17.0.9").toString());
  }

  static Stream<List<String>> shells() {
    return Stream.of(
            List.of("dash"), List.of("bash", "--posix"), List.of("busybox", "sh"), List.of("ksh"))
        .filter(shell -> Sandbox.find(shell.get(0)).isPresent());
  }

  @ParameterizedTest
  @MethodSource("shells")
  void argumentsStayWhatTheyAre(List<String> shell) throws IOException {
    sandbox.set("SURETY_JAVA_OPTS", "-Xmx4g  -Dall=*");
    Files.createFile(sandbox.work().resolve("-Dall=none"));
    Object[] command =
        Stream.concat(
                Stream.concat(
                    Stream.of(Sandbox.find(shell.get(0)).orElseThrow()), shell.stream().skip(1)),
                Stream.of(launcher, "check", "a  b", "", "it's", "\"*\"", "$HOME", "--x=\\n", "-e"))
            .toArray();
    Run run = sandbox.run(command).expecting(0);
    String expected =
        """
        -Xshare:auto
        -Dguice_bytecode_gen_option=DISABLED
        -XX:+UseParallelGC
        -XX:SharedArchiveFile=%1$s/surety-17.0.9.jsa
        -Xlog:disable
        -Xlog:all=error:stderr
        -Dsurety.out.terminal=false
        -Dsurety.err.terminal=false
        -Xmx4g
        -Dall=*
        -jar
        %1$s/surety.jar
        check
        a  b

        it's
        "*"
        $HOME
        --x=\\n
        -e
        """
            .formatted(home);
    assertEquals(expected, run.out());
    assertEquals("", run.err());
    assertFalse(Files.exists(home.resolve("surety-17.0.9.jsa")), "nobody asked for it");
  }

  /** Java refuses to start with two of them. */
  @Test
  void anotherCollectorReplacesOurs() {
    sandbox.set("SURETY_JAVA_OPTS", "-Xmx4g -XX:+UseSerialGC");
    List<String> words = sandbox.run(launcher, "check").expecting(0).out().lines().toList();
    assertTrue(words.contains("-XX:+UseSerialGC"), words.toString());
    assertFalse(words.contains("-XX:+UseParallelGC"), words.toString());
  }

  @Test
  void theServerHasOptionsOfItsOwn() {
    List<String> words =
        sandbox.run(launcher, "language-server", "--x").expecting(0).out().lines().toList();
    assertEquals("@" + home + "/server.options", words.get(0));
    assertEquals(
        List.of("-jar", home + "/surety.jar", "language-server", "--x"),
        words.subList(words.size() - 4, words.size()));
    assertFalse(words.contains("-XX:+UseParallelGC"), words.toString());
  }

  @Test
  void symbolicLinksLeadToIt() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path far = Files.createSymbolicLink(bin.resolve("far"), launcher);
    Path near = Files.createSymbolicLink(bin.resolve("near"), Path.of("far"));
    Path up = Files.createSymbolicLink(sandbox.work().resolve("up"), Path.of("../bin/near"));
    for (Object name : List.of(far, near, up, "./up")) {
      Run run = sandbox.run(name, "check").expecting(0);
      assertTrue(run.out().contains("\n" + home + "/surety.jar\n"), name + ": " + run.out());
    }
    Run byPath = sandbox.set("PATH", bin + ":" + System.getenv("PATH")).run("sh", "-c", "far x");
    assertTrue(byPath.expecting(0).out().contains("\n" + home + "/surety.jar\n"));
  }

  @ParameterizedTest
  @CsvSource({"11.0.2, 11", "1.8.0_292, 8", "16, 16", "9-ea, 9"})
  void anOlderJavaIsNamed(String version, String major) throws IOException {
    Path old = Sandbox.fakeJava(folder.resolve("old"), version);
    sandbox.set("JAVA_HOME", old.toString());
    Run run = sandbox.run(launcher, "check").expecting(1);
    assertEquals(
        "surety: Java 17 or newer is needed, but "
            + old
            + "/bin/java is version "
            + major
            + "; set JAVA_HOME to a newer one\n",
        run.err());
    assertEquals("", run.out());
  }

  @ParameterizedTest
  @CsvSource({"1.8.0_292, 1", "17.0.15, 0", "21, 0", "25-ea, 0"})
  void aJavaWithoutAReleaseFileIsAsked(String version, int status) throws IOException {
    Path bare = folder.resolve("bare");
    String answer = "openjdk version \"" + version + "\" 2026-01-01";
    Sandbox.script(bare.resolve("bin/java"), "[ \"$1\" = -version ] && echo '" + answer + "' >&2");
    sandbox.set("JAVA_HOME", bare.toString());
    assertEquals(status, sandbox.run(launcher, "--java").status());
  }

  @Test
  void whatIsNoJavaIsNotStarted() throws IOException {
    Path mute = folder.resolve("mute");
    Sandbox.script(mute.resolve("bin/java"), "exit 1");
    Run run = sandbox.set("JAVA_HOME", mute.toString()).run(launcher, "check").expecting(1);
    assertTrue(run.err().contains("is version unknown"), run.err());
  }

  @Test
  void withoutAJavaItSaysWhatToDo() {
    Run wrong = sandbox.set("JAVA_HOME", "/nowhere").run(launcher, "check").expecting(1);
    assertEquals(
        "surety: JAVA_HOME is /nowhere, but there is no bin/java in it; it should name a Java 17 or"
            + " newer\n",
        wrong.err());
    Run none = sandbox.set("JAVA_HOME", "").run(launcher, "check").expecting(1);
    assertEquals(
        "surety: Java is missing; install a Java 17 or newer, or set JAVA_HOME to one\n",
        none.err());
  }

  @Test
  void aLauncherThatWasCopiedElsewhereSaysSo() throws IOException {
    Path copy = Files.copy(launcher, sandbox.work().resolve("surety"));
    Run run = sandbox.run(copy, "check").expecting(1);
    assertTrue(
        run.err().startsWith("surety: " + sandbox.work() + "/surety.jar is missing"), run.err());
  }

  @Test
  void quickenKeepsTheArchiveBesideIt() throws IOException {
    sandbox.with("mkdir", "mv", "rm");
    Run run = sandbox.run(launcher, "--quicken").expecting(0);
    assertEquals(home + "/surety-17.0.9.jsa\n", run.out());
    assertEquals(List.of("surety", "surety-17.0.9.jsa", "surety.jar"), Archive.files(home));
    assertEquals(List.of(), Archive.files(sandbox.home()));
    assertTrue(sandbox.run(launcher, "x").out().contains("=" + home + "/surety-17.0.9.jsa\n"));
  }

  @Test
  void whereNothingCanBeWrittenItIsInTheCache() throws IOException {
    sandbox.with("mkdir", "mv", "rm", "cksum");
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-xr-xr-x"));
    Run run = sandbox.runWithoutPrivileges(launcher, "--quicken").expecting(0);
    Path archive = Path.of(run.out().strip());
    assertEquals(sandbox.home().resolve(".cache/surety"), archive.getParent());
    assertTrue(archive.getFileName().toString().matches("\\d+-17\\.0\\.9\\.jsa"), run.out());
    Run next = sandbox.runWithoutPrivileges(launcher, "x");
    assertTrue(next.out().contains("-XX:SharedArchiveFile=" + archive + "\n"), next.out());
    sandbox.set("XDG_CACHE_HOME", sandbox.work() + "/c");
    Run elsewhere = sandbox.runWithoutPrivileges(launcher, "--quicken").expecting(0);
    assertTrue(elsewhere.out().startsWith(sandbox.work() + "/c/surety/"), elsewhere.out());
  }

  @Test
  void withNoPlaceForItEverythingElseWorks() throws IOException {
    sandbox.with("mkdir", "mv", "rm", "cksum").set("HOME", "");
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-xr-xr-x"));
    assertEquals(
        "surety: no archive of classes can be kept; Surety runs as well without it\n",
        sandbox.runWithoutPrivileges(launcher, "--quicken").expecting(1).err());
    Run run = sandbox.runWithoutPrivileges(launcher, "check").expecting(0);
    assertFalse(run.out().contains("SharedArchiveFile"), run.out());
  }

  /** So that nobody waits for it twice. */
  @Test
  void anArchiveThatThisJavaCannotMakeIsRememberedAsEmpty() throws IOException {
    Path bare = folder.resolve("bare");
    Sandbox.script(bare.resolve("bin/java"), "exit 1");
    Files.writeString(bare.resolve("release"), "JAVA_VERSION=\"21\"\n");
    sandbox.with("mkdir", "mv", "rm").set("JAVA_HOME", bare.toString());
    Run run = sandbox.run(launcher, "--quicken").expecting(1);
    assertTrue(run.err().contains("no archive of classes can be kept as " + home), run.err());
    assertEquals(0, Files.size(home.resolve("surety-21.jsa")));
  }

  @Test
  void atATerminalItIsMadeOnceAndJavaIsToldOfTheTerminal() throws IOException {
    assumeTrue(Sandbox.find("script").isPresent(), "no terminal without script");
    sandbox.with("mkdir", "mv", "rm", "script", "sh").set("SHELL", "/bin/sh");
    String command = "\"" + launcher.toString().replace("$", "\\$") + "\" check";
    String first = sandbox.run("script", "-qec", command, "/dev/null").expecting(0).out();
    assertTrue(first.contains("surety: preparing quicker starts"), first);
    assertTrue(first.contains("-Dsurety.out.terminal=true"), first);
    assertTrue(first.contains("-Dsurety.err.terminal=true"), first);
    assertTrue(Files.exists(home.resolve("surety-17.0.9.jsa")));
    String second = sandbox.run("script", "-qec", command, "/dev/null").expecting(0).out();
    assertFalse(second.contains("preparing"), second);
  }
}
