package surety.language.fit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Files of samples for tests. */
final class SampleFiles {
  private SampleFiles() {}

  /** With these lines. */
  static Path of(Path folder, String... lines) throws IOException {
    return Files.writeString(folder.resolve("s.csv"), String.join("\n", lines) + "\n");
  }

  /** All columns of a file with these lines. */
  static SampleColumns columns(Path folder, String... lines) throws IOException, FitException {
    return SampleColumns.read(of(folder, lines), List.of());
  }

  /**
   * Two groups of rows in two columns: around (0, 0), and around (far, -far) with half of the
   * deviation.
   */
  static String[] twoGroups(int first, int second, double far, long seed) {
    Random random = new Random(seed);
    String[] lines = new String[1 + first + second];
    lines[0] = "a,b";
    for (int i = 0; i < first + second; i++) {
      boolean isFirst = i < first;
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      StringJoiner line = new StringJoiner(",");
      line.add(Double.toString(isFirst ? a : far + a / 2));
      line.add(Double.toString(isFirst ? b : -far + b / 2));
      lines[1 + i] = line.toString();
    }
    return lines;
  }
}
