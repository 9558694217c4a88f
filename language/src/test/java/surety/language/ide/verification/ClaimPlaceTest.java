package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.ide.server.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimPlaceTest {
  private static final int CASES = 60;

  private List<ClaimPlace> all(String text) {
    return ClaimPlace.all(new Document(1, text));
  }

  /** As editors count: lines and characters from 0. */
  private static Position position(String text, int offset) {
    String before = text.substring(0, offset);
    int line = (int) before.chars().filter(c -> c == '\n').count();
    return new Position(line, offset - 1 - before.lastIndexOf('\n'));
  }

  private static String blank(SplittableRandom random) {
    return List.of(" ", "\t", "\n", "\r\n", " // why: q\n", " /* property z: */ ", "\n\n  ")
        .get(random.nextInt(7));
  }

  private static String claim(String name, SplittableRandom random) {
    boolean isProperty = random.nextBoolean();
    return (isProperty ? "property" : "query")
        + blank(random)
        + name
        + (random.nextBoolean() ? " \"of \u00e4 title: \ud83d\ude00\"" : "")
        + ":"
        + blank(random)
        + (isProperty ? "P(y > 0) < 1" : "cdf(y)")
        + blank(random)
        + "under D;";
  }

  @Test
  void placesAreWhereTheTextIs() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < CASES; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : "semantics real;");
      List<int[]> expected = new ArrayList<>();
      for (int k = 0; k < 1 + random.nextInt(5); k++) {
        String name = "name" + "s".repeat(random.nextInt(3)) + k;
        text.append(blank(random));
        String claim = claim(name, random);
        int head = text.length() + claim.indexOf(name) + name.length();
        expected.add(new int[] {text.length(), head, text.length() + claim.length()});
        text.append(claim);
      }
      text.append(blank(random));
      assertPlaces(text.toString(), expected);
    }
  }

  private void assertPlaces(String text, List<int[]> expected) {
    List<ClaimPlace> places = all(text);
    assertEquals(expected.size(), places.size(), text);
    for (int k = 0; k < places.size(); k++) {
      ClaimPlace place = places.get(k);
      int[] offsets = expected.get(k);
      Range head = new Range(position(text, offsets[0]), position(text, offsets[1]));
      assertEquals(head, place.head(), text);
      assertEquals(position(text, offsets[2]), place.end(), text);
      assertTrue(text.substring(0, offsets[1]).endsWith(place.name()), text);
      for (int offset = 0; offset <= text.length(); offset++) {
        boolean isInside = offset >= offsets[0] && offset <= offsets[1];
        assertEquals(isInside, place.isAt(position(text, offset)), text);
      }
    }
  }

  /** Editors may ask for what is not in the document any more. */
  @Test
  void nothingIsOutsideOfTheDocument() {
    ClaimPlace place = all("property\np: P(y > 0) < 1 under D;").get(0);
    assertTrue(place.isAt(new Position(0, 8)));
    assertTrue(place.isAt(new Position(1, 1)));
    assertFalse(place.isAt(new Position(1, 2)));
    assertFalse(place.isAt(new Position(2, 0)));
    assertFalse(place.isAt(new Position(1, Integer.MAX_VALUE)));
    assertFalse(place.isAt(new Position(-1, 3)));
    assertFalse(place.isAt(new Position(0, -1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "property",
        "property:",
        "query : cdf(y) under D;",
        "property \"a title\": P(y > 0) < 1 under D;",
        "property 3: P(y > 0) < 1 under D;",
        "// property p: P(y > 0) < 1 under D;",
        "network N = \"property p: P(y > 0) < 1 under D;\";",
        "\u0000\ufffe"
      })
  void whatHasNoNameHasNoPlace(String text) {
    assertEquals(List.of(), all(text));
  }

  /** Lenses stay while one types. */
  @ParameterizedTest
  @ValueSource(
      strings = {"property p", "property p:", "query p: cdf(", "property p: P(y >", "query p; }"})
  void whatIsHalfWrittenHasThePlaceOfWhatIsThere(String text) {
    ClaimPlace place = all(text).get(0);
    assertEquals("p", place.name());
    assertEquals(new Position(0, 0), place.head().getStart());
    assertEquals(position(text, text.indexOf('p', 6) + 1), place.head().getEnd());
    assertTrue(place.end().getCharacter() >= place.head().getEnd().getCharacter());
    assertTrue(place.end().getCharacter() <= text.length());
  }

  /** Which of them counts is not decided here. */
  @Test
  void eachOfTwoWithOneNameHasItsPlace() {
    List<ClaimPlace> places = all("query p: cdf(y) under D;\nproperty p: P(y > 0) < 1 under D;");
    assertEquals(List.of("p", "p"), places.stream().map(ClaimPlace::name).toList());
    assertEquals(List.of(0, 1), places.stream().map(p -> p.end().getLine()).toList());
  }
}
