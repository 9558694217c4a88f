package surety.language.ide.fixes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.codeActions.ICodeActionService2;
import surety.language.Diagnostic;
import surety.language.Severity;
import surety.language.Specification;
import surety.language.ide.document.DocumentUri;
import surety.language.quickfix.Edit;
import surety.language.quickfix.QuickFix;
import surety.language.quickfix.QuickFixes;

/** The quick fixes of the messages that a client asks about, the likeliest of each first. */
public final class SureCodeActions implements ICodeActionService2 {
  @Override
  public List<Either<Command, CodeAction>> getCodeActions(Options options) {
    return options
        .getLanguageServerAccess()
        .doSyncRead(
            options.getURI(),
            context ->
                context.getDocument() == null
                    ? List.of()
                    : actions(context.getDocument(), options.getCodeActionParams()));
  }

  private static List<Either<Command, CodeAction>> actions(
      Document document, CodeActionParams parameters) {
    String uri = parameters.getTextDocument().getUri();
    Specification specification =
        new Specification(file(uri), document.getContents(), List.of(), List.of(), List.of());
    List<Either<Command, CodeAction>> actions = new ArrayList<>();
    for (org.eclipse.lsp4j.Diagnostic shown : parameters.getContext().getDiagnostics()) {
      boolean isLikeliest = true;
      for (QuickFix fix : fixes(specification, document, shown)) {
        CodeAction action = new CodeAction(fix.title());
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(shown));
        action.setIsPreferred(isLikeliest);
        action.setEdit(new WorkspaceEdit(Map.of(uri, edits(document, fix))));
        actions.add(Either.forRight(action));
        isLikeliest = false;
      }
    }
    return actions;
  }

  /** A document that was never saved has no file; its fixes then know of no other files. */
  private static Path file(String uri) {
    return DocumentUri.file(uri).orElse(Path.of("untitled.sure"));
  }

  /** None if the client asks about something that is not of us, or no longer there. */
  private static List<QuickFix> fixes(
      Specification specification, Document document, org.eclipse.lsp4j.Diagnostic shown) {
    if (shown.getCode() == null || !shown.getCode().isLeft()) {
      return List.of();
    }
    Range range = shown.getRange();
    int length = document.getContents().length();
    if (!isInside(document, range)) {
      return List.of();
    }
    int from = document.getOffSet(range.getStart());
    int to = Math.max(from, Math.min(length, document.getOffSet(range.getEnd())));
    Diagnostic diagnostic =
        new Diagnostic(
            Severity.ERROR,
            shown.getCode().getLeft(),
            message(shown),
            specification.file(),
            range.getStart().getLine() + 1,
            range.getStart().getCharacter() + 1,
            from,
            to - from);
    return QuickFixes.of(specification, diagnostic);
  }

  private static boolean isInside(Document document, Range range) {
    String[] lines = document.getContents().lines().toArray(String[]::new);
    return isInside(lines, range.getStart()) && isInside(lines, range.getEnd());
  }

  private static boolean isInside(String[] lines, org.eclipse.lsp4j.Position position) {
    return position.getLine() >= 0
        && position.getCharacter() >= 0
        && (position.getLine() < lines.length
            ? position.getCharacter() <= lines[position.getLine()].length()
            : position.getLine() == lines.length && position.getCharacter() == 0);
  }

  private static String message(org.eclipse.lsp4j.Diagnostic shown) {
    return shown.getMessage().isLeft() ? shown.getMessage().getLeft() : "";
  }

  private static List<TextEdit> edits(Document document, QuickFix fix) {
    List<TextEdit> edits = new ArrayList<>();
    for (Edit edit : fix.edits()) {
      Range range =
          new Range(
              document.getPosition(edit.offset()),
              document.getPosition(edit.offset() + edit.length()));
      edits.add(new TextEdit(range, edit.text()));
    }
    return edits;
  }
}
