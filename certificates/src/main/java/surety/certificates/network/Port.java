package surety.certificates.network;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the vectors that a file calls an input or output of its network. The network itself has
 * their elements, one vector after the other.
 *
 * @param name as in the file, whatever it is
 * @param size how many elements it has, at least one
 */
public record Port(String name, int size) {
  /**
   * What its elements are called: {@code speed}, or {@code speed[0]}, {@code speed[1]} and so on.
   */
  public List<String> elements() {
    return size == 1
        ? List.of(name)
        : IntStream.range(0, size).mapToObj(i -> name + "[" + i + "]").toList();
  }
}
