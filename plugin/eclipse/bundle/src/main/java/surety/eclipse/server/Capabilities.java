package surety.eclipse.server;

import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionKindCapabilities;
import org.eclipse.lsp4j.CodeActionLiteralSupportCapabilities;
import org.eclipse.lsp4j.CodeLensCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.DefinitionCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.FormattingCapabilities;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.InlayHintCapabilities;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.RangeFormattingCapabilities;
import org.eclipse.lsp4j.ReferencesCapabilities;
import org.eclipse.lsp4j.RenameCapabilities;
import org.eclipse.lsp4j.ShowDocumentCapabilities;
import org.eclipse.lsp4j.SignatureHelpCapabilities;
import org.eclipse.lsp4j.SignatureInformationCapabilities;
import org.eclipse.lsp4j.SynchronizationCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;

/** What this client can do. */
final class Capabilities {
  private Capabilities() {}

  static ClientCapabilities all() {
    return new ClientCapabilities(workspace(), documents(), window(), null);
  }

  private static WorkspaceClientCapabilities workspace() {
    WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
    workspace.setApplyEdit(true);
    workspace.setWorkspaceFolders(true);
    workspace.setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(false));
    workspace.setCodeLens(new CodeLensWorkspaceCapabilities(true));
    workspace.setInlayHint(new InlayHintWorkspaceCapabilities(true));
    return workspace;
  }

  private static WindowClientCapabilities window() {
    WindowClientCapabilities window = new WindowClientCapabilities();
    window.setWorkDoneProgress(true);
    window.setShowDocument(new ShowDocumentCapabilities(true));
    return window;
  }

  private static TextDocumentClientCapabilities documents() {
    List<String> markup = List.of(MarkupKind.MARKDOWN, MarkupKind.PLAINTEXT);
    TextDocumentClientCapabilities documents = new TextDocumentClientCapabilities();
    documents.setSynchronization(new SynchronizationCapabilities(false, false, true));
    CompletionItemCapabilities item = new CompletionItemCapabilities(true);
    item.setDocumentationFormat(markup);
    documents.setCompletion(new CompletionCapabilities(item));
    documents.setHover(new HoverCapabilities(markup, false));
    documents.setSignatureHelp(
        new SignatureHelpCapabilities(new SignatureInformationCapabilities(markup), false));
    documents.setReferences(new ReferencesCapabilities());
    documents.setDefinition(new DefinitionCapabilities());
    DocumentSymbolCapabilities symbols = new DocumentSymbolCapabilities();
    symbols.setHierarchicalDocumentSymbolSupport(true);
    documents.setDocumentSymbol(symbols);
    documents.setCodeAction(
        new CodeActionCapabilities(
            new CodeActionLiteralSupportCapabilities(
                new CodeActionKindCapabilities(List.of(CodeActionKind.QuickFix))),
            false));
    documents.setFormatting(new FormattingCapabilities());
    documents.setRangeFormatting(new RangeFormattingCapabilities());
    documents.setRename(new RenameCapabilities(false, false));
    documents.setCodeLens(new CodeLensCapabilities());
    documents.setInlayHint(new InlayHintCapabilities());
    documents.setPublishDiagnostics(new PublishDiagnosticsCapabilities(true));
    return documents;
  }
}
