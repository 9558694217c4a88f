package surety.language.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static surety.language.Samples.PRELUDE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import surety.language.Samples;

/** Messages that only follow from others are left out. */
class SureResourceValidatorTest {
  @TempDir private Path folder;

  private List<String> places(String text) throws IOException {
    return new Samples(folder)
        .messages(text).stream()
            .map(m -> m.substring(0, m.indexOf(' ', m.indexOf(' ') + 1)))
            .toList();
  }

  @Test
  void oneMessageForEachPartThatCannotBeParsed() throws IOException {
    assertEquals(
        List.of("4:13 syntax", "5:23 syntax"),
        places(PRELUDE + "query q: P( > ) = = ? under ;\nquery r: Q(c > 0 > 0) under D;\n"));
  }

  @Test
  void otherPartsKeepTheirMessages() throws IOException {
    assertEquals(
        List.of("4:17 syntax", "5:12 unknown.output"),
        places(PRELUDE + "query q: P(cc > ) = ? under DD;\nquery r: P(cc > 0) = ? under D;\n"));
  }

  @Test
  void aBrokenDistributionIsStillKnown() throws IOException {
    assertEquals(
        List.of("3:28 syntax"),
        places(PRELUDE.replace("Uniform(0, 1)", "0") + "query q: P(c > 0) = ? under D;\n"));
  }

  @Test
  void nothingIsSaidAboutWhatUsesABrokenPart() throws IOException {
    String claims = "query q: P(cc > 0) = ? under D;\nquery r: P(c > 0) = ? under E;\n";
    assertEquals(
        List.of("2:35 syntax", "5:29 unknown.distribution"),
        places(PRELUDE.replace("a, b", "a, 1") + claims));
    assertEquals(
        List.of("3:28 syntax", "5:29 unknown.distribution"),
        places(PRELUDE.replace("Uniform(0, 1)", ")") + claims));
  }

  @Test
  void whereTheParserLostItsWayOnlyThatIsSaid() throws IOException {
    assertEquals(
        List.of("1:1 syntax"),
        places("semantic real;\n" + PRELUDE + "query q: P(cc > 0) = ? under DD;\n"));
    assertEquals(
        List.of("4:1 syntax"), places(PRELUDE + "propert p: P(cc > 0) < 1 under D;\n" + PRELUDE));
  }
}
