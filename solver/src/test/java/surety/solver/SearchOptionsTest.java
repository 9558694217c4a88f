package surety.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchOptionsTest {
  private final SearchOptions options = SearchOptions.defaults();

  @Test
  void oneOptionIsChangedAtATime() {
    Beginning beginning = new Beginning(List.of(), List.of(), new byte[] {4});
    assertEquals(
        new SearchOptions(
            0.5,
            Duration.ofSeconds(3),
            7,
            9,
            new Bounding.ReluNetworks(5),
            ProofWay.TREE,
            true,
            4,
            Optional.of(beginning)),
        options
            .withGap(0.5)
            .withTimeout(Duration.ofSeconds(3))
            .withThreads(7)
            .withMaxCells(9)
            .withBounding(new Bounding.ReluNetworks(5))
            .withWay(ProofWay.TREE)
            .withGlimpses(true)
            .withHeaviest(4)
            .withBeginning(Optional.of(beginning)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
  void gapsAreNumbersFromZeroOn(double gap) {
    assertThrows(IllegalArgumentException.class, () -> options.withGap(gap));
  }

  /** Of means and the like, which may be of any size. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 1.5, 1e300})
  void gapsMayBeLarge(double gap) {
    assertEquals(gap, options.withGap(gap).gap());
  }

  @Test
  void nonsenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> options.withThreads(0));
    assertThrows(IllegalArgumentException.class, () -> new Bounding.ReluNetworks(0));
    assertThrows(NullPointerException.class, () -> options.withBounding(null));
    assertThrows(IllegalArgumentException.class, () -> options.withMaxCells(0));
    assertThrows(IllegalArgumentException.class, () -> options.withHeaviest(-1));
    assertThrows(IllegalArgumentException.class, () -> options.withTimeout(Duration.ofNanos(-1)));
  }
}
