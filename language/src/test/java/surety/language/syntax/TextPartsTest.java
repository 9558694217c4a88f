package surety.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPartsTest {
  private static final String TEXT =
      """
      // header: property no: P(c > 1) < 1;
      semantics real;
      network N = "property n.onnx" { input a; output c; }
      network M = "m.onnx";
      distribution D for N { a ~ Uniform(0, 1); }
      distribution E for M { x[0] = 1; }
      property p "its; title": P(c > 1) < 0.5 under D;
      query q: cdf(c) /* under E; */ under E;
      """;

  private static List<String> words(String text) {
    return TextParts.of(text).stream().map(TextPart::words).toList();
  }

  private static Map<String, List<String>> meanings(String text) {
    return TextParts.meanings(TextParts.of(text));
  }

  @Test
  void wordsThatMayBeNamesBeginAnElementOnlyWhereTheyDo() {
    assertEquals(
        List.of(
            "settings { within 0.1; }",
            "event e = c > 0 and event > 1;",
            "network settings = \"n.onnx\" { input event; }",
            "distribution D for settings { event = 5; }",
            "property p: P(argmax(N) in {a, b} or e) < event under D;",
            "query q: P(e) = ? under D;"),
        words(
            """
            settings { within 0.1; }
            event e = c > 0 and event > 1;
            network settings = "n.onnx" { input event; }
            distribution D for settings { event = 5; }
            property p: P(argmax(N) in {a, b} or e) < event under D;
            query q: P(e) = ? under D;
            """));
  }

  @Test
  void meaningsDependOnEventsConstantsAndSettings() {
    String text =
        """
        settings { within 0.1; }
        constant k = 7;
        network N = "n.onnx";
        network M = "m.onnx";
        distribution D for N, M { x[0] = 1; }
        event e = f or N.y[0] > 0;
        event f = M.y[0] > 0;
        query q: P(e) = ? under D;
        query r: P(N.y[0] > 0) = ? under D;
        """;
    Map<String, List<String>> before = meanings(text);
    Map<String, List<String>> event = meanings(text.replace("f = M.y[0] > 0", "f = M.y[0] > 1"));
    assertNotEquals(before.get("q"), event.get("q"));
    assertEquals(before.get("r"), event.get("r"));
    Map<String, List<String>> settings = meanings(text.replace("0.1", "0.2"));
    assertNotEquals(before.get("r"), settings.get("r"));
    Map<String, List<String>> constant = meanings(text.replace("k = 7", "k = 8"));
    assertNotEquals(before.get("q"), constant.get("q"));
    assertNotEquals(before.get("r"), constant.get("r"));
    Map<String, List<String>> network = meanings(text.replace("m.onnx", "k.onnx"));
    assertNotEquals(before.get("r"), network.get("r"));
  }

  @Test
  void aMixtureMeansWhatItsComponentsMean() {
    String text =
        """
        network N = "n.onnx";
        distribution A for N { x[0] = 1; }
        distribution B for N { mixture { 0.5: A; 0.5: C; } }
        distribution C for N { x[0] = 3; }
        distribution D for N { x[0] = 4; }
        query q: P(N.y[0] > 0) = ? under B;
        """;
    Map<String, List<String>> before = meanings(text);
    assertNotEquals(before, meanings(text.replace("x[0] = 3", "x[0] = 2")));
    assertNotEquals(before, meanings(text.replace("x[0] = 1", "x[0] = 2")));
    assertEquals(before, meanings(text.replace("x[0] = 4", "x[0] = 2")));
  }

  @Test
  void elementsArePartsWithTheirNames() {
    List<TextPart> parts = TextParts.of(TEXT);
    assertEquals(
        List.of(
            "semantics real",
            "network N",
            "network M",
            "distribution D",
            "distribution E",
            "property p",
            "query q"),
        parts.stream().map(p -> p.word() + " " + p.name().orElse("")).toList());
    assertEquals(Optional.of("N"), parts.get(3).base());
    assertEquals(Optional.of("E"), parts.get(6).base());
    assertEquals(List.of(true, true), parts.stream().skip(5).map(TextPart::isClaim).toList());
    for (TextPart part : parts) {
      String text = TEXT.substring(part.start(), part.end());
      assertTrue(text.startsWith(part.word()) && text.matches("(?s).*[;}]"), text);
      String head = TEXT.substring(part.start(), part.headEnd());
      assertTrue(head.endsWith(" " + part.name().orElseThrow()), head);
    }
    assertEquals("query q: cdf(c) under E;", parts.get(6).words());
  }

  @ParameterizedTest
  @CsvSource({
    "'property a: x; prop query b: y;', 'property a: x;|prop|query b: y;'",
    "'property a: P( query b: y;', 'property a: P(|query b: y;'",
    "'a distribution D { x } } query b: y;', 'a|distribution D { x }|}|query b: y;'",
    "'query a: x /* query b: y; */;', 'query a: x ;'",
    "'query a: x /* query b: y;', 'query a: x /* query b: y;'",
    "'query a \"x /* query b: y;', 'query a \"x /* query b: y;'",
    "'query a \"x query b: y;', 'query a \"x query b: y;'",
    "'querya: x; my_query b; query', 'querya: x; my_query b;|query'",
    "'3query a;', '3|query a;'",
    "'network N { input a; } ;', 'network N { input a; }|;'",
    "'', ''",
    "'/', '/'",
    "'// query a: x;', ''"
  })
  void whatIsHalfWrittenEndsWhereTheNextBegins(String text, String parts) {
    assertEquals(parts, String.join("|", words(text)));
  }

  @Test
  void quotedTextWithoutAnEndEndsWithItsLine() {
    assertEquals(
        List.of("query a \"x query b", "query c: y;"), words("query a \"x query b\nquery c: y;"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "property",
        "property:",
        "query \"p\": x;",
        "query 3;",
        "query under D;",
        "prop p;"
      })
  void onlyANameIsAName(String text) {
    assertTrue(TextParts.of(text).stream().allMatch(p -> p.name().isEmpty()), text);
  }

  @Test
  void commentsAndBlanksMeanNothing() {
    String other =
        TEXT.replace("0.5", "/* */0.5 // why\n")
            .replace(" for ", "\r\n\tfor\n")
            .replace("}\n", "}");
    assertEquals(meanings(TEXT), meanings(other));
    assertEquals(2, meanings(TEXT).size());
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.6, p",
    "'cdf(c)', 'cdf(-c)', q",
    "'Uniform(0, 1)', 'Uniform(0, 2)', p",
    "'x[0] = 1', 'x[0] = 2', q",
    "n.onnx, o.onnx, p",
    "m.onnx, o.onnx, q",
    "for M, for N, q",
    "real, float32, pq",
    "'network M', 'network N', pq",
    "'distribution D', 'distribution E', pq",
    "'query q', 'query p', pq",
    "title, name, p"
  })
  void meaningsChangeWithWhatTheyDependOn(String from, String to, String changed) {
    Map<String, List<String>> before = meanings(TEXT);
    Map<String, List<String>> after = meanings(TEXT.replace(from, to));
    for (String name : List.of("p", "q")) {
      if (changed.contains(name)) {
        assertNotEquals(before.get(name), after.get(name));
      } else {
        assertEquals(before.get(name), after.get(name));
      }
    }
  }

  /** Nothing is lost, nothing is twice, and it takes no time. */
  @Test
  void anyTextHasParts() {
    SplittableRandom random = new SplittableRandom(1);
    List<String> pieces =
        List.of(
            "property p", ";", "{", "}", "\"", "/*", "*/", "//", "\n", "under D", "\u00e4", " ");
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(30); k >= 0; k--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      int end = 0;
      for (TextPart part : TextParts.of(text.toString())) {
        assertTrue(part.start() >= end && part.end() > part.start(), text.toString());
        assertTrue(part.headEnd() >= part.start() && part.headEnd() <= part.end());
        end = part.end();
      }
      assertTrue(end <= text.length());
    }
    assertEquals(100_000, TextParts.of("query ".repeat(100_000)).size());
    assertEquals(1, TextParts.of("{".repeat(1_000_000)).size());
  }
}
