package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.stop.Stop;

class RoundsTest {
  @ParameterizedTest
  @CsvSource({"1, 100", "2, 3", "2, 1000", "3, 1001", "4, 0"})
  void eachTaskRunsOnce(int threads, int count) {
    AtomicIntegerArray runs = new AtomicIntegerArray(count);
    try (Rounds rounds = new Rounds(threads, Stop.NEVER)) {
      rounds.run(
          count,
          (index, worker) -> {
            assertTrue(worker < threads);
            runs.incrementAndGet(index);
          });
    }
    for (int index = 0; index < count; index++) {
      assertEquals(1, runs.get(index));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aFailureIsNotLost(int threads) {
    try (Rounds rounds = new Rounds(threads, Stop.NEVER)) {
      Rounds.Task failing =
          (index, worker) -> {
            throw new IllegalStateException("on purpose");
          };
      assertThrows(IllegalStateException.class, () -> rounds.run(100, failing));
    }
  }
}
