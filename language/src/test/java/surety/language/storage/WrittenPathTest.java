package surety.language.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WrittenPathTest {
  @Test
  void isRelativeToTheFolderOfTheSpecification() {
    assertEquals("s.csv", WrittenPath.of(Path.of("a/f.sure"), Path.of("a/s.csv")));
    assertEquals("../s.csv", WrittenPath.of(Path.of("a/b/f.sure"), Path.of("a/./s.csv")));
    assertEquals("d/s.csv", WrittenPath.of(Path.of("f.sure"), Path.of("d/s.csv")));
  }

  @Test
  void hasNeitherQuotationMarksNorLineBreaks() {
    assertTrue(WrittenPath.isQuotable("a b/\u00fc'.csv"));
    for (String wrong : new String[] {"a\"b", "a\nb", "a\rb", "a\0b"}) {
      assertFalse(WrittenPath.isQuotable(wrong));
    }
  }
}
