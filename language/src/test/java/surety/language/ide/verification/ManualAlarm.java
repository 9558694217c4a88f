package surety.language.ide.verification;

import java.util.ArrayList;
import java.util.List;

/** Time that passes when the test says so. */
final class ManualAlarm implements Alarm {
  private record Task(int milliseconds, Runnable work) {}

  private final List<Task> tasks = new ArrayList<>();

  @Override
  public synchronized void after(int milliseconds, Runnable task) {
    tasks.add(new Task(milliseconds, task));
  }

  @Override
  public synchronized void close() {
    tasks.clear();
  }

  /** Does what was to be done within so many milliseconds. */
  void pass(int milliseconds) {
    List<Task> due;
    synchronized (this) {
      due = tasks.stream().filter(t -> t.milliseconds() <= milliseconds).toList();
      tasks.removeAll(due);
    }
    due.forEach(task -> task.work().run());
  }
}
