package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.language.verification.VerificationState.PROVED;
import static surety.language.verification.VerificationState.STALE;
import static surety.language.verification.VerificationState.VIOLATED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import surety.language.DataFile;
import surety.solver.Checker;

/** What depends on a data file is stale as soon as the file changes, and nothing else is. */
@Timeout(60)
class VerificationFilesTest {
  private static final String UNIFORM = "lower,upper,weight\n0,1,1\n";
  private static final String SKEWED = "lower,upper,count\n0,0.75,1\n0.75,1,9\n";
  private static final String TEXT =
      """
      semantics real;
      network N = "net.onnx" { input a, b; output c, d; }
      distribution D for N { a ~ Histogram("load.csv"); b = 1; }
      distribution E for N { a ~ Uniform(0, 1); b = 1; }
      property rare: P(c > 1.75) < 0.5 under D;
      property other: P(c > 1.75) < 0.5 under E;
      """;

  @TempDir private Path folder;
  private Bench bench;
  private Path load;

  @BeforeEach
  void begin() throws IOException {
    bench = new Bench(folder, Checker::check);
    load = Files.writeString(bench.file("load.csv"), UNIFORM);
    bench.model().update(bench.read(bench.file(), TEXT));
  }

  @AfterEach
  void end() {
    bench.close();
  }

  private void verify() throws InterruptedException {
    bench.verify("rare", "other");
    bench.await(s -> !s.isUnderWay());
  }

  @Test
  void onlyWhatDependsOnItIsStale() throws IOException, InterruptedException {
    verify();
    assertEquals(List.of(PROVED, PROVED), bench.states());
    Files.writeString(load, SKEWED);
    bench.model().fileChanged(load);
    assertEquals(List.of(STALE, PROVED), bench.states());
    bench.await("rare", v -> v.message().orElse("").equals("the data file " + load + " changed"));
    bench.verify("rare");
    assertEquals(STALE, bench.state("rare"));
    bench.model().update(bench.read(bench.file(), TEXT));
    assertEquals("changed since it was verified", bench.message("rare"));
    verify();
    assertEquals(List.of(VIOLATED, PROVED), bench.states());
  }

  @Test
  void whatWasOnlyTouchedComesBack() throws IOException, InterruptedException {
    verify();
    Files.writeString(load, UNIFORM);
    bench.model().fileChanged(bench.file("folder").resolve("../load.csv"));
    bench.await("rare", PROVED);
    Files.delete(load);
    bench.model().fileChanged(load);
    bench.await("rare", v -> v.message().orElse("").endsWith("can no longer be read"));
    assertEquals(PROVED, bench.state("other"));
    Files.writeString(load, UNIFORM);
    bench.model().fileChanged(load);
    bench.await("rare", PROVED);
  }

  /** The specification was read before the file changed, but told after. */
  @Test
  void whatWasMadeFromAnOlderFileIsNotBelieved() throws IOException, InterruptedException {
    verify();
    var before = bench.read(bench.file(), TEXT);
    Files.writeString(load, SKEWED);
    bench.model().fileChanged(load);
    bench.await("rare", v -> v.message().orElse("").endsWith("changed"));
    bench.model().update(before);
    assertEquals(STALE, bench.state("rare"));
    assertTrue(bench.message("rare").contains("load.csv changed"), bench.message("rare"));
  }

  @Test
  void otherFilesChangeNothing() throws IOException, InterruptedException {
    verify();
    long version = bench.snapshot().version();
    bench.model().fileChanged(Files.writeString(bench.file("other.csv"), UNIFORM));
    bench.model().fileChanged(folder);
    bench.model().fileChanged(bench.file("gone.csv"));
    assertEquals(version, bench.snapshot().version());
  }

  @Test
  void obligationsNameTheirFiles() throws IOException {
    var obligations = bench.read(bench.file(), TEXT).obligations();
    assertEquals(
        List.of(bench.file("net.onnx"), load),
        obligations.get(0).files().stream().map(DataFile::file).toList());
    assertEquals(
        List.of(bench.file("net.onnx")),
        obligations.get(1).files().stream().map(DataFile::file).toList());
    String digest = obligations.get(0).histograms().get(0).digest();
    assertEquals(surety.certificates.replay.Sha256.of(Files.readAllBytes(load)), digest);
  }
}
