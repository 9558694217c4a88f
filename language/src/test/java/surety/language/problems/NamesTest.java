package surety.language.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Suggestions are near, lists are short. */
class NamesTest {
  private static final List<String> KNOWN = List.of("sepal_length", "sepal_width", "Normal", "a");

  @ParameterizedTest
  @CsvSource({
    "sepal_lenght, sepal_length",
    "sepal_witdh, sepal_width",
    "sepallength, sepal_length",
    "normal, Normal",
    "Norml, Normal",
    "A, a"
  })
  void findsTheNearest(String name, String nearest) {
    assertEquals(Optional.of(nearest), Names.nearest(name, KNOWN));
  }

  @ParameterizedTest
  @CsvSource({"petal_area", "b", "ab", "N", "x"})
  void suggestsNothingFarAway(String name) {
    assertEquals(Optional.empty(), Names.nearest(name, KNOWN));
  }

  @Test
  void veryLongNamesAreNotCompared() {
    String name = "x".repeat(100_000);
    assertEquals(Optional.empty(), Names.nearest(name, List.of(name + "y")));
  }

  @Test
  void listsStayShort() {
    assertEquals("a, b", Names.list(List.of("a", "b")));
    assertEquals("0, 1, 2, 3, 4, 5, 6, 7", Names.list(numbers(8)));
    assertEquals("0, 1, 2, 3, 4, 5, 6 and 2 more", Names.list(numbers(9)));
    assertEquals("0, 1, 2, 3, 4, 5, 6 and 993 more", Names.list(numbers(1000)));
  }

  @Test
  void countsOneAndMany() {
    assertEquals("0 edges", Names.count(0, "edge"));
    assertEquals("1 edge", Names.count(1, "edge"));
    assertEquals("2 edges", Names.count(2, "edge"));
  }

  private static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }
}
