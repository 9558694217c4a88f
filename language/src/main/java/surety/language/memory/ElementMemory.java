package surety.language.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was found out about elements, by their keys. It is handed on from one reading of a document
 * to the next. Can be used from any thread.
 *
 * <p>Kept are the findings of two readings: of the one that is going on, and of the last that was
 * finished. So nothing is lost by a reading that is broken off, and nothing piles up.
 */
public final class ElementMemory {
  private record Slot(ElementKey key, Class<?> kind) {}

  private Map<Slot, Object> last = Map.of();
  private Map<Slot, Object> current = new HashMap<>();

  /**
   * What was found out before, or else what is found out now.
   *
   * @param kind of what is wanted; there is one for each element
   * @param work finds it out from nothing but what is in the key
   */
  public <T> T recall(ElementKey key, Class<T> kind, Supplier<T> work) {
    Optional<T> known = find(key, kind);
    if (known.isPresent()) {
      return known.get();
    }
    T found = work.get();
    keep(key, kind, found);
    return found;
  }

  /** What was found out before, if anything was. */
  public synchronized <T> Optional<T> find(ElementKey key, Class<T> kind) {
    Slot slot = new Slot(key, kind);
    Object known = current.get(slot);
    if (known == null) {
      known = last.get(slot);
      if (known != null) {
        current.put(slot, known);
      }
    }
    return Optional.ofNullable(known).map(kind::cast);
  }

  /** Keeps a finding. */
  public synchronized <T> void keep(ElementKey key, Class<T> kind, T finding) {
    current.put(new Slot(key, kind), finding);
  }

  /** A reading is finished: what it did not need was of elements that are gone. */
  public synchronized void finish() {
    last = current;
    current = new HashMap<>();
  }
}
