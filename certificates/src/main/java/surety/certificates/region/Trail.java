package surety.certificates.region;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A list that grows at its end and shares its beginning with others. */
final class Trail<T> {
  private final Optional<Trail<T>> beginning;
  private final Optional<T> last;
  private final int size;

  private Trail(Optional<Trail<T>> beginning, Optional<T> last, int size) {
    this.beginning = beginning;
    this.last = last;
    this.size = size;
  }

  static <T> Trail<T> empty() {
    return new Trail<>(Optional.empty(), Optional.empty(), 0);
  }

  Trail<T> plus(T element) {
    return new Trail<>(Optional.of(this), Optional.of(element), size + 1);
  }

  int size() {
    return size;
  }

  @SuppressWarnings("unchecked") // only elements of type T are put into the array
  List<T> toList() {
    Object[] elements = new Object[size];
    Trail<T> path = this;
    for (int i = size - 1; i >= 0; i--) {
      elements[i] = path.last.orElseThrow();
      path = path.beginning.orElseThrow();
    }
    return (List<T>) Arrays.asList(elements);
  }
}
