package surety.language.quickfix;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes another word, or none, where one cannot stand. */
final class WordFixer implements Fixer {
  private static final Pattern MEANT = Pattern.compile("expected .*; did you mean '(\\w+)'\\?");
  private static final Pattern RESERVED =
      Pattern.compile("'(\\w+)' is a word of the language and cannot be a name; .*");
  private static final Pattern SEMICOLON =
      Pattern.compile("';' is not understood behind '.*'; leave it out");

  @Override
  public List<QuickFix> fixes(Place place) {
    Words words = place.words();
    int index = words.indexAt(place.offset());
    Words.Word word = words.get(index);
    Matcher meant = MEANT.matcher(place.message());
    if (meant.matches()) {
      return List.of(written(word, meant.group(1)));
    }
    Matcher reserved = RESERVED.matcher(place.message());
    if (reserved.matches() && word.is(reserved.group(1))) {
      return List.of(written(word, unused(words, word.text() + "_")));
    }
    if (place.message().startsWith("'in' is not understood; to cut") && word.is("in")) {
      return List.of(written(word, "on"));
    }
    if (SEMICOLON.matcher(place.message()).matches()) {
      return List.of(new QuickFix("Delete ';'", place.lines().deletion(word.offset(), word.end())));
    }
    boolean isBare =
        place.message().startsWith("a name is missing before ';'")
            && words.get(index - 1).is("semantics");
    return isBare
        ? List.of(new QuickFix("Write 'real'", Edit.insertion(words.get(index - 1).end(), " real")))
        : List.of();
  }

  private static String unused(Words words, String name) {
    String unused = name;
    while (isUsed(words, unused)) {
      unused += "_";
    }
    return unused;
  }

  private static boolean isUsed(Words words, String name) {
    return words.all().stream().anyMatch(word -> word.is(name));
  }

  private static QuickFix written(Words.Word word, String text) {
    return new QuickFix("Write '" + text + "'", word.replace(text));
  }
}
