package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.arithmetic.Bound;
import surety.language.display.EstimateStroke;
import surety.language.ide.picture.EstimatedCdf;
import surety.language.verification.Bench;
import surety.language.verification.GatedSearch;
import surety.language.verification.Verification;
import surety.solver.BandPoint;
import surety.solver.Result;
import surety.solver.StopReason;

/** Of 1 + a, where a is uniform on [0, 1]: a line, whose linearisation it is itself. */
class CdfEstimatesTest {
  private static final String CDF = "query all: cdf(c) at [1, 1.5, 1.75] under D;\n";

  @TempDir private Path folder;
  private final GatedSearch search = new GatedSearch();
  private final CdfEstimates estimates = new CdfEstimates();
  private Bench bench;

  @BeforeEach
  void begin() throws IOException {
    bench = new Bench(folder, search);
  }

  @AfterEach
  void end() {
    bench.close();
  }

  private Verification answered(String claim, String name, double... thresholds)
      throws IOException, InterruptedException {
    bench.model().restore(bench.read(claim));
    bench.verify(name);
    GatedSearch.Begun begun = search.next();
    List<BandPoint> points =
        DoubleStream.of(thresholds).mapToObj(t -> new BandPoint(t, Bound.ZERO, Bound.ONE)).toList();
    begun
        .end()
        .complete(
            new Result(
                begun.statement(),
                Optional.empty(),
                points,
                0.5,
                3,
                StopReason.GAP_REACHED,
                new byte[] {42},
                Optional.empty(),
                false,
                List.of()));
    return bench.await(name, v -> v.established().isPresent());
  }

  @Test
  void theLinearOneOfALineIsItsCdf() throws Exception {
    List<EstimatedCdf> found = estimates.of(answered(CDF, "all", 1, 1.5, 1.75));
    assertEquals(
        List.of(EstimateStroke.LINEAR, EstimateStroke.MATCHING),
        found.stream().map(EstimatedCdf::stroke).toList());
    List<Double> linear = found.get(0).probabilities();
    assertEquals(0, linear.get(0), 1e-12);
    assertEquals(0.5, linear.get(1), 1e-12);
    assertEquals(0.75, linear.get(2), 1e-12);
    assertEquals(0.5, found.get(1).probabilities().get(1), 1e-9); // normal, with the same mean
  }

  @Test
  void whatWasDrawnIsKept() throws Exception {
    Verification verification = answered(CDF, "all", 1, 1.5, 1.75);
    assertSame(estimates.of(verification), estimates.of(verification));
  }

  @Test
  void thereAreNoneBeforeSomethingIsProven() throws IOException {
    bench.model().restore(bench.read(CDF));
    assertEquals(List.of(), estimates.of(bench.of("all")));
  }

  @Test
  void aProbabilityHasNone() throws Exception {
    assertEquals(List.of(), estimates.of(answered(Bench.ASKED, "asked", 0)));
  }

  @Test
  void twoOutputsTogetherHaveNone() throws Exception {
    String joint = "query both: cdf(c, d) at [1, 2] x [1, 2] under D;\n";
    assertEquals(List.of(), estimates.of(answered(joint, "both", 1, 1, 2, 2)));
  }

  /** Nothing is said of another network than the one that the bounds are about. */
  @Test
  void anotherNetworkHasNone() throws Exception {
    Verification verification = answered(CDF, "all", 1, 1.5, 1.75);
    Files.write(folder.resolve("net.onnx"), new byte[] {1, 2, 3});
    assertEquals(List.of(), estimates.of(verification));
  }
}
