package surety.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.testing.InjectWith;
import org.eclipse.xtext.testing.extensions.InjectionExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import surety.language.services.SureGrammarAccess;
import surety.language.translation.Function;

/** The editors colour every word of the language: each has a list of its own. */
@ExtendWith(InjectionExtension.class)
@InjectWith(SureInjectorProvider.class)
class ColouredWordsTest {
  /** The grammar of VS Code and IntelliJ. */
  private static final Path TEXTMATE = Path.of("../plugin/textmate/syntaxes/sure.tmLanguage.json");

  private static final Path ECLIPSE =
      Path.of("../plugin/eclipse/bundle/src/main/java/surety/eclipse/editor/Colours.java");

  /** What is no name, letter by letter: a word between signs of a pattern, or a text in Java. */
  private static final Pattern WORD = Pattern.compile("(?<![A-Za-z_])[A-Za-z]+(?![A-Za-z_])");

  /** A pattern of the grammar. */
  private static final Pattern MATCH = Pattern.compile("\"match\": \"((?:[^\"\\\\]|\\\\.)*)\"");

  @Inject private SureGrammarAccess grammar;

  private Set<String> words() {
    Set<String> words = new TreeSet<>(Function.words());
    GrammarUtil.getAllKeywords(grammar.getGrammar()).stream()
        .filter(keyword -> keyword.matches("[a-z]+"))
        .forEach(words::add);
    return words;
  }

  private static Set<String> missing(Set<String> words, List<String> texts) {
    Set<String> missing = new TreeSet<>(words);
    for (String text : texts) {
      Matcher word = WORD.matcher(text);
      while (word.find()) {
        missing.remove(word.group());
      }
    }
    return missing;
  }

  @Test
  void textMateKnowsEachWord() throws IOException {
    List<String> patterns =
        MATCH
            .matcher(Files.readString(TEXTMATE))
            .results()
            .map(result -> result.group(1).replace("\\\\b", " "))
            .toList();
    assertEquals(Set.of(), missing(words(), patterns));
  }

  @Test
  void eclipseKnowsEachWord() throws IOException {
    String source = Files.readString(ECLIPSE);
    List<String> texts =
        Pattern.compile("\"[A-Za-z]+\"").matcher(source).results().map(r -> r.group()).toList();
    assertEquals(Set.of(), missing(words(), texts));
  }

  /** A list without a word that is there is found out. */
  @Test
  void aForgottenWordIsNoticed() {
    assertEquals(Set.of("threads"), missing(Set.of("threads", "in"), List.of("(in|thread)")));
  }
}
