package surety.eclipse.runs;

import java.util.List;
import org.eclipse.lsp4j.ExecuteCommandParams;
import surety.eclipse.base.Notices;
import surety.eclipse.server.Failures;
import surety.eclipse.server.Server;
import surety.eclipse.states.Item;
import surety.eclipse.states.States;
import surety.eclipse.states.Verdict;

/** What the server can be told to do. */
public enum VerificationCommand {
  /** Bounds and a verdict for one property or query. */
  VERIFY("verify", "Verify", "Verify the selected properties and queries"),
  /** The same for all of the workspace. */
  VERIFY_ALL("verifyAll", "Verify All", "Verify all properties and queries of the workspace"),
  /** Stops what runs or waits. */
  CANCEL("cancel", "Cancel", "Cancel the selected runs, or all if none is selected"),
  /** Checks the certificate again, without searching. */
  REPLAY("replay", "Replay Certificate", "Replay the certificates of the selected properties");

  private static final int SECONDS = 30;

  private final String word;
  private final String title;
  private final String description;

  VerificationCommand(String word, String title, String description) {
    this.word = word;
    this.title = title;
    this.description = description;
  }

  /** The server's word for it among the actions of an item. */
  public String word() {
    return word;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }

  /** What it does, for people. */
  public String description() {
    return description;
  }

  /** The file of its picture. */
  public String icon() {
    return "icons/" + (this == VERIFY_ALL ? "verify-all" : word) + ".svg";
  }

  /** Whether it can be done now, with these selected of all. */
  public boolean isPossible(List<Item> selected, List<Item> all) {
    if (this == VERIFY_ALL) {
      return all.stream().anyMatch(item -> item.can(VERIFY.word));
    }
    boolean isForAll = this == CANCEL && selected.isEmpty();
    return (isForAll ? all : selected).stream().anyMatch(item -> item.can(word));
  }

  /** Tells the server to do it with these; those with which it cannot be done are left out. */
  public void run(List<Item> selected) {
    if (this == VERIFY_ALL && isAllSettled(Item.all(States.get().all()))) {
      Notices.tell("Verify All: nothing is left, all of it is proved, violated or answered");
      return;
    }
    boolean isForAll = this == VERIFY_ALL || (this == CANCEL && selected.isEmpty());
    if (isForAll) {
      tell("surety." + word, List.of());
      return;
    }
    selected.stream()
        .filter(item -> item.can(word))
        .forEach(item -> tell("surety." + word, List.of(item.uri(), item.status().name())));
  }

  static boolean isAllSettled(List<Item> all) {
    return !all.isEmpty()
        && all.stream().allMatch(item -> Verdict.of(item.status().state()).isSettled());
  }

  /** Tells the server to run a command; if it cannot, people hear of it. */
  public static void tell(String command, List<Object> arguments) {
    ExecuteCommandParams params = new ExecuteCommandParams(command, arguments);
    var unused =
        Server.get()
            .ask(SECONDS, server -> server.getWorkspaceService().executeCommand(params))
            .whenComplete(
                (done, failure) -> {
                  if (failure != null) {
                    Notices.error("Not done: " + Failures.words(failure));
                  }
                });
  }
}
