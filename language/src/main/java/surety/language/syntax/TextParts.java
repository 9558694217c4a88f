package surety.language.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes a text apart without a parser, so that what is half-written takes nothing from what is not:
 * each word that can only begin an element begins a part, which ends where the element would, or at
 * the next such word.
 *
 * <p>A comment without an end reaches to the end of the text, and so does the part that it is in.
 */
public final class TextParts {
  private static final Set<String> BEGINNINGS =
      Set.of("semantics", "network", "distribution", "property", "query");

  /** What begins an element and may be a name, too, with what stands behind it in an element. */
  private static final Map<String, Pattern> MAYBE_BEGINNINGS =
      Map.of(
          "event", Pattern.compile("\\s+[A-Za-z_]\\w*\\s*="),
          "constant", Pattern.compile("\\s+[A-Za-z_]\\w*\\s*="),
          "settings", Pattern.compile("\\s*\\{"));

  private static final Set<String> NO_NAMES =
      Set.of("input", "output", "for", "under", "within", "timeout");

  private final String text;
  private final List<TextPart> parts = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private int at;
  private boolean isBlankBefore;

  private String word = "";
  private Optional<String> name = Optional.empty();
  private Optional<String> base = Optional.empty();
  private int start;
  private int headEnd;
  private int end;
  private int braces;
  private String last = "";

  private TextParts(String text) {
    this.text = text;
  }

  /** In the order of the text; blanks and comments alone are no part. */
  public static List<TextPart> of(String text) {
    TextParts parts = new TextParts(text);
    parts.all();
    return List.copyOf(parts.parts);
  }

  /**
   * What the meaning of each property and query depends on, as far as it is in the text, by name:
   * where it is the same in two texts, so is the meaning.
   */
  public static Map<String, List<String>> meanings(List<TextPart> parts) {
    Map<String, List<TextPart>> byWord = new HashMap<>();
    for (TextPart part : parts) {
      byWord.computeIfAbsent(part.word(), w -> new ArrayList<>()).add(part);
    }
    Map<String, List<String>> bases = new HashMap<>();
    Map<String, List<String>> meanings = new HashMap<>();
    for (TextPart part : parts) {
      if (part.isClaim() && part.name().isPresent()) {
        List<String> meaning = meanings.computeIfAbsent(part.name().get(), n -> new ArrayList<>());
        meaning.add(part.words());
        meaning.addAll(
            bases.computeIfAbsent(part.base().orElse(""), n -> baseOf(byWord, part.base())));
        meaning.addAll(eventsOf(byWord, part));
      }
    }
    return meanings;
  }

  private static List<String> baseOf(
      Map<String, List<TextPart>> parts, Optional<String> distribution) {
    List<String> base = new ArrayList<>();
    parts.getOrDefault("semantics", List.of()).forEach(part -> base.add(part.words()));
    parts.getOrDefault("settings", List.of()).forEach(part -> base.add(part.words()));
    // Distributions, events and quantities may be about any of them.
    parts.getOrDefault("constant", List.of()).forEach(part -> base.add(part.words()));
    for (TextPart part :
        withComponents(parts.getOrDefault("distribution", List.of()), distribution)) {
      base.add(part.words());
      Set<String> names = names(part.words().substring(0, headEnd(part.words())));
      parts.getOrDefault("network", List.of()).stream()
          .filter(network -> network.name().filter(names::contains).isPresent())
          .forEach(network -> base.add(network.words()));
    }
    return base;
  }

  /** The distributions of a name, and those that are named in these: a mixture is about others. */
  private static List<TextPart> withComponents(
      List<TextPart> distributions, Optional<String> name) {
    Set<String> reached = new HashSet<>();
    name.ifPresent(reached::add);
    List<TextPart> found = new ArrayList<>();
    List<TextPart> left = new ArrayList<>(distributions);
    for (boolean isGrowing = true; isGrowing; ) {
      List<TextPart> more =
          left.stream().filter(part -> part.name().filter(reached::contains).isPresent()).toList();
      more.forEach(part -> reached.addAll(names(part.words())));
      found.addAll(more);
      isGrowing = left.removeAll(more);
    }
    return found;
  }

