package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.language.ide.protocol.RunOutcome;
import surety.language.ide.protocol.RunValue;
import surety.language.verification.Bench;
import surety.language.verification.GatedSearch;

/** Outputs c and d are 1 + a; a is uniform on [0, 1], b is 1. */
class TrialRunTest {
  @TempDir private Path folder;
  private final GatedSearch search = new GatedSearch();
  private Bench bench;

  @BeforeEach
  void begin() throws IOException {
    bench = new Bench(folder, search);
    bench.model().update(bench.read(Bench.RARE, Bench.ASKED, "query band: cdf(c) under D;\n"));
  }

  @AfterEach
  void end() {
    bench.close();
  }

  private RunOutcome run(String name, List<String> input) {
    return new TrialRun(bench.of(name)).of(input);
  }

  @Test
  void anInputGivesExactAndRoundedOutputs() {
    RunOutcome outcome = run("rare", List.of("0.75", "1"));
    assertNull(outcome.problem());
    assertEquals("Try an input: rare", outcome.title());
    assertEquals(
        List.of(new RunValue("a", "0.75", null), new RunValue("b", "1", null)), outcome.inputs());
    assertEquals(List.of("c", "d"), outcome.outputs().stream().map(RunValue::name).toList());
    assertEquals("1.75", outcome.outputs().get(0).exact());
    assertEquals("rare's event does not happen: c > 1.75", outcome.event());
    assertTrue(outcome.details().contains("| c | `1.75` |"), outcome.details());
    assertEquals("rare's event happens: c > 1.75", run("rare", List.of("0.7500001", "1")).event());
  }

  @Test
  void withoutAnInputSomethingIsShown() throws InterruptedException {
    RunOutcome outcome = run("rare", null);
    assertEquals("rare's event happens: c > 1.75", outcome.event());
    assertTrue(outcome.details().contains("Tried is "), outcome.details());
    assertNull(run("band", null).event());
    assertEquals(2, run("band", null).outputs().size());
  }

  @Test
  void namesWillDo() {
    assertEquals("1.5", run("band", List.of("a = 1/2")).outputs().get(0).exact());
    assertTrue(
        run("band", List.of("a = 2")).details().contains("has no density"),
        run("band", List.of("a = 2")).details());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 2 values",
    "1, 2 values",
    "'1;2;3', 2 values",
    "'1;x', no value for b",
    "'1;', is empty",
    "'z=1', no input 'z'",
    "'a=1;a=2', twice",
    "'a=1e99999999;b=1', no value for a"
  })
  void whatIsNoInputIsAProblem(String input, String words) {
    RunOutcome outcome = run("rare", List.of(input.split(";", -1)));
    assertTrue(outcome.problem().contains(words), outcome.problem());
    assertEquals(List.of(), outcome.outputs());
    assertNull(outcome.event());
    assertEquals("", outcome.details());
  }

  @Test
  void anotherNetworkIsNotFed() throws IOException {
    Files.write(bench.file("net.onnx"), new byte[] {1});
    assertTrue(run("rare", null).problem().contains("is not the one"));
    Files.delete(bench.file("net.onnx"));
    assertTrue(run("rare", null).problem().contains("net.onnx: "), run("rare", null).problem());
  }
}
