package surety.certificates.cell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import surety.certificates.stop.Stop;

/** What has been computed for keys; forgotten when it has become too much. Threads share it. */
final class BoundedCache<K, V> {
  /** The most that is kept. */
  static final int MOST = 1 << 16;

  private final Map<K, V> known = new ConcurrentHashMap<>();
  private final Stop stop;

  /** Empty; nothing is computed any more once the stop is wanted. */
  BoundedCache(Stop stop) {
    this.stop = stop;
  }

  V get(K key, Function<K, V> computed) {
    stop.check();
    if (known.size() > MOST) {
      known.clear();
    }
    return known.computeIfAbsent(key, computed);
  }
}
