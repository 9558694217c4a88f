package surety.language.verification;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Jobs in the order of their turn: what the user asked for before what is only being found again,
 * and of the latter first what is looked at. A cancelled job never gets a turn.
 */
final class JobQueue {
  private final Map<Urgency, Deque<Job>> jobs = new EnumMap<>(Urgency.class);

  /** Files that are looked at, the last one first. */
  private final Deque<Path> seen = new ArrayDeque<>();

  JobQueue() {
    for (Urgency urgency : Urgency.values()) {
      jobs.put(urgency, new ArrayDeque<>());
    }
  }

  /** Behind everything that is as urgent. */
  void add(Job job) {
    jobs.get(job.urgency()).add(job);
  }

  /** Before everything that is as urgent: it had its turn already. */
  void putBack(Job job) {
    jobs.get(job.urgency()).addFirst(job);
  }

  /** A file is looked at now. */
  void see(Path file) {
    if (!file.equals(seen.peekFirst())) {
      seen.remove(file);
      seen.addFirst(file);
    }
  }

  /** A file is looked at no more. */
  void leave(Path file) {
    seen.remove(file);
  }

  /** The next one, which stays. */
  Optional<Job> peek() {
    for (Map.Entry<Urgency, Deque<Job>> entry : jobs.entrySet()) {
      entry.getValue().removeIf(Job::isDropped);
      Job first = entry.getValue().peek();
      if (first != null) {
        return Optional.of(entry.getKey() == Urgency.FOUND ? seenFirst(entry.getValue()) : first);
      }
    }
    return Optional.empty();
  }

  private Job seenFirst(Deque<Job> found) {
    for (Path file : seen) {
      for (Job job : found) {
        if (job.file().equals(file)) {
          return job;
        }
      }
    }
    return found.element();
  }

  /** Takes the next one. */
  Optional<Job> next() {
    Optional<Job> next = peek();
    next.ifPresent(job -> jobs.get(job.urgency()).remove(job));
    return next;
  }

  /** Whether a job is so much less urgent than what waits that it should give way. */
  boolean isBehind(Job running) {
    return peek()
        .filter(
            next ->
                next.urgency().compareTo(running.urgency()) < 0
                    || (next.urgency() == running.urgency()
                        && running.urgency() == Urgency.FOUND
                        && seen.contains(next.file())
                        && !seen.contains(running.file())))
        .isPresent();
  }

  /** The searches for a specification that have not begun. */
  List<Job> searches(Path file) {
    List<Job> result = new ArrayList<>();
    jobs.values().forEach(result::addAll);
    result.removeIf(job -> !job.isSearch() || !job.file().equals(file));
    return result;
  }
}
