package surety.language.ide.server;

import com.google.inject.Inject;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.ide.server.BuildManager.Buildable;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.WorkspaceManager;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsData;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.Pair;
import org.eclipse.xtext.util.Tuples;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.xbase.lib.Functions.Function2;
import org.eclipse.xtext.xbase.lib.Procedures.Procedure2;
import surety.language.Declaration;
import surety.language.Specification;
import surety.language.SpecificationReader;
import surety.language.memory.ElementMemory;
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
   * @param memory what is known of its elements
   */
  private record Kept(
      OpenText text, long edits, Optional<TextLimits.Problem> refusal, ElementMemory memory) {}

  /** Hears of each document that was looked at. */
  interface Reader {
    /** A document was validated. */
    void validated(URI uri, OpenText text, List<Issue> issues);

    /**
     * A document that is a file was validated, and nothing newer is on its way.
     *
     * @param edits how often it had been changed
     */
    void read(Specification specification, long edits);

    /** A document is closed. */
    void closed(URI uri);
  }

  private static final Duration PATIENCE = Duration.ofMillis(120);

  private final DocumentParser parser;
  private final InstantSource clock;
  private final Map<URI, Kept> kept = new ConcurrentHashMap<>();

  /** Syntax trees; where memory runs short, they go, and are made again when they are needed. */
  private final Map<URI, SoftReference<XtextResource>> parsed = new ConcurrentHashMap<>();

  /** Documents that changed, those that were validated since, and those of them to be told. */
  private final Set<URI> changed = new LinkedHashSet<>();

  private final Map<URI, List<Issue>> validated = new LinkedHashMap<>();
  private final Set<URI> unpublished = new LinkedHashSet<>();

  /** When messages were told last. */
  private Instant told = Instant.EPOCH;

  @Inject
  OpenDocuments(DocumentParser parser, InstantSource clock) {
    this.parser = parser;
    this.clock = clock;
  }

  /** Without a folder there is no workspace to speak of; Xtext would fail. */
  @Override
  public void initialize(
      URI folder,
      Procedure2<? super URI, ? super Iterable<Issue>> messages,
      CancelIndicator cancel) {
    initialize(List.of(), messages, cancel);
  }

  /** What is validated is not told before {@link #tell}; what was cancelled is done next time. */
  @Override
  public Buildable didChangeFiles(List<URI> dirty, List<URI> deleted) {
    changed.addAll(dirty);
    changed.addAll(deleted);
    return cancel -> {
      CancelIndicator patient = () -> cancel.isCanceled() && !isOverdue();
      for (URI uri : List.copyOf(changed)) {
        validated.put(uri, isDocumentOpen(uri) ? validate(uri, patient) : List.of());
        unpublished.add(uri);
        changed.remove(uri);
      }
      return List.of();
    };
  }

  /**
   * Whether somebody who types without a pause has waited long for messages: then those on a text
   * that is changing again are better than none.
   */
  private boolean isOverdue() {
    return clock.instant().isAfter(told.plus(PATIENCE));
  }

  private List<Issue> validate(URI uri, CancelIndicator cancel) {
    Optional<TextLimits.Problem> refusal = kept.get(uri).refusal();
    return refusal.isPresent()
        ? List.of(issue(uri, refusal.get()))
        : parser.validate(resource(uri), cancel);
  }

  /** The syntax tree of an open document. Several may ask at the same time. */
  private XtextResource resource(URI uri) {
    XtextResource[] found = new XtextResource[1];
    parsed.compute(
        uri,
        (key, before) -> {
          found[0] = before == null ? null : before.get();
          if (found[0] != null) {
            return before;
          }
          found[0] =
              parser.parse(key, getOpenDocuments().get(key).getContents(), kept.get(key).memory());
          return new SoftReference<>(found[0]);
        });
    return found[0];
  }

  /**
   * Tells what was validated since the last time, each in its newest state: all messages first, for
   * somebody waits for them, and what follows from them as long as nothing newer is on its way.
   */
  void tell(Reader reader, CancelIndicator cancel) {
    for (URI uri : unpublished) {
      if (isDocumentOpen(uri)) {
        reader.validated(uri, kept.get(uri).text(), validated.get(uri));
      } else {
        reader.closed(uri);
        validated.remove(uri);
      }
    }
    if (!unpublished.isEmpty()) {
      told = clock.instant();
    }
    unpublished.clear();
    for (Map.Entry<URI, List<Issue>> entry : Map.copyOf(validated).entrySet()) {
      if (cancel.isCanceled()) {
        return;
      }
      Kept document = kept.get(entry.getKey());
      specification(entry.getKey(), entry.getValue())
          .ifPresent(s -> reader.read(s, document.edits()));
      document.memory().finish();
      validated.remove(entry.getKey());
    }
  }

  private Optional<Specification> specification(URI uri, List<Issue> issues) {
    if (!uri.isFile()) {
      return Optional.empty();
    }
    Path file = Path.of(uri.toFileString());
    return Optional.of(
        doRead(
            uri,
            (document, resource) ->
                SpecificationReader.read(file, document.getContents(), resource, issues)));
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
    return keep(uri, new OpenText(version, contents), 0, new ElementMemory());
  }

  /** A change of a document that is not open is a fault of the client, and ignored. */
  @Override
  public Buildable didChangeTextDocumentContent(
      URI uri, Integer version, Iterable<TextDocumentContentChangeEvent> changes) {
    Kept before = kept.get(uri);
    return before == null
        ? Buildable.NO_BUILD
        : keep(uri, before.text().changed(version, changes), before.edits() + 1, before.memory());
  }

  private Buildable keep(URI uri, OpenText text, long edits, ElementMemory memory) {
    Optional<TextLimits.Problem> refusal = TextLimits.check(text.getContents());
    kept.put(uri, new Kept(text, edits, refusal, memory));
    getOpenDocuments().put(uri, refusal.isPresent() ? new OpenText(text.getVersion(), "") : text);
    parsed.remove(uri);
    return didChangeFiles(List.of(uri), List.of());
  }

  /** What is in the file is of no interest any more; its messages are taken back. */
  @Override
  public Buildable didClose(URI uri) {
    kept.remove(uri);
    getOpenDocuments().remove(uri);
    parsed.remove(uri);
    return didChangeFiles(List.of(), List.of(uri));
  }

  /** A file that a specification refers to may have changed: all are looked at again. */
  Buildable didChangeSurroundings() {
    parsed.clear();
    return didChangeFiles(List.copyOf(kept.keySet()), List.of());
  }

  @Override
  public <T> T doRead(
      URI uri, Function2<? super Document, ? super XtextResource, ? extends T> work) {
    URI document = uri.trimFragment();
    if (!isDocumentOpen(document)) {
      throw new ResponseErrorException(
          new ResponseError(ResponseErrorCode.InvalidParams, uri + " is not open", null));
    }
    return work.apply(getOpenDocuments().get(document), resource(document));
  }

  @Override
  public Pair<? super Document, ? super XtextResource> read(URI uri) {
    return doRead(uri, Tuples::create);
  }

  /** Of all open documents; computed when somebody asks. */
  @Override
  public IResourceDescriptions getIndex() {
    List<IResourceDescription> descriptions = new ArrayList<>();
    for (URI uri : kept.keySet()) {
      descriptions.add(parser.describe(resource(uri)));
    }
    return new ResourceDescriptionsData(descriptions);
  }
}
