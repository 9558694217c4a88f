package surety.language.quickfix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import surety.language.Diagnostic;
import surety.language.Samples;
import surety.language.Specification;

/** Texts before and after quick fixes, in a folder with network files. */
final class Repairs {
  private final Samples samples;

  Repairs(Path folder) throws IOException {
    samples = new Samples(folder);
  }

  /**
   * The first message of a code has a fix that turns one text into another; the message is gone
   * then, and there is no new one. The same holds with the line ends of Windows.
   */
  void check(String code, String before, int which, String title, String after) throws IOException {
    checkLines(code, before, which, title, after);
    if (before.contains("\n")) {
      checkLines(code, before.replace("\n", "\r\n"), which, title, after.replace("\n", "\r\n"));
    }
  }

  private void checkLines(String code, String before, int which, String title, String after)
      throws IOException {
    Specification specification = samples.read(before);
    List<QuickFix> fixes = QuickFixes.of(specification, first(specification, code));
    assertTrue(which < fixes.size(), () -> code + " has only the fixes " + fixes + before);
    QuickFix fix = fixes.get(which);
    assertEquals(title, fix.title());
    assertTrue(fix.edits().stream().allMatch(edit -> edit.end() <= before.length()));
    assertEquals(after, fix.applyTo(before));
    List<String> expected = codes(specification);
    expected.remove(code);
    for (Diagnostic left : samples.read(after).diagnostics()) {
      assertTrue(expected.remove(left.code()), () -> left + " is new in " + after);
    }
  }

  /** No message of a code has a fix, and there is one of that code. */
  void checkNone(String code, String text) throws IOException {
    assertEquals(List.of(), titles(code, text));
  }

  /** The titles of the fixes of the first message of a code. */
  List<String> titles(String code, String text) throws IOException {
    Specification specification = samples.read(text);
    return QuickFixes.of(specification, first(specification, code)).stream()
        .map(QuickFix::title)
        .toList();
  }

  Specification read(String text) throws IOException {
    return samples.read(text);
  }

  static Diagnostic first(Specification specification, String code) {
    return specification.diagnostics().stream()
        .filter(diagnostic -> diagnostic.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError("no " + code + " among " + specification.diagnostics()));
  }

  private static List<String> codes(Specification specification) {
    List<String> codes = new ArrayList<>();
    specification.diagnostics().forEach(diagnostic -> codes.add(diagnostic.code()));
    codes.sort(null);
    return codes;
  }
}
