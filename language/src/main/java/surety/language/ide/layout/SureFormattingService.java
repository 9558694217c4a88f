package surety.language.ide.layout;

import java.util.List;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.formatting.FormattingService;
import org.eclipse.xtext.resource.XtextResource;
import surety.language.SpecificationFormatter;

/**
 * The one layout, the same as that of {@code surety format}; the options of an editor do not change
 * it. A text that cannot be parsed is left alone.
 */
public final class SureFormattingService extends FormattingService {
  private final SpecificationFormatter formatter = new SpecificationFormatter();

  @Override
  public List<TextEdit> format(
      XtextResource resource,
      Document document,
      int offset,
      int length,
      FormattingOptions options) {
    String text = document.getContents();
    if (length == 0 && !text.isEmpty()) {
      return List.of();
    }
    return LayoutEdit.between(text, formatter.format(text)).stream()
        .filter(edit -> offset <= edit.offset() + edit.length() && edit.offset() <= offset + length)
        .map(edit -> edit(document, edit))
        .toList();
  }

  private static TextEdit edit(Document document, LayoutEdit edit) {
    Range range =
        new Range(
            document.getPosition(edit.offset()),
            document.getPosition(edit.offset() + edit.length()));
    return new TextEdit(range, edit.replacement());
  }
}