  /** Where the list of the networks ends. */
  private static int headEnd(String distribution) {
    int brace = distribution.indexOf('{');
    return brace < 0 ? distribution.length() : brace;
  }

  /**
   * All named events and networks, if one is named: events may be about others, and any network.
   */
  private static List<String> eventsOf(Map<String, List<TextPart>> parts, TextPart claim) {
    List<TextPart> events = parts.getOrDefault("event", List.of());
    Set<String> names = events.isEmpty() ? Set.of() : names(claim.words());
    boolean isNamed = events.stream().anyMatch(e -> e.name().filter(names::contains).isPresent());
    return isNamed
        ? Stream.concat(events.stream(), parts.getOrDefault("network", List.of()).stream())
            .map(TextPart::words)
            .toList()
        : List.of();
  }

  private static Set<String> names(String words) {
    return Set.copyOf(List.of(words.split("\\W+")).stream().distinct().toList());
  }

  private void all() {
    while (at < text.length()) {
      char c = text.charAt(at);
      int opaque = Opaque.end(text, at);
      if (isBlank(c)) {
        isBlankBefore = true;
        at++;
      } else if (opaque < 0) {
        endless(c);
      } else if (opaque > at) {
        opaque(c, opaque + 1);
      } else if (isLetter(c)) {
        word();
      } else {
        sign(c);
      }
    }
    finish();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\uFEFF';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  /** Where a comment may begin in quoted text without an end, nobody knows what is a comment. */
  private void endless(char first) {
    int line = Opaque.endOfLine(text, at);
    boolean isComment = first == '/' || text.substring(at, line).contains("/*");
    token(isComment ? text.length() : line);
  }

  private void opaque(char first, int to) {
    if (first == '"') {
      token(to);
    } else {
      isBlankBefore = true;
      at = to;
    }
  }

  private void word() {
    int to = at;
    while (to < text.length() && (isLetter(text.charAt(to)) || isDigit(text.charAt(to)))) {
      to++;
    }
    String found = text.substring(at, to);
    if (BEGINNINGS.contains(found) || isBeginning(found, to)) {
      finish();
      word = found;
      start = at;
      headEnd = to;
    } else if (!NO_NAMES.contains(found)) {
      name(found, to);
    }
    token(to);
  }

  private boolean isBeginning(String found, int to) {
    Pattern behind = MAYBE_BEGINNINGS.get(found);
    return behind != null
        && !NO_NAMES.contains(last)
        && !BEGINNINGS.contains(last)
        && !last.equals(",")
        && behind.matcher(text).region(to, text.length()).lookingAt();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void name(String found, int to) {
    if (!word.isEmpty() && last.equals(word)) {
      name = Optional.of(found);
      headEnd = to;
    } else if (last.equals("under") || last.equals("for")) {
      base = Optional.of(found);
    }
  }

  private void sign(char c) {
    token(at + 1);
    braces += c == '{' ? 1 : c == '}' ? -1 : 0;
    boolean isLine = word.equals("property") || word.equals("query") || word.equals("event");
    boolean isEnd = isLine ? c == ';' : braces <= 0 && (c == ';' || c == '}');
    if (!word.isEmpty() && isEnd) {
      finish();
    }
  }

  /** What is between two elements begins with its first word or sign. */
  private void token(int to) {
    if (words.isEmpty()) {
      start = at;
    } else if (isBlankBefore) {
      words.append(' ');
    }
    last = text.substring(at, to);
    words.append(last);
    isBlankBefore = false;
    at = to;
    end = to;
  }

  private void finish() {
    if (!words.isEmpty()) {
      parts.add(
          new TextPart(
              word, name, base, start, word.isEmpty() ? start : headEnd, end, words.toString()));
    }
    words.setLength(0);
    word = "";
    name = Optional.empty();
    base = Optional.empty();
    braces = 0;
    last = "";
    isBlankBefore = false;
  }
}
