package surety.language.ide.server;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.xtext.ide.server.BuildManager.Buildable;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.ide.server.concurrent.IRequestManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.Issue;

/** Xtext's server for one client, with what specifications need and without what they lack. */
final class SureLanguageServer extends LanguageServerImpl {
  private final OpenDocuments documents;
  private final IRequestManager requests;
  private LanguageClient client;
  private ClientCapabilities capabilities = new ClientCapabilities();
  private Consumer<InitializeParams> introduction = params -> {};

  @Inject
  SureLanguageServer(OpenDocuments documents, IRequestManager requests) {
    this.documents = documents;
    this.requests = requests;
  }

  @Override
  public void connect(LanguageClient connected) {
    super.connect(connected);
    client = connected;
  }

  /** Somebody else wants to know who the client is. */
  void whenInitialized(Consumer<InitializeParams> told) {
    introduction = told;
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    if (params.getCapabilities() != null) {
      capabilities = params.getCapabilities();
    } else {
      params.setCapabilities(capabilities);
    }
    introduction.accept(params);
    return super.initialize(params)
        .thenApply(
            result -> {
              result.setServerInfo(new ServerInfo("surety"));
              return result;
            });
  }

  @Override
  protected ServerCapabilities createServerCapabilities(InitializeParams params) {
    ServerCapabilities offered = super.createServerCapabilities(params);
    offered.setSignatureHelpProvider(new SignatureHelpOptions(List.of("(", ",", "[")));
    offered.setExecuteCommandProvider(null);
    offered.setCompletionProvider(new CompletionOptions(false, List.of("~")));
    return offered;
  }

  /** From now on the client says when a file changes that a specification may refer to. */
  @Override
  public void initialized(InitializedParams params) {
    super.initialized(params);
    boolean watches =
        Optional.ofNullable(capabilities.getWorkspace())
            .map(workspace -> workspace.getDidChangeWatchedFiles())
            .map(DidChangeWatchedFilesCapabilities::getDynamicRegistration)
            .orElse(false);
    if (watches) {
      var files = new FileSystemWatcher(Either.forLeft("**/*.{onnx,csv}"));
      var options = new DidChangeWatchedFilesRegistrationOptions(List.of(files));
      var registration =
          new Registration("surety-files", "workspace/didChangeWatchedFiles", options);
      var unused = client.registerCapability(new RegistrationParams(List.of(registration)));
    }
  }

  @Override
  protected void runBuildable(Supplier<? extends Buildable> work) {
    var unused =
        requests
            .runWrite(work::get, (cancel, buildable) -> buildable.build(cancel))
            .whenComplete(
                (done, fault) -> {
                  if (fault != null) {
                    Faults.report(fault);
                  }
                });
  }

  @Override
  protected Buildable toBuildable(DidChangeWatchedFilesParams params) {
    return documents.didChangeSurroundings();
  }

  @Override
  protected Diagnostic toDiagnostic(Issue issue) {
    Diagnostic diagnostic = super.toDiagnostic(issue);
    diagnostic.setSource("surety");
    return diagnostic;
  }

  @Override
  protected Either<List<CompletionItem>, CompletionList> completion(
      CancelIndicator cancel, CompletionParams params) {
    Either<List<CompletionItem>, CompletionList> found = super.completion(cancel, params);
    if (!takesSnippets()) {
      found.getRight().getItems().forEach(SureLanguageServer::withoutSnippet);
    }
    return found;
  }

  private boolean takesSnippets() {
    return Optional.ofNullable(capabilities.getTextDocument())
        .map(document -> document.getCompletion())
        .map(completion -> completion.getCompletionItem())
        .map(CompletionItemCapabilities::getSnippetSupport)
        .orElse(false);
  }

  /** Leaves the words of the places to fill in: {@code Beta(alpha, beta)}. */
  private static void withoutSnippet(CompletionItem item) {
    if (item.getInsertTextFormat() == InsertTextFormat.Snippet) {
      TextEdit edit = item.getTextEdit().getLeft();
      edit.setNewText(edit.getNewText().replaceAll("\\$\\{[0-9]+:([^}]*)\\}|\\$0", "$1"));
      item.setInsertTextFormat(InsertTextFormat.PlainText);
    }
  }
}
