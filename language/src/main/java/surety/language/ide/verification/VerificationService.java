package surety.language.ide.verification;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.ide.server.Document;
import surety.language.Specification;
import surety.language.ide.document.DocumentUri;
import surety.language.ide.protocol.Band;
import surety.language.ide.protocol.BandParams;
import surety.language.ide.protocol.RunOutcome;
import surety.language.ide.protocol.RunParams;
import surety.language.ide.protocol.Standing;
import surety.language.ide.protocol.SuretyClient;
import surety.language.verification.Trigger;
import surety.language.verification.VerificationModel;
import surety.language.verification.VerificationSnapshot;
import surety.solver.Checker;

/**
 * Verification in one session: feeds the one model with what the editor does, and draws all that
 * the editor shows from its snapshots. Can be called from any thread.
 */
@Singleton
public final class VerificationService implements AutoCloseable {
  private static final int TICK_MILLISECONDS = 500;

  /** Whoever rests so long is taken to have finished an edit. */
  private static final int PAUSE_MILLISECONDS = 700;

  private final VerificationModel model;
  private final CommandRunner commands;
  private final InstantSource clock;
  private final Alarm alarm;

  /** Of its own: a file may be far away. */
  private final Alarm fileAlarm;

  private final Object lock = new Object();
  private final Map<Path, OpenFile> open = new ConcurrentHashMap<>();
  private final Map<Path, String> closed = new HashMap<>();
  private volatile Optional<Audience> audience = Optional.empty();
  private volatile Consumer<Set<Path>> outside = files -> {};

  @Inject
  VerificationService() {
    this(
        new VerificationModel(Checker::check, InstantSource.system()),
        InstantSource.system(),
        Alarm.system(),
        Alarm.system());
  }

  VerificationService(VerificationModel model, InstantSource clock, Alarm alarm, Alarm fileAlarm) {
    this.model = model;
    this.commands = new CommandRunner(model);
    this.clock = clock;
    this.alarm = alarm;
    this.fileAlarm = fileAlarm;
    FileWatch.begin(model::files, this::filesChanged, fileAlarm);
    model.addListener(snapshot -> audience.ifPresent(a -> tell(a, snapshot)));
    alarm.after(TICK_MILLISECONDS, this::tick);
  }

  /**
   * From now on somebody wants to hear of changes.
   *
   * @param messages called with the address of a document whose messages may have changed
   */
  public void attend(SuretyClient client, Abilities abilities, Consumer<String> messages) {
    audience = Optional.of(new Audience(client, abilities, messages, alarm));
  }

  /** A run may have nothing to tell for a long time; it is still seen that it goes on. */
  private void tick() {
    alarm.after(TICK_MILLISECONDS, this::tick);
    model.tick();
  }

  private void tell(Audience listener, VerificationSnapshot snapshot) {
    listener.show(snapshot, uri(snapshot.file()), clock.instant());
  }

  private String uri(Path file) {
    OpenFile document = open.get(file);
    return document == null ? DocumentUri.of(file) : document.uri();
  }

  private static Path key(Path file) {
    return file.toAbsolutePath().normalize();
  }

  /** A document was opened, with a text that may be another one than that of its file. */
  public void opened(String uri, String text) {
    DocumentUri.file(uri).map(VerificationService::key).ifPresent(file -> opened(file, uri, text));
  }

  /** An editor may write an address in another way than it was told of before. */
  private void opened(Path file, String uri, String text) {
    synchronized (lock) {
      if (!uri(file).equals(uri)) {
        forgetNow(file);
      }
      OpenFile document = new OpenFile(uri, Optional.ofNullable(closed.remove(file)).orElse(""));
      open.put(file, document);
      model.edited(file, document.untouchedBy(text));
      model.see(file);
    }
  }

  /** Whether an editor has a file open, so that its text counts and not the file's. */
  public boolean isOpen(Path file) {
    return open.containsKey(key(file));
  }

  /**
   * A document was edited: at once nothing holds any more that the edit may have changed, and
   * nothing else is touched, so that it does not flicker.
   */
  public void edited(String uri, String text) {
    DocumentUri.file(uri)
        .map(VerificationService::key)
        .ifPresent(
            file -> {
              synchronized (lock) {
                OpenFile document = open.get(file);
                if (document != null) {
                  document.edited();
                  model.edited(file, document.untouchedBy(text));
                }
              }
            });
  }

  /**
   * How an open document reads. Once it is closed, it does not matter any more.
   *
   * @param count how often it had been edited; if it was edited since, there is more to come
   */
  public void read(Specification specification, long count) {
    Path file = key(specification.file());
    synchronized (lock) {
      OpenFile document = open.get(file);
      if (document != null && document.edits() == count) {
        document.read(specification.text());
        model.restore(specification);
        if (count > 0 && model.trigger() == Trigger.ON_CHANGE) {
          alarm.after(PAUSE_MILLISECONDS, () -> follow(file, count));
        }
      }
    }
  }

  /** Verifies what edits have changed, unless there was another one meanwhile. */
  private void follow(Path file, long count) {
    synchronized (lock) {
      OpenFile document = open.get(file);
      if (document != null && document.edits() == count) {
        model.follow(file, true);
      }
    }
  }

