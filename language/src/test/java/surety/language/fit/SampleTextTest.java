package surety.language.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTextTest {
  @TempDir private Path folder;

  @Test
  void isReadBackAsItWas() throws IOException, FitException {
    Path file =
        SampleFiles.of(folder, "a b,kind,c", "1.50,red,1/3", "-2e-400,blue,12345678901234567890");
    SampleColumns columns = SampleColumns.read(file, List.of("c", "a b"));
    String text = SampleText.of(columns);
    assertEquals("c,a_b\n1/3,1.5\n12345678901234567890,-2e-400\n", text);
    Path copy = Files.writeString(folder.resolve("copy.csv"), text);
    assertEquals(columns.rows(), SampleColumns.read(copy, List.of()).rows());
  }

  @Test
  void hasNoHeaderWhereThereIsNone() throws IOException, FitException {
    assertEquals("1\n2\n", SampleText.of(SampleFiles.columns(folder, "1", "2")));
  }
}
