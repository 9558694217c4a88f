package surety.certificates.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;

class BoundedCacheTest {
  private final AtomicInteger computed = new AtomicInteger();

  private int twice(int key) {
    computed.incrementAndGet();
    return 2 * key;
  }

  private int get(BoundedCache<Integer, Integer> cache, int key) {
    return cache.get(key, this::twice);
  }

  @Test
  void whatIsKnownIsNotComputedAgain() {
    BoundedCache<Integer, Integer> cache = new BoundedCache<>(Stop.NEVER);
    assertEquals(6, get(cache, 3));
    assertEquals(6, get(cache, 3));
    assertEquals(8, get(cache, 4));
    assertEquals(2, computed.get());
  }

  @Test
  void itIsForgottenWhenItIsTooMuch() {
    BoundedCache<Integer, Integer> cache = new BoundedCache<>(Stop.NEVER);
    for (int key = 0; key <= BoundedCache.MOST; key++) {
      get(cache, key);
    }
    assertEquals(BoundedCache.MOST + 1, computed.get());
    assertEquals(2, get(cache, 1));
    assertEquals(BoundedCache.MOST + 2, computed.get());
    assertEquals(2, get(cache, 1));
    assertTrue(computed.get() == BoundedCache.MOST + 2);
  }

  @Test
  void nothingIsComputedOnceItIsToStop() {
    BoundedCache<Integer, Integer> cache = new BoundedCache<>(() -> true);
    assertThrows(StoppedException.class, () -> get(cache, 3));
    assertEquals(0, computed.get());
  }
}
