package surety.language.ide.server;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.ide.server.BuildManager.Buildable;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.ide.server.concurrent.IRequestManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.Issue;
import surety.language.Specification;
import surety.language.ide.document.DocumentUri;
import surety.language.ide.outline.WorkspaceSymbols;
import surety.language.ide.protocol.SuretyClient;
import surety.language.ide.verification.Abilities;
import surety.language.ide.verification.VerificationService;
import surety.language.ide.workspace.Workspace;
import surety.language.workspace.WorkspaceListener;

/** Xtext's server for one client, with what specifications need and without what they lack. */
final class SureLanguageServer extends LanguageServerImpl {
  private final OpenDocuments documents;
  private final IRequestManager requests;
  private final VerificationService verification;
  private final Publisher publisher;
  private final Workspace workspace;
  private final Map<org.eclipse.emf.common.util.URI, String> addresses = new ConcurrentHashMap<>();

  /** As the client has them, whether they were read already or not. */
  private final Map<String, OpenText> texts = new ConcurrentHashMap<>();

  private SuretyClient client;
  private Abilities abilities = Abilities.NONE;
  private ClientCapabilities capabilities = new ClientCapabilities();
  private InitializeParams introduced = new InitializeParams();
  private Consumer<InitializeParams> introduction = params -> {};

  @Inject
  SureLanguageServer(
      OpenDocuments documents,
      IRequestManager requests,
      VerificationService verification,
      Publisher publisher,
      Workspace workspace) {
    this.documents = documents;
    this.requests = requests;
    this.verification = verification;
    this.publisher = publisher;
    this.workspace = workspace;
  }

  void connect(SuretyClient connected) {
    super.connect(connected);
    client = connected;
    publisher.connect(client, uri -> verification.messages(uri, abilities.related()));
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
    introduced = params;
    abilities = Abilities.of(params);
    verification.whenFilesChange(this::surroundingsChanged);
    verification.attend(client, abilities, publisher::judged);
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
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    sync.setSave(true);
    offered.setTextDocumentSync(sync);
    offered.setSignatureHelpProvider(new SignatureHelpOptions(List.of("(", ",", "[", "|")));
    offered.setExecuteCommandProvider(new ExecuteCommandOptions(verification.commands(abilities)));
    offered.setCodeLensProvider(new CodeLensOptions(false));
    offered.setInlayHintProvider(true);
    offered.setCompletionProvider(new CompletionOptions(false, List.of("~")));
    return offered;
  }

