package surety.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files in {@code examples/ci}: their form, and their steps, which are really run. */
class CiFilesTest {
  private static final Path FILES = Path.of("../../examples/ci");
  private static final Pattern JENKINS_STEP =
      Pattern.compile("(?s)\\bsh '''(.*?)'''|\\bsh '([^'\\n]*)'");

  @TempDir private static Path installed;
  private static Path home;

  @TempDir private Path folder;
  private Gate gate;

  @BeforeAll
  static void unpack() {
    home = Archive.unpack(installed);
  }

  @BeforeEach
  void lay() throws IOException {
    gate = new Gate(folder, home);
  }

  private static YamlFile job() throws IOException {
    YamlFile file = YamlFile.read(FILES.resolve("github-actions.yml"));
    file.only("name", "on", "permissions", "jobs").get("on").only("push", "pull_request");
    return file.get("jobs")
        .only("surety")
        .get("surety")
        .only("runs-on", "timeout-minutes", "env", "steps");
  }

  private List<Run> gitHub(String digest) throws IOException {
    Path path = folder.resolve("github-path");
    List<Run> runs = new ArrayList<>();
    boolean failed = false;
    for (YamlFile step : job().get("steps").list()) {
      boolean always = step.has("if") && step.get("if").text().startsWith("${{ !cancelled()");
      if (step.has("run") && (always || !failed)) {
        String added = Files.exists(path) ? Files.readString(path).strip() + ":" : "";
        Map<String, String> environment =
            Map.of(
                "SURETY_URL", gate.smallArchive().toUri().toString(),
                "SURETY_SHA256", digest,
                "SPECIFICATIONS", job().get("env").get("SPECIFICATIONS").text(),
                "RUNNER_TEMP", folder.toString(),
                "GITHUB_PATH", path.toString(),
                "GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString(),
                "PATH", added + folder.resolve("tools"));
        Run run = gate.step("bash", environment, step.get("run").text());
        runs.add(run);
        failed |= run.status() != 0;
      }
    }
    return runs;
  }

  private static List<Integer> statuses(List<Run> runs) {
    return runs.stream().map(Run::status).toList();
  }

  @Test
  void theStepsForGitHubHaveTheirForm() throws IOException {
    for (YamlFile step : job().get("steps").list()) {
      step.only("name", "uses", "run", "with", "if");
      assertTrue(step.has("uses") != step.has("run"), step.where());
      if (step.has("uses")) {
        String uses = step.get("uses").text();
        assertTrue(uses.matches("(actions|github)/[a-z/-]+@v\\d+"), uses);
      } else {
        // What others may choose, such as the name of a branch, does not become a command.
        assertFalse(step.get("run").text().contains("${{"), step.where());
      }
    }
  }

  @Test
  void onGitHubAProvedSpecificationPasses() throws IOException {
    List<Run> runs = gitHub(gate.digest(gate.smallArchive()));
    assertEquals(List.of(0, 0, 0, 0), statuses(runs), runs.toString());
    assertTrue(runs.get(1).firstLine().startsWith("PROVED: "), runs.toString());
    assertTrue(runs.get(2).firstLine().startsWith("VALID: "), runs.toString());
    assertTrue(Files.exists(gate.certificate("rare")));
    assertTrue(Files.size(folder.resolve("summary.md")) > 0);
    assertReports();
  }

  /** In the folder that the files publish, under the names that they name. */
  private void assertReports() {
    for (String name : List.of("index.html", "junit.xml", "results.sarif", "summary.md")) {
      assertTrue(Files.isRegularFile(gate.work().resolve("out").resolve(name)), name);
    }
  }

  @Test
  void onGitHubAViolatedOneFailsAndIsReportedAllTheSame() throws IOException {
    gate.specification(Gate.PROVED, Gate.VIOLATED);
    List<Run> runs = gitHub(gate.digest(gate.smallArchive()));
    assertEquals(List.of(0, 40, 0), statuses(runs), runs.toString());
    assertReports();
  }

  @Test
  void onGitHubAnotherArchiveIsNotUnpacked() throws IOException {
    List<Run> runs = gitHub("0".repeat(64));
    assertEquals(List.of(1, 0), statuses(runs), runs.toString());
    assertFalse(Files.exists(folder.resolve("surety")));
  }

  @Test
  void theJobForGitLabChecksAndReplays() throws IOException {
    YamlFile file = YamlFile.read(FILES.resolve("gitlab-ci.yml")).only("variables", "surety");
    YamlFile job =
        file.get("surety").only("stage", "image", "timeout", "script", "cache", "artifacts");
    job.get("cache").only("key", "fallback_keys", "when", "paths");
    YamlFile artifacts = job.get("artifacts").only("name", "when", "expire_in", "paths", "reports");
    assertEquals("out/junit.xml", artifacts.get("reports").only("junit").get("junit").text());
    assertEquals("always", artifacts.get("when").text());
    List<Run> runs = new ArrayList<>();
    for (YamlFile line : job.get("script").list()) {
      Map<String, String> environment =
          Map.of(
              "SPECIFICATIONS",
              file.get("variables").get("SPECIFICATIONS").text(),
              "PATH",
              gate.bin() + ":" + folder.resolve("tools"));
      runs.add(gate.step("sh", environment, line.text()));
    }
    assertEquals(List.of(0, 0), statuses(runs), runs.toString());
  }