  /** A document was saved. */
  public void saved(String uri) {
    if (model.trigger() != Trigger.ON_COMMAND) {
      DocumentUri.file(uri)
          .map(VerificationService::key)
          .filter(this::isOpen)
          .ifPresent(file -> model.follow(file, false));
    }
  }

  /** How a specification reads that is in the workspace and not open. */
  public void readClosed(Specification specification) {
    synchronized (lock) {
      if (!isOpen(specification.file())) {
        closed.put(key(specification.file()), specification.text());
        model.restore(specification);
      }
    }
  }

  /** Nothing more is wanted of a specification, unless it is open. */
  public void forget(Path file) {
    synchronized (lock) {
      if (!isOpen(file)) {
        forgetNow(key(file));
      }
    }
  }

  private void forgetNow(Path file) {
    String uri = uri(file);
    closed.remove(file);
    model.forget(file).ifPresent(version -> audience.ifPresent(a -> a.gone(file, uri, version)));
  }

  /** A document was closed; what is in its file is somebody else's business. */
  public void closed(String uri) {
    DocumentUri.file(uri).map(VerificationService::key).ifPresent(this::closed);
  }

  private void closed(Path file) {
    synchronized (lock) {
      if (open.containsKey(file)) {
        forgetNow(file);
        open.remove(file);
      }
    }
  }

  /** Somebody wants to know which files others have changed without a word. */
  public void whenFilesChange(Consumer<Set<Path>> told) {
    outside = told;
  }

  private void filesChanged(Set<Path> files) {
    files.forEach(model::fileChanged);
    outside.accept(files);
  }

  /** A file was written, replaced or deleted that specifications may depend on. */
  public void fileChanged(Path file) {
    model.fileChanged(file);
  }

  /** The messages that violated, undecided and failed properties have. */
  public List<Diagnostic> messages(String uri, boolean hasRelated) {
    return DocumentUri.file(uri)
        .map(file -> new VerdictMessages(uri, hasRelated).of(model.snapshot(file)))
        .orElse(List.of());
  }

  /** The lenses of a document. */
  public List<CodeLens> lenses(String uri, Document document) {
    DocumentUri.file(uri).ifPresent(model::see);
    return DocumentUri.file(uri)
        .map(
            file ->
                Lenses.of(
                    uri,
                    model.snapshot(file),
                    ClaimPlace.all(document),
                    audience.map(Audience::hasPictures).orElse(false),
                    audience.map(Audience::triesInputs).orElse(false)))
        .orElse(List.of());
  }

  /** The hints of a part of a document. */
  public List<InlayHint> hints(String uri, Document document, Range part) {
    return DocumentUri.file(uri)
        .map(
            file ->
                Hints.of(
                    model.snapshot(file),
                    ClaimPlace.all(document),
                    part.getStart().getLine(),
                    part.getEnd().getLine()))
        .orElse(List.of());
  }

  /** The hover over the head of a property or query; nothing elsewhere. */
  public Optional<Hover> hover(String uri, Document document, Position position) {
    return ClaimPlace.all(document).stream()
        .filter(place -> place.isAt(position))
        .findFirst()
        .flatMap(place -> hover(uri, place));
  }

  private Optional<Hover> hover(String uri, ClaimPlace place) {
    return DocumentUri.file(uri)
        .flatMap(file -> model.snapshot(file).find(place.name()))
        .map(Details::of)
        .map(text -> new Hover(new MarkupContent("markdown", text), place.head()));
  }

  /** The commands that are offered to an editor. */
  public List<String> commands(Abilities abilities) {
    return CommandRunner.offered(abilities);
  }

  /** Does what a command says; what comes of it is told as states. */
  public void execute(ExecuteCommandParams params) {
    commands.execute(params, audience);
  }

  /** The editor's button to cancel long work was pressed. */
  public void cancelProgress(String token) {
    audience.ifPresent(a -> commands.cancelProgress(token, a));
  }

  /** The picture of a property or query; nothing if there is none to draw yet. */
  public Optional<Band> band(BandParams params) {
    return commands.band(params);
  }

  /** What the network of a property or query gives for an input. */
  Supplier<RunOutcome> run(RunParams params) {
    return commands.run(params);
  }

  /** Which results hold now. */
  public Standing standing(String uri) {
    return Optional.ofNullable(uri)
        .flatMap(DocumentUri::file)
        .map(file -> Statuses.standing(model.snapshot(file)))
        .orElse(new Standing(0, List.of()));
  }

  /** Takes in what the user prefers; what is wrong with it is shown, and then nothing changes. */
  public void configure(Object settings) {
    try {
      model.configure(SettingsReader.read(settings));
    } catch (SettingsReader.WrongSetting e) {
      String words = e.getMessage() + "; the settings stay as they were";
      audience.ifPresent(a -> a.client().showMessage(new MessageParams(MessageType.Error, words)));
    }
  }

  /** What is known of a specification. */
  VerificationSnapshot snapshot(Path file) {
    return model.snapshot(file);
  }

  /** Stops what runs; what was begun to be written is there as a whole, or not at all. */
  @Override
  public void close() {
    alarm.close();
    fileAlarm.close();
    model.close();
  }
}
