package surety.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.maven.Result.State;

class SuretyRunTest {
  @TempDir private Path folder;
  private Sample sample;

  @BeforeEach
  void lay() {
    sample = new Sample(folder);
  }

  @Test
  void aResultHasItsStateAndItsBounds() throws IOException {
    Path file =
        sample.specification(Sample.PROVED, Sample.VIOLATED, Sample.UNDECIDED, Sample.QUERY);
    SuretyRun run = SuretyRun.of(List.of("check", file.toString()));
    assertEquals(40, run.status());
    assertEquals(
        List.of(State.PROVED, State.VIOLATED, State.UNDECIDED, State.ANSWERED), states(run));
    Result violated = run.results().get(1).seenFrom(folder);
    assertEquals("spec.sure", violated.specification());
    assertEquals(Optional.of("R5: frequent"), violated.title());
    assertEquals("VIOLATED   frequent  \"R5: frequent\"", violated.lines().get(0));
    assertTrue(
        violated
            .summary()
            .matches(
                "'frequent' of spec\\.sure is VIOLATED: P\\(setosa > 3\\.5\\) < 0\\.1 under Flowers;"
                    + " probability in \\[0\\.219\\d*, 0\\.219\\d*\\]"),
        violated.summary());
    String why = run.results().get(2).details().get(2);
    assertTrue(why.contains("stopped at the wanted gap"), why);
  }

  @Test
  void whatCertificatesProveIsTakenFromTheirReplay() throws IOException {
    Path file = sample.specification(Sample.PROVED, Sample.VIOLATED, Sample.QUERY);
    SuretyRun.of(List.of("check", file.toString()));
    SuretyRun valid = SuretyRun.of(List.of("replay", file.toString()));
    assertEquals(List.of(State.PROVED, State.VIOLATED, State.ANSWERED), states(valid));
    Files.delete(sample.certificate("rare"));
    Files.writeString(sample.certificate("rate"), "surety certificate");
    Path changed =
        sample.specification(Sample.PROVED, Sample.VIOLATED.replace("0.1", "0.2"), Sample.QUERY);
    SuretyRun stale = SuretyRun.of(List.of("replay", changed.toString()));
    assertEquals(List.of(State.STALE, State.STALE, State.INVALID), states(stale));
  }

  @Test
  void aSpecificationThatIsWrongIsAResult() throws IOException {
    Path wrong = sample.specification("property p: P(setosa > nothing) < 1 under Flowers;");
    SuretyRun run = SuretyRun.of(List.of("check", wrong.toString()));
    assertEquals(3, run.status());
    assertEquals(List.of(State.FAILED), states(run));
    assertTrue(run.messages().get(0).contains("spec.sure:9:"), run.messages().toString());
    SuretyRun missing = SuretyRun.of(List.of("check", folder + "/none.sure"));
    assertEquals(3, missing.status());
    assertEquals(List.of(), missing.results());
    assertTrue(missing.messages().get(0).endsWith("there is no such specification"));
  }

  @Test
  void whatIsNoReportIsAFault() {
    assertThrows(IllegalStateException.class, () -> SuretyRun.results("{"));
    assertEquals(List.of(), SuretyRun.results(" \n"));
  }

  private static List<State> states(SuretyRun run) {
    return run.results().stream().map(Result::state).toList();
  }
}
