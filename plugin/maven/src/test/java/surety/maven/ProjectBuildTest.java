package surety.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Really builds projects with the plug-in. Many modules in one build, of which each is a case:
 * Maven goes on behind those that fail.
 */
@Tag("build")
class ProjectBuildTest {
  private static final String CHECK = "<goal>check</goal>";
  private static final String REPLAY = "<goal>replay</goal>";

  @TempDir private static Path folder;
  private static final Map<String, String> MODULES = new LinkedHashMap<>();
  private static MavenRun run;
  private static Map<String, String> ends;

  @BeforeAll
  static void build() throws IOException {
    MavenRun.prepare();
    module("passes", CHECK, "", Sample.PROVED, Sample.QUERY);
    module("violated", CHECK, "", Sample.PROVED, Sample.VIOLATED);
    module("violated-allowed", CHECK, off("Violated"), Sample.VIOLATED);
    module("undecided", CHECK, "", Sample.UNDECIDED);
    module("undecided-allowed", CHECK, off("Undecided"), Sample.UNDECIDED);
    module("only-undecided", CHECK, off("Violated"), Sample.VIOLATED, Sample.UNDECIDED);
    module("wrong", CHECK, off("Violated"), "property p: P(setosa > nothing) < 1 under Flowers;");
    module("wrong-skipped", CHECK, "<skip>true</skip>", "property");
    module("bad-option", CHECK, "<timeout>soon</timeout>", Sample.PROVED);
    module(
        "options", CHECK, "<timeout>9s</timeout><gap>1e-3</gap><threads>1</threads>", Sample.QUERY);
    module("reports", CHECK, "<report>target/gate</report>", Sample.VIOLATED);
    module("checked-and-replayed", CHECK + REPLAY, "", Sample.PROVED, Sample.QUERY);
    module("missing", REPLAY, "", Sample.PROVED);
    module("missing-allowed", REPLAY, off("Stale"), Sample.PROVED);
    module("changed", REPLAY, "", Sample.PROVED);
    module("changed-allowed", REPLAY, off("Stale"), Sample.PROVED);
    module("invalid", REPLAY, off("Stale"), Sample.PROVED);
    module("replay-violated", REPLAY, "", Sample.VIOLATED);
    for (String name : List.of("changed", "changed-allowed", "replay-violated", "invalid")) {
      Sample sample = sample(name);
      SuretyRun.of(List.of("check", sample.folder().resolve("spec.sure").toString()));
    }
    sample("changed").specification(Sample.PROVED.replace("1e-2", "1e-1"));
    sample("changed-allowed").specification(Sample.PROVED.replace("1e-2", "1e-1"));
    byte[] whole = Files.readAllBytes(sample("invalid").certificate("rare"));
    whole[whole.length - 1] ^= 1;
    Files.write(sample("invalid").certificate("rare"), whole);
    Files.createDirectories(folder.resolve("nothing"));
    MODULES.put("nothing", pom("nothing", CHECK, ""));
    parent();
    run = MavenRun.of(folder, "--fail-at-end", "verify");
    ends = ends();
  }

  private static String off(String what) {
    return "<failOn" + what + ">false</failOn" + what + ">";
  }

  private static Sample sample(String module) {
    return new Sample(folder.resolve(module).resolve("src/main/surety"));
  }

  private static void module(String name, String goals, String configuration, String... obligations)
      throws IOException {
    sample(name).specification(obligations);
    MODULES.put(name, pom(name, goals, configuration));
  }

  private static String pom(String name, String goals, String configuration) {
    return """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>sample</groupId>
            <artifactId>sample</artifactId>
            <version>1</version>
          </parent>
          <artifactId>%s</artifactId>
          <packaging>pom</packaging>
          <build>
            <plugins>
              <plugin>
                <groupId>dev.surety</groupId>
                <artifactId>surety-maven-plugin</artifactId>
                <version>%s</version>
                <executions>
                  <execution>
                    <goals>%s</goals>
                    <configuration>%s</configuration>
                  </execution>
                </executions>
              </plugin>
            </plugins>
          </build>
        </project>
        """
        .formatted(name, System.getProperty("surety.version"), goals, configuration);
  }

