package surety.language.ide.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.ide.server.BuildManager.Buildable;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.xbase.lib.Functions.Function2;
import org.eclipse.xtext.xbase.lib.Procedures.Procedure2;
import surety.language.Declaration;
import surety.language.Specification;
import surety.language.SpecificationReader;
import surety.language.syntax.TextLimits;

/**
 * The documents that the client has open. A specification needs no other specification, so nothing
 * else is read: it does not matter whether there is a workspace, how large it is, and whether a
 * document is in it.
 *
 * <p>A text that is beyond the limits is kept, but to everything else the document is empty; its
 * only message says why.
 */
final class OpenDocuments extends WorkspaceManager {
  /**
   * @param edits how often it was changed since it was opened
   */
  private record Kept(OpenText text, long edits, Optional<TextLimits.Problem> refusal) {}

  /** Hears of each document that was looked at. */
  interface Reader {
    /**
     * A document was validated.
     *
     * @param specification what it says; none if it is no file
     * @param text which was looked at
     * @param edits how often it had been changed
     */
    void read(
        URI uri,
        OpenText text,
        List<Issue> issues,
        Optional<Specification> specification,
        long edits);

    /** A document is closed. */
    void closed(URI uri);
  }

  private final Map<URI, Kept> kept = new HashMap<>();
  private final Map<URI, List<Issue>> validated = new LinkedHashMap<>();

  /** Without a folder there is no workspace to speak of; Xtext would fail. */
  @Override
  public void initialize(
      URI folder,
      Procedure2<? super URI, ? super Iterable<Issue>> messages,
      CancelIndicator cancel) {
    initialize(List.of(), messages, cancel);
  }

  @Override
  public void initialize(
      List<WorkspaceFolder> folders,
      Procedure2<? super URI, ? super Iterable<Issue>> messages,
      CancelIndicator cancel) {
    super.initialize(folders, (uri, issues) -> validated.put(uri, list(uri, issues)), cancel);
  }

  private List<Issue> list(URI uri, Iterable<Issue> issues) {
    List<Issue> list = new ArrayList<>();
    refusalOr(uri, issues).forEach(list::add);
    return list;
  }

  /** Tells what was validated since the last time, each in its newest state. */
  void tell(Reader reader) {
    Map<URI, List<Issue>> news = new LinkedHashMap<>(validated);
    validated.clear();
    for (Map.Entry<URI, List<Issue>> entry : news.entrySet()) {
      Kept document = kept.get(entry.getKey());
      if (document == null) {
        reader.closed(entry.getKey());
      } else {
        reader.read(
            entry.getKey(),
            document.text(),
            entry.getValue(),
            specification(entry),
            document.edits());
      }
    }
  }

  private Optional<Specification> specification(Map.Entry<URI, List<Issue>> entry) {
    URI uri = entry.getKey();
    if (!uri.isFile()) {
      return Optional.empty();
    }
    Path file = Path.of(uri.toFileString());
    return Optional.of(
        doRead(
            uri,
            (document, resource) ->
                SpecificationReader.read(
                    file, document.getContents(), resource, entry.getValue())));
  }

  /** What each open document declares. */
  Map<URI, List<Declaration>> declarations() {
    Map<URI, List<Declaration>> declarations = new LinkedHashMap<>();
    for (URI uri : List.copyOf(kept.keySet())) {
      declarations.put(
          uri, doRead(uri, (document, resource) -> SpecificationReader.declarations(resource)));
    }
    return declarations;
  }

  private Iterable<Issue> refusalOr(URI uri, Iterable<Issue> issues) {
    return Optional.ofNullable(kept.get(uri))
        .flatMap(Kept::refusal)
        .<Iterable<Issue>>map(problem -> List.of(issue(uri, problem)))
        .orElse(issues);
  }

  private static Issue issue(URI uri, TextLimits.Problem problem) {
    Issue.IssueImpl issue = new Issue.IssueImpl();
    issue.setSeverity(Severity.ERROR);
    issue.setCode(problem.code());
    issue.setMessage(problem.message());
    issue.setUriToProblem(uri);
    issue.setSyntaxError(true);
    issue.setLineNumber(problem.line());
    issue.setColumn(problem.column());
    issue.setLineNumberEnd(problem.line());
    issue.setColumnEnd(problem.column() + 1);
    return issue;
  }

  @Override
  public Buildable didOpen(URI uri, Integer version, String contents) {
    return keep(uri, new OpenText(version, contents), 0);
  }

  /** A change of a document that is not open is a fault of the client, and ignored. */
  @Override
  public Buildable didChangeTextDocumentContent(
      URI uri, Integer version, Iterable<TextDocumentContentChangeEvent> changes) {
    Kept before = kept.get(uri);
    return before == null
        ? Buildable.NO_BUILD
        : keep(uri, before.text().changed(version, changes), before.edits() + 1);
  }

  private Buildable keep(URI uri, OpenText text, long edits) {
    Optional<TextLimits.Problem> refusal = TextLimits.check(text.getContents());
    kept.put(uri, new Kept(text, edits, refusal));
    getOpenDocuments().put(uri, refusal.isPresent() ? new OpenText(text.getVersion(), "") : text);
    return didChangeFiles(List.of(uri), List.of());
  }

  /** What is in the file is of no interest any more; its messages are taken back. */
  @Override
  public Buildable didClose(URI uri) {
    kept.remove(uri);
    getOpenDocuments().remove(uri);
    return didChangeFiles(List.of(), List.of(uri));
  }

  /** A file that a specification refers to may have changed: all are looked at again. */
  Buildable didChangeSurroundings() {
    return didChangeFiles(List.copyOf(kept.keySet()), List.of());
  }

  @Override
  public <T> T doRead(
      URI uri, Function2<? super Document, ? super XtextResource, ? extends T> work) {
    if (!isDocumentOpen(uri.trimFragment())) {
      throw new ResponseErrorException(
          new ResponseError(ResponseErrorCode.InvalidParams, uri + " is not open", null));
    }
    return super.doRead(uri, work);
  }
}