  @Test
  void thePipelineForJenkinsFetchesChecksAndReplays() throws IOException {
    String file = Files.readString(FILES.resolve("Jenkinsfile"));
    assertEquals(count(file, "{"), count(file, "}"));
    assertTrue(file.contains("pipeline {\n  agent any\n"), file);
    assertTrue(file.contains("SPECIFICATIONS = 'specifications'"));
    assertTrue(file.contains("junit testResults: 'out/junit.xml'"));
    assertTrue(file.contains("sarif(pattern: 'out/results.sarif')"));
    List<Run> runs = new ArrayList<>();
    for (String step : steps(file)) {
      Map<String, String> environment =
          Map.of(
              "SURETY_URL", gate.smallArchive().toUri().toString(),
              "SURETY_SHA256", gate.digest(gate.smallArchive()),
              "SPECIFICATIONS", "specifications");
      runs.add(gate.step("sh", environment, step));
    }
    assertEquals(List.of(0, 0, 0), statuses(runs), runs.toString());
    assertTrue(runs.get(2).firstLine().startsWith("VALID: "), runs.toString());
  }

  private static List<String> steps(String pipeline) {
    return JENKINS_STEP
        .matcher(pipeline)
        .results()
        .map(step -> step.group(1) == null ? step.group(2) : step.group(1).stripIndent())
        .toList();
  }

  private static long count(String text, String part) {
    return text.chars().filter(c -> c == part.charAt(0)).count();
  }

  @Test
  void theHookStopsACommitThatViolates() throws IOException {
    gate.sandbox()
        .set("PATH", gate.bin() + ":" + folder.resolve("tools"))
        .set("GIT_CONFIG_GLOBAL", "/dev/null")
        .set("GIT_CONFIG_NOSYSTEM", "1");
    git("init", "--quiet").expecting(0);
    Files.copy(FILES.resolve("pre-commit"), gate.work().resolve(".git/hooks/pre-commit"));
    Path odd = gate.work().resolve("specifications/an odd \u00e4 name.sure");
    Files.move(gate.work().resolve("specifications/iris.sure"), odd);
    Run first = commit();
    assertEquals(0, first.status(), first.err());
    assertTrue(first.err().contains("PROVED: "), first.err());
    gate.specification(Gate.VIOLATED);
    Run second = commit();
    assertEquals(1, second.status());
    assertTrue(second.err().contains("VIOLATED: 2 specifications"), second.err());
    // Nothing of it has to do with specifications; Surety would still not be content.
    git("reset", "--quiet", "--", "specifications");
    Files.writeString(gate.work().resolve("notes.txt"), "nothing");
    git("add", "notes.txt").expecting(0);
    Run third = git("-c", "user.name=n", "-c", "user.email=e", "commit", "-qm", "third");
    assertEquals(0, third.status(), third.err());
    assertEquals("", third.err());
  }

  private Run commit() {
    git("add", "specifications/*.sure", "specifications/*.onnx").expecting(0);
    return git("-c", "user.name=n", "-c", "user.email=e", "commit", "-qm", "a commit");
  }

  private Run git(String... arguments) {
    List<Object> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    return gate.sandbox().run(command.toArray());
  }

  @Test
  void theHooksForPreCommitAreCommandsThatThereAre() throws IOException {
    YamlFile shared = YamlFile.read(FILES.resolve(".pre-commit-hooks.yaml"));
    YamlFile local = YamlFile.read(FILES.resolve(".pre-commit-config.yaml")).only("repos");
    List<YamlFile> hooks = new ArrayList<>(shared.list());
    for (YamlFile repository : local.get("repos").list()) {
      assertEquals("local", repository.only("repo", "hooks").get("repo").text());
      hooks.addAll(repository.get("hooks").list());
    }
    assertEquals(5, hooks.size());
    for (YamlFile hook : hooks) {
      hook.only(
          "id",
          "name",
          "description",
          "entry",
          "language",
          "files",
          "pass_filenames",
          "require_serial");
      assertEquals("system", hook.get("language").text());
      assertTrue(Pattern.compile(hook.get("files").text()).matcher("a/b.sure").find());
      assertFalse(Pattern.compile(hook.get("files").text()).matcher("a/b.sure.txt").find());
    }
    // Each once: what stays open is what they do, and not in which file they are.
    gate.sandbox().set("PATH", gate.bin() + ":" + folder.resolve("tools"));
    for (String entry : hooks.stream().map(hook -> hook.get("entry").text()).distinct().toList()) {
      String files = entry.endsWith(" .") ? "" : " specifications/iris.sure";
      assertEquals(0, gate.step("sh", Map.of(), entry + files).status(), entry);
    }
  }
}
