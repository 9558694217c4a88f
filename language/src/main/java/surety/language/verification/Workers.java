package surety.language.verification;

import java.util.concurrent.ThreadFactory;

/** The threads of the model; none keeps the process alive. */
final class Workers {
  private Workers() {}

  /** Nothing relies on the priority for being right; it only keeps typing quick. */
  @SuppressWarnings("ThreadPriorityCheck")
  static ThreadFactory named(String name, int priority) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      thread.setPriority(priority);
      return thread;
    };
  }
}
