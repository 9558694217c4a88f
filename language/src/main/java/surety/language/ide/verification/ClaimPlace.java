package surety.language.ide.verification;

import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.ide.server.Document;
import surety.language.syntax.TextPart;
import surety.language.syntax.TextParts;

/**
 * Where a property or query is in a document as it reads now.
 *
 * @param head from its first word to the end of its name
 * @param end where its declaration ends
 */
record ClaimPlace(String name, Range head, Position end) {

  /**
   * All that have a name, in their order; a parser might lose those behind what is half-written.
   */
  static List<ClaimPlace> all(Document document) {
    return TextParts.of(document.getContents()).stream()
        .filter(part -> part.isClaim() && part.name().isPresent())
        .map(part -> of(document, part))
        .toList();
  }

  private static ClaimPlace of(Document document, TextPart part) {
    Range head =
        new Range(document.getPosition(part.start()), document.getPosition(part.headEnd()));
    return new ClaimPlace(part.name().orElseThrow(), head, document.getPosition(part.end()));
  }

  /** Whether a position is in its head. */
  boolean isAt(Position position) {
    return position.getLine() >= head.getStart().getLine()
        && position.getLine() <= head.getEnd().getLine()
        && (position.getLine() > head.getStart().getLine()
            || position.getCharacter() >= head.getStart().getCharacter())
        && (position.getLine() < head.getEnd().getLine()
            || position.getCharacter() <= head.getEnd().getCharacter());
  }
}
