package surety.language.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.certificates.fuzz.Fuzz;

/** Whatever is in a file of data, it is data or a message of one line. */
class CsvFuzzTest {
  private static final int COUNT = 2_000;

  @TempDir private Path folder;

  private interface Content {
    boolean read(CsvFile file) throws CsvException;
  }

  private boolean isRead(byte[] bytes, Content content) throws Exception {
    Path file = Files.write(folder.resolve("data.csv"), bytes);
    try {
      return content.read(CsvFiles.samples(file));
    } catch (CsvException e) {
      assertTrue(e.getMessage().contains("data.csv"), e::getMessage);
      assertTrue(e.getMessage().length() < 1_000 + folder.toString().length(), e::getMessage);
      assertFalse(e.getMessage().contains("\n"), e::getMessage);
      return false;
    }
  }

  @Test
  void histogramsAreReadOrRefused() {
    Fuzz fuzz =
        Fuzz.ofTexts(
            List.of(
                "lower,upper,weight\n-1,0,0.25\n0,1e-1,1/2\n0.1,7,0.25\n",
                "\uFEFF Lower , upper,COUNT\r\n\r\n 0 , 1 , 1 \r\n1,2,0\r\n2,3,2\r\n"),
            "lower",
            "weight",
            "count");
    int read =
        fuzz.run(
            COUNT,
            bytes ->
                isRead(
                    bytes,
                    file -> {
                      HistogramFile histogram = file.histogram("data.csv");
                      assertEquals(histogram.edges().size(), histogram.weights().size() + 1);
                      return true;
                    }));
    assertTrue(read > COUNT / 100, () -> read + " were read");
  }

  @Test
  void samplesAreReadOrRefused() {
    Fuzz fuzz =
        Fuzz.ofTexts(
            List.of(
                "a,b,c\n1,-0.5,1e3\n2/3,4,5\n\n6,7,8\n",
                "1.5\n2.5\n-3\n",
                "sepal length,\"width\"\n5.1,3.5\n4.9,3.0\n"),
            "nan",
            "NA",
            "inf");
    int read =
        fuzz.run(
            COUNT,
            bytes ->
                isRead(
                    bytes,
                    file -> {
                      int columns = file.columns("data.csv").count();
                      SampleTable samples = file.samples("data.csv");
                      samples.rows().forEach(row -> assertEquals(columns, row.size()));
                      return true;
                    }));
    assertTrue(read > COUNT / 100, () -> read + " were read");
  }
}
