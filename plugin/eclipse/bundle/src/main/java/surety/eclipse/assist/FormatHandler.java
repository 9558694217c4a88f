package surety.eclipse.assist;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import surety.eclipse.documents.Edits;
import surety.eclipse.documents.OpenDocument;
import surety.eclipse.server.Server;
import surety.eclipse.server.SuretyServer;
import surety.eclipse.text.Lines;

/** Lays out what is selected, or the whole specification. */
public final class FormatHandler extends EditorHandler {
  private static final int SECONDS = 10;
  private static final FormattingOptions OPTIONS = new FormattingOptions(2, true);

  @Override
  void execute(ExecutionEvent event, OpenDocument open, ITextSelection selection) {
    String text = open.document().get();
    var unused =
        Server.get()
            .ask(SECONDS, question(open, selection, new Lines(text)))
            .whenComplete(
                (edits, failure) ->
                    change(
                        open,
                        text,
                        failure,
                        () -> Edits.apply(open.document(), List.copyOf(edits))));
  }

  private static Function<SuretyServer, CompletableFuture<List<? extends TextEdit>>> question(
      OpenDocument open, ITextSelection selection, Lines lines) {
    if (selection.getLength() == 0) {
      DocumentFormattingParams all = new DocumentFormattingParams(open.identifier(), OPTIONS);
      return server -> server.getTextDocumentService().formatting(all);
    }
    Range range =
        new Range(
            lines.position(selection.getOffset()),
            lines.position(selection.getOffset() + selection.getLength()));
    DocumentRangeFormattingParams part =
        new DocumentRangeFormattingParams(open.identifier(), OPTIONS, range);
    return server -> server.getTextDocumentService().rangeFormatting(part);
  }
}