  /** From now on the client says when a file changes that a specification may refer to. */
  @Override
  public void initialized(InitializedParams params) {
    super.initialized(params);
    workspace.addListener(closedOnes);
    workspace.begin(introduced);
    boolean watches =
        Optional.ofNullable(capabilities.getWorkspace())
            .map(workspace -> workspace.getDidChangeWatchedFiles())
            .map(DidChangeWatchedFilesCapabilities::getDynamicRegistration)
            .orElse(false);
    if (watches) {
      var files = new FileSystemWatcher(Either.forLeft("**/*.{sure,onnx,nnet,csv}"));
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
            .runWrite(
                work::get,
                (cancel, buildable) -> {
                  var built = buildable.build(cancel);
                  documents.tell(reader, cancel);
                  return built;
                })
            .whenComplete(
                (done, fault) -> {
                  if (fault != null) {
                    Faults.report(fault);
                  }
                });
  }

  private final WorkspaceListener closedOnes =
      new WorkspaceListener() {
        @Override
        public void read(Specification specification) {
          verification.readClosed(specification);
        }

        @Override
        public void gone(Path file) {
          verification.forget(file);
        }

        @Override
        public void tooMany(int most) {
          client.showMessage(
              new MessageParams(
                  MessageType.Warning,
                  "the workspace has more than "
                      + most
                      + " specifications; what is beyond is only read when it is opened"));
        }
      };

  private final OpenDocuments.Reader reader =
      new OpenDocuments.Reader() {
        @Override
        public void validated(
            org.eclipse.emf.common.util.URI uri, OpenText text, List<Issue> issues) {
          publisher.read(address(uri), text.getVersion(), toDiagnostics(issues));
        }

        @Override
        public void read(Specification specification, long edits) {
          verification.read(specification, edits);
        }

        @Override
        public void closed(org.eclipse.emf.common.util.URI uri) {
          publisher.closed(address(uri));
        }
      };

  /** As the editor writes it. */
  private String address(org.eclipse.emf.common.util.URI uri) {
    return addresses.getOrDefault(uri, uri.toString());
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    String uri = params.getTextDocument().getUri();
    addresses.put(getURI(params.getTextDocument()), uri);
    workspace.opened(uri);
    String text = params.getTextDocument().getText();
    texts.put(uri, new OpenText(params.getTextDocument().getVersion(), text));
    verification.opened(uri, text);
    super.didOpen(params);
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    String uri = params.getTextDocument().getUri();
    OpenText text =
        texts.computeIfPresent(
            uri,
            (key, before) ->
                before.changed(params.getTextDocument().getVersion(), params.getContentChanges()));
    if (text != null) {
      verification.edited(uri, text.getContents());
    }
    super.didChange(params);
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    super.didClose(params);
    texts.remove(params.getTextDocument().getUri());
    verification.closed(params.getTextDocument().getUri());
    workspace.closed(params.getTextDocument().getUri());
  }

  /** After all edits that were sent before. */
  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    super.didSave(params);
    var unused =
        requests.runRead(
            cancel -> {
              verification.saved(params.getTextDocument().getUri());
              return null;
            });
  }

  @Override
  public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
    workspace.change(params.getEvent());
    super.didChangeWorkspaceFolders(params);
  }

  /** Of open documents as they are, and of all others in the folders of the workspace. */
  @Override
  protected List<? extends WorkspaceSymbol> symbol(
      WorkspaceSymbolParams params, CancelIndicator cancel) {
    WorkspaceSymbols search = new WorkspaceSymbols(params.getQuery());
    documents.declarations().forEach((uri, declared) -> search.look(address(uri), declared));
    for (Specification specification : workspace.closedOnes()) {
      search.look(DocumentUri.of(specification.file()), specification.declarations());
    }
    return search.symbols();
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    verification.configure(params.getSettings());
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    for (FileEvent event : params.getChanges()) {
      DocumentUri.file(event.getUri()).ifPresent(verification::fileChanged);
    }
    workspace.changed(params);
    super.didChangeWatchedFiles(params);
  }

  /** As if the client had reported it. */
  private void surroundingsChanged(Set<Path> files) {
    workspace.changed(files);
    runBuildable(() -> documents.didChangeSurroundings());
  }

  /** After all edits that were sent before. */
  @Override
  public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
    return requests.runRead(
        cancel -> {
          verification.execute(params);
          return null;
        });
  }

  @Override
  public void cancelProgress(WorkDoneProgressCancelParams params) {
    if (params.getToken().isLeft()) {
      verification.cancelProgress(params.getToken().getLeft());
    }
  }

  @Override
  protected List<? extends CodeLens> codeLens(CodeLensParams params, CancelIndicator cancel) {
    String uri = params.getTextDocument().getUri();
    return documents.doRead(
        getURI(params.getTextDocument()),
        (document, resource) -> verification.lenses(uri, document));
  }

  @Override
  public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
    String uri = params.getTextDocument().getUri();
    return requests.runRead(
        cancel ->
            documents.doRead(
                getURI(params.getTextDocument()),
                (document, resource) -> verification.hints(uri, document, params.getRange())));
  }

  @Override
  protected Hover hover(HoverParams params, CancelIndicator cancel) {
    String uri = params.getTextDocument().getUri();
    return documents
        .doRead(
            getURI(params.getTextDocument()),
            (document, resource) -> verification.hover(uri, document, params.getPosition()))
        .orElseGet(() -> super.hover(params, cancel));
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