  private static void parent() throws IOException {
    StringBuilder modules = new StringBuilder();
    for (Map.Entry<String, String> module : MODULES.entrySet()) {
      Files.writeString(folder.resolve(module.getKey()).resolve("pom.xml"), module.getValue());
      modules.append("<module>").append(module.getKey()).append("</module>");
    }
    Files.writeString(
        folder.resolve("pom.xml"),
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>sample</groupId>
          <artifactId>sample</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
          <modules>%s</modules>
        </project>
        """
            .formatted(modules));
  }

  /** Of each module how it ended, as Maven sums it up. */
  private static Map<String, String> ends() {
    Map<String, String> found = new TreeMap<>();
    Pattern.compile("(?m)^\\[INFO\\] (\\S+).* \\.+ (SUCCESS|FAILURE|SKIPPED)")
        .matcher(run.output())
        .results()
        .forEach(line -> found.put(line.group(1), line.group(2)));
    return found;
  }

  private static void assertPasses(String... modules) {
    for (String module : modules) {
      assertEquals("SUCCESS", ends.get(module), module + " in " + run.output());
    }
  }

  /** Fails, with a message that Maven shows at its end and that matches. */
  private static void assertFails(String module, String message) {
    assertEquals("FAILURE", ends.get(module), module + " in " + run.output());
    List<String> told = new ArrayList<>();
    Pattern.compile("(?s)\\[ERROR\\] Failed to execute goal (.*?) -> \\[Help")
        .matcher(run.output())
        .results()
        .map(MatchResult::group)
        .filter(error -> error.contains(" on project " + module + ": "))
        .forEach(told::add);
    assertEquals(1, told.size(), module + " in " + run.output());
    assertTrue(Pattern.compile(message, Pattern.DOTALL).matcher(told.get(0)).find(), told.get(0));
  }

  @Test
  void everyModuleWasBuilt() {
    assertEquals(1, run.status());
    assertEquals(MODULES.size() + 1, ends.size(), run.output());
  }

  @Test
  void whatIsProvedPasses() {
    assertPasses("passes", "checked-and-replayed", "options");
    assertTrue(Files.exists(sample("passes").certificate("rare")));
    assertTrue(run.output().contains("[INFO] src/main/surety/spec.sure\n[INFO] PROVED     rare\n"));
  }

  @Test
  void aViolatedPropertyFailsAndIsNamed() {
    assertFails(
        "violated",
        "1 of 2 results does not pass:.*'frequent' of src/main/surety/spec.sure is VIOLATED:"
            + " P\\(setosa > 3.5\\) < 0.1 under Flowers; probability in \\[0.219");
    assertTrue(run.output().contains("[ERROR] VIOLATED   frequent  \"R5: frequent\"\n"));
    assertPasses("violated-allowed");
    assertFails("replay-violated", "'frequent' of .* is VIOLATED");
  }

  /** Most of all those of a build that fails; a path is meant from the module on. */
  @Test
  void reportsAreWrittenWhereTheyAreWanted() {
    assertFails("reports", "'frequent' of .* is VIOLATED");
    Path reports = folder.resolve("reports/target/gate");
    for (String name : List.of("index.html", "junit.xml", "results.sarif")) {
      assertTrue(Files.isRegularFile(reports.resolve(name)), name);
    }
    assertFalse(Files.exists(folder.resolve("violated/target")));
  }

  @Test
  void anUndecidedPropertyFailsAndSaysWhy() {
    assertFails("undecided", "'coarse' of .* is UNDECIDED: .*stopped at the wanted gap 1e-2");
    assertPasses("undecided-allowed");
    assertFails("only-undecided", "1 of 2 results does not pass:.*'coarse'");
  }

  @Test
  void aWrongSpecificationFailsWhateverIsAllowed() {
    assertFails("wrong", "spec.sure is FAILED: .*spec.sure has 1 error");
    assertTrue(run.output().matches("(?s).*\\[ERROR\\] \\S*wrong/src/main/surety/spec.sure:9:.*"));
    assertPasses("wrong-skipped");
    assertTrue(run.output().contains("Surety is skipped"));
    assertFails("bad-option", "Invalid value for option '--timeout'");
  }

  @Test
  void aStaleCertificateFails() {
    assertFails("missing", "'rare' of .* is STALE: .*there is no .*spec.rare.cert");
    assertFails("changed", "'rare' of .* is STALE: .*about another statement");
    assertPasses("missing-allowed", "changed-allowed");
    assertFails("invalid", "'rare' of .* is INVALID");
  }

  @Test
  void aParentWithoutSpecificationsHasNothingToDo() {
    assertPasses("nothing");
    assertTrue(run.output().contains("nothing/src/main/surety, and so nothing to do"));
  }

  /** Of a project that has none where they are looked for, and of what is given by hand. */
  @Test
  void goalsRunByHand(@TempDir Path alone) throws IOException {
    Files.writeString(
        alone.resolve("pom.xml"),
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>sample</groupId>
          <artifactId>alone</artifactId>
          <version>1</version>
        </project>
        """);
    new Sample(alone.resolve("a")).specification(Sample.VIOLATED);
    new Sample(alone.resolve("b")).specification(Sample.PROVED);
    String goals = "dev.surety:surety-maven-plugin:" + System.getProperty("surety.version");
    MavenRun none = MavenRun.of(alone, goals + ":check");
    assertEquals(1, none.status());
    assertTrue(none.output().contains("name your specifications in <specifications>"));
    MavenRun named =
        MavenRun.of(
            alone,
            goals + ":check",
            goals + ":replay",
            "-Dsurety.specifications=a/spec.sure,b",
            "-Dsurety.failOnViolated=false");
    assertEquals(0, named.status(), named.output());
    assertTrue(named.output().contains("[INFO] a/spec.sure\n[INFO] VIOLATED   frequent"));
    assertTrue(named.output().contains("[INFO] b/spec.sure\n[INFO] PROVED     rare"));
    assertFalse(named.output().contains("[ERROR]"), named.output());
  }
}
