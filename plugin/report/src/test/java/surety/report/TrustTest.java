package surety.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TrustTest {
  /** What is trusted is said in one place; here it may be said again, but not differently. */
  @Test
  void namesWhatTheFormatNames() throws IOException {
    String page = Files.readString(Path.of("../../certificates/FORMAT.md"));
    String section = page.substring(page.indexOf("What is trusted")).replace("`", "");
    String all = String.join(" ", Trust.paragraphs());
    int words = 0;
    for (String part :
        Pattern.compile("\\. |, and | and |, ").split(section.split("\n\n", 3)[1], -1)) {
      String word = part.replace("Java's ", "").replace(".", "").strip();
      assertTrue(all.replace(".", "").contains(word), word);
      words++;
    }
    assertTrue(words > 10, words + " parts");
  }
}
