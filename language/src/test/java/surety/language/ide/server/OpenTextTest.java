package surety.language.ide.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.xtext.ide.server.Document;
import org.junit.jupiter.api.Test;

class OpenTextTest {
  private static final String TEXT = "ab\n\ncde\r\nf";

  @Test
  void agreesWithTheDocumentsOfXtextWhereTheyDoNotThrow() {
    OpenText text = new OpenText(1, TEXT);
    Document plain = new Document(1, TEXT);
    for (int offset = 0; offset <= TEXT.length(); offset++) {
      Position position = plain.getPosition(offset);
      assertEquals(position, text.getPosition(offset));
      assertEquals(offset, text.getOffSet(position));
    }
  }

  @Test
  void aPositionBehindALineIsItsEnd() {
    OpenText text = new OpenText(1, TEXT);
    assertEquals(2, text.getOffSet(new Position(0, 99)));
    assertEquals(3, text.getOffSet(new Position(1, 1)));
    assertEquals(TEXT.length(), text.getOffSet(new Position(3, 7)));
    assertEquals(TEXT.length(), text.getOffSet(new Position(99, 0)));
    assertEquals(0, text.getOffSet(new Position(-1, 5)));
    assertEquals(4, text.getOffSet(new Position(2, -1)));
    assertEquals(new Position(3, 1), text.getPosition(99));
    assertEquals(new Position(0, 0), text.getPosition(-1));
    assertEquals(
        0, text.getTextRegion(new Range(new Position(2, 2), new Position(0, 0))).getLength());
  }

  @Test
  void changesFollowEachOther() {
    OpenText text =
        new OpenText(1, "abc")
            .changed(2, List.of(change(0, 1, 0, 2, "\n"), change(1, 0, 1, 0, "xy")));
    assertEquals("a\nxyc", text.getContents());
    assertEquals(2, text.getVersion());
    assertEquals(
        "z", text.changed(3, List.of(new TextDocumentContentChangeEvent("z"))).getContents());
  }

  @Test
  void randomChangesDoWhatAPlainStringWouldDo() {
    SplittableRandom random = new SplittableRandom(1);
    OpenText text = new OpenText(0, "");
    StringBuilder twin = new StringBuilder();
    for (int version = 1; version <= 500; version++) {
      int from = random.nextInt(twin.length() + 1);
      int to = from + random.nextInt(Math.min(9, twin.length() - from + 1));
      String put = "a\nbc\n\n".substring(random.nextInt(6));
      Range range = new Range(text.getPosition(from), text.getPosition(to));
      text = text.changed(version, List.of(new TextDocumentContentChangeEvent(range, put)));
      twin.replace(from, to, put);
      assertEquals(twin.toString(), text.getContents());
    }
  }

  private static TextDocumentContentChangeEvent change(
      int line, int character, int endLine, int endCharacter, String text) {
    return new TextDocumentContentChangeEvent(
        new Range(new Position(line, character), new Position(endLine, endCharacter)), text);
  }
}
