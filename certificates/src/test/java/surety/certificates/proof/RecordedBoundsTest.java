package surety.certificates.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Computes the same bounds as ever, to the last bit. Whether they are true is asked elsewhere; that
 * they are the same is what a certificate relies on that is replayed years later, since a kernel
 * whose bounds are wider by a unit in the last place rejects it.
 *
 * <p>A change that is meant to make them closer writes them anew ({@link #main}).
 */
class RecordedBoundsTest {
  private static final int COUNT = 150;

  static List<String> all() throws IOException {
    try (var in = RecordedBoundsTest.class.getResourceAsStream("/recorded-bounds.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void boundsAreTheSameToTheLastBit(String line) {
    assertEquals(line, line(Integer.parseInt(line.substring(0, line.indexOf(' ')))));
  }

  private static String line(int seed) {
    return RecordedProblem.bounds(seed).stream()
        .map(bounds -> bounds.lower().toHex() + ".." + bounds.upper().toHex())
        .collect(Collectors.joining(" ", seed + " ", ""));
  }

  /** Takes the file to be written. */
  public static void main(String[] arguments) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int seed = 1; seed <= COUNT; seed++) {
      lines.add(line(seed));
    }
    Files.writeString(Path.of(arguments[0]), String.join("\n", lines) + "\n");
  }
}
