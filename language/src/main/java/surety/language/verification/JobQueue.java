package surety.language.verification;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Jobs in the order of their turn: what the user asked for before what is only being found again. A
 * cancelled job never gets a turn.
 */
final class JobQueue {
  private final Deque<Job> asked = new ArrayDeque<>();
  private final Deque<Job> found = new ArrayDeque<>();

  /** Behind everything that the user asked for. */
  void ask(Job job) {
    asked.add(job);
  }

  /** Behind everything. */
  void find(Job job) {
    found.add(job);
  }

  /** Takes the next one. */
  Optional<Job> next() {
    for (Deque<Job> jobs : List.of(asked, found)) {
      for (Job job = jobs.poll(); job != null; job = jobs.poll()) {
        if (!job.isCancelled()) {
          return Optional.of(job);
        }
      }
    }
    return Optional.empty();
  }

  /** The searches for a specification that have not begun. */
  List<Job> searches(Path file) {
    List<Job> result = new ArrayList<>(asked);
    result.removeIf(job -> !job.isSearch() || !job.file().equals(file));
    return result;
  }
}
