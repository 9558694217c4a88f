package surety.language.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.language.OnnxSample;
import surety.language.ParsedSpecification;
import surety.language.memory.ElementKey;
import surety.language.sure.ClaimDeclaration;
import surety.language.sure.ConstantDeclaration;
import surety.language.sure.DistributionDeclaration;
import surety.language.sure.Element;
import surety.language.sure.EventDeclaration;
import surety.language.sure.LoopDeclaration;
import surety.language.sure.NetworkDeclaration;

/** What an element means depends on what its key says, and its key on nothing else. */
class ElementKeysTest {
  private static final String TEXT =
      """
      semantics real;
      network N = "n.onnx" { input a; output b; }
      network M = "m.onnx";
      distribution D for N { a ~ Histogram("h.csv"); }
      distribution E for M { x[0] = 1; }
      property p: P(b > 0) < 0.5 under D;
      query q: cdf(y[0]) under E;
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.write(folder.resolve("n.onnx"), OnnxSample.linear(1, 1));
    Files.write(folder.resolve("m.onnx"), OnnxSample.linear(1, 1));
    Files.writeString(folder.resolve("h.csv"), "lower,upper,weight\n0,1,1\n");
  }

  private Map<String, Optional<ElementKey>> keys(String text) {
    ParsedSpecification parsed = new ParsedSpecification(folder.resolve("s.sure"), text);
    ElementKeys keys = parsed.resource().getResourceServiceProvider().get(ElementKeys.class);
    Map<String, Optional<ElementKey>> found = new LinkedHashMap<>();
    parsed
        .model()
        .orElseThrow()
        .getElements()
        .forEach(element -> found.put(name(element), keys.of(element)));
    return found;
  }

  private static String name(Element element) {
    if (element instanceof NetworkDeclaration network) {
      return network.getName();
    }
    if (element instanceof DistributionDeclaration distribution) {
      return distribution.getName();
    }
    if (element instanceof EventDeclaration event) {
      return event.getName();
    }
    if (element instanceof ConstantDeclaration constant) {
      return constant.getName();
    }
    if (element instanceof LoopDeclaration loop) {
      return loop.getName();
    }
    return element instanceof ClaimDeclaration claim ? claim.getName() : "semantics";
  }

  /** The elements whose keys are others after an edit, or gone. */
  private Set<String> changed(String text, String edited) {
    Map<String, Optional<ElementKey>> before = keys(text);
    Map<String, Optional<ElementKey>> after = keys(edited);
    Set<String> changed = new TreeSet<>();
    before.forEach(
        (name, key) -> {
          if (!key.equals(after.getOrDefault(name, Optional.empty()))) {
            changed.add(name);
          }
        });
    return changed;
  }

  @Test
  void whatNamesAnEventDependsOnIt() {
    String text = TEXT + "event e = f or b > 0;\nevent f = b > 1;\nquery r: P(e) = ? under D;\n";
    assertEquals(Set.of("e", "f", "r"), changed(text, text.replace("b > 1", "b > 2")));
    assertEquals(Set.of("e", "r"), changed(text, text.replace("or b", "or not b")));
    assertEquals(Set.of("e", "f", "r"), changed(text, text.replace("b > 1", "e")));
    assertEquals(Set.of("f", "e", "r"), changed(text, text.replace("event f", "event g")));
  }

  /** Also on the constants that its own constants are computed from, and on nothing else. */
  @Test
  void aLoopDependsOnWhatItNames() {
    String text =
        TEXT
            + "constant g = 9;\nconstant k = 8;\n"
            + "loop L { constant a = 2 * g; start { x := 0; } step { x := x + a; } }\n"
            + "query r: E(x[3]) = ? of L;\nquery s: E(x[3] + k) = ? of L;\n";
    assertEquals(Set.of("g", "L", "r", "s"), changed(text, text.replace("g = 9", "g = 7")));
    assertEquals(Set.of("k", "s"), changed(text, text.replace("k = 8", "k = 7")));
    assertEquals(Set.of("L", "r", "s"), changed(text, text.replace("x + a", "x - a")));
    assertEquals(Set.of("r"), changed(text, text.replace("E(x[3]) =", "E(x[4]) =")));
    assertEquals(Set.of("r", "s"), changed(text, text.replace("of L", "of K")));
    assertEquals(Set.of("L", "r", "s"), changed(text, text.replace("x := 0;", "x := ;")));
  }

  @Test
  void everyElementHasOne() {
    List<String> without = new ArrayList<>();
    keys(TEXT).forEach((name, key) -> key.ifPresentOrElse(k -> {}, () -> without.add(name)));
    assertEquals(List.of(), without);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b > 0      | b > 1            | p",
        "0.5        | 0.5 /* half */   | p",
        "cdf(       | cdf( 2 *         | q",
        "x[0] = 1   | x[0] = 2         | E q",
        "\"m.onnx\" | \"n.onnx\"       | E M q",
        "output b   | output c, b      | D N p",
        "real;      | real ;           | semantics",
        // Where it stands does not matter, nor what stands between.
        "network N  | /* a net */ network N |",
        // What refers to nothing has no key: its message names what there is.
        "under D    | under F          | p",
        "for M      | for K            | E q",
        // A declaration that has another name now is gone.
        "tion E for | tion G for       | E q",
        // What cannot be parsed has none, nor has what is behind it, nor what uses it.
        "b > 0      | b >              | p q",
        "x[0] = 1   | x[0] = = 1       | E p q",
        "input a;   | input a          | D E M N p q",
      })
  void anEditChangesTheKeysOfWhatItTouches(String old, String edited, String names) {
    assertTrue(TEXT.contains(old));
    Set<String> expected =
        names == null ? Set.of() : new TreeSet<>(List.of(names.trim().split(" ", -1)));
    assertEquals(expected, changed(TEXT, TEXT.replace(old, edited)));
  }

  @Test
  void aFileChangesTheKeysOfWhatUsesIt() throws IOException {
    Map<String, Optional<ElementKey>> before = keys(TEXT);
    Files.write(folder.resolve("m.onnx"), OnnxSample.linear(2, 1));
    assertEquals(Set.of("E", "M", "q"), different(before, keys(TEXT)));
    Files.delete(folder.resolve("m.onnx"));
    assertEquals(Set.of("E", "M", "q"), different(before, keys(TEXT)));
    Files.write(folder.resolve("m.onnx"), OnnxSample.linear(1, 1));
    assertEquals(Set.of(), different(before, keys(TEXT)));
    Files.writeString(folder.resolve("h.csv"), "lower,upper,weight\n0,2,1\n");
    assertEquals(Set.of("D", "p"), different(before, keys(TEXT)));
    Files.writeString(folder.resolve("h.csv"), "nonsense");
    assertEquals(Set.of("D", "p"), different(before, keys(TEXT)));
  }

  private static Set<String> different(
      Map<String, Optional<ElementKey>> before, Map<String, Optional<ElementKey>> after) {
    Set<String> different = new TreeSet<>();
    before.forEach(
        (name, key) -> {
          if (!key.equals(after.get(name))) {
            different.add(name);
          }
        });
    return different;
  }
}
