package surety.language.ide.verification;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import surety.language.verification.Verification;
import surety.language.verification.VerificationSnapshot;
import surety.language.verification.VerificationState;

/**
 * The runs that an editor shows in its own place for long work, with a button to cancel. Guarded by
 * itself.
 */
final class RunProgress {
  private record Run(Path file, String name) {}

  private final LanguageClient client;
  private final Map<Run, String> tokens = new HashMap<>();
  private final Set<String> ready = new HashSet<>();
  private long count;

  RunProgress(LanguageClient client) {
    this.client = client;
  }

  /** Begins, reports and ends what the snapshot says. */
  synchronized void show(VerificationSnapshot snapshot) {
    Set<Run> over = new HashSet<>(tokens.keySet());
    over.removeIf(run -> !run.file().equals(snapshot.file()));
    for (Verification verification : snapshot.verifications()) {
      if (verification.state() == VerificationState.RUNNING) {
        Run run = new Run(snapshot.file(), verification.name());
        over.remove(run);
        show(run, verification);
      }
    }
    over.forEach(this::end);
  }

  private void show(Run run, Verification verification) {
    String token = tokens.get(run);
    if (token == null) {
      begin(run, verification);
    } else if (ready.contains(token)) {
      WorkDoneProgressReport report = new WorkDoneProgressReport();
      report.setMessage(StateWords.message(verification).orElse(""));
      if (verification.isReplaying()) {
        report.setPercentage(verification.percent().orElse(0));
      }
      report.setCancellable(true);
      notify(token, report);
    }
  }

  /** The editor has to agree to a token before it is used. */
  private void begin(Run run, Verification verification) {
    count++;
    String token = "surety-" + count;
    tokens.put(run, token);
    WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
    // An editor shows percentages only if there is one from the beginning.
    if (verification.isReplaying()) {
      begin.setPercentage(verification.percent().orElse(0));
    }
    begin.setTitle(
        (verification.isReplaying() ? "Replaying " : "Verifying ") + verification.name());
    begin.setCancellable(true);
    var unused =
        client
            .createProgress(new WorkDoneProgressCreateParams(Either.forLeft(token)))
            .thenRun(() -> agreed(run, token, begin));
  }

  private synchronized void agreed(Run run, String token, WorkDoneProgressBegin begin) {
    if (token.equals(tokens.get(run))) {
      notify(token, begin);
      ready.add(token);
    }
  }

  private void end(Run run) {
    String token = tokens.remove(run);
    if (ready.remove(token)) {
      notify(token, new WorkDoneProgressEnd());
    }
  }

  private void notify(String token, WorkDoneProgressNotification what) {
    client.notifyProgress(new ProgressParams(Either.forLeft(token), Either.forLeft(what)));
  }

  /** Ends what is shown of a specification. */
  synchronized void gone(Path file) {
    tokens.keySet().stream().filter(run -> run.file().equals(file)).toList().forEach(this::end);
  }

  /** What to cancel, if the token is one of a run. */
  synchronized Optional<Map.Entry<Path, String>> find(String token) {
    return tokens.entrySet().stream()
        .filter(entry -> entry.getValue().equals(token))
        .findFirst()
        .map(entry -> Map.entry(entry.getKey().file(), entry.getKey().name()));
  }
}
