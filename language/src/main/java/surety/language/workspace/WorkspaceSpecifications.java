package surety.language.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import surety.language.Specification;
import surety.language.SpecificationReader;

/**
 * Knows all specifications in the folders of a workspace that no editor has open, and reads them
 * again when it is told that something changed.
 *
 * <p>All methods can be called from any thread and return at once; one thread in the background
 * looks through the folders and reads. The listener hears of everything one after the other, never
 * of a file that was reported as open before, and after {@link #close} of nothing.
 */
public final class WorkspaceSpecifications implements AutoCloseable {
  /** How often a file is read that changes each time while it is being read. */
  private static final int MOST_READINGS = 3;

  private final Object lock = new Object();
  private final WorkspaceListener listener;
  private final WorkspaceLimits limits;
  private final SpecificationReader reader = new SpecificationReader();
  private final Map<Path, Specification> known = new TreeMap<>();
  private final Map<Path, Long> wanted = new HashMap<>();
  private final Set<Path> open = new HashSet<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(WorkspaceSpecifications::daemon);
  private List<Path> folders = List.of();
  private long tickets;
  private volatile boolean closed;

  /** Nothing is known before there are folders. */
  public WorkspaceSpecifications(WorkspaceListener listener, WorkspaceLimits limits) {
    this.listener = listener;
    this.limits = limits;
  }

  @SuppressWarnings("ThreadPriorityCheck") // Only for the sake of who is typing.
  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "surety-workspace");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  /** These are the folders of the workspace from now on. */
  public void setFolders(Collection<Path> newFolders) {
    synchronized (lock) {
      folders = newFolders.stream().map(WorkspaceSpecifications::key).distinct().toList();
    }
    run(
        () -> {
          List<Path> all = folders();
          gone(file -> !FolderSearch.isVisible(file, all, limits));
          look(all);
        });
  }

  /**
   * These files or folders were written, made, replaced or deleted. Specifications that need one of
   * them are read again, too.
   */
  public void changed(Collection<Path> paths) {
    for (Path path : paths) {
      Path changed = key(path);
      run(() -> follow(changed));
    }
  }

  /** An editor has this file open: it is left to the editor, and forgotten here. */
  public void opened(Path file) {
    synchronized (lock) {
      open.add(key(file));
      known.remove(key(file));
      wanted.remove(key(file));
    }
  }

  /** No editor has this file open any more: it is read, if it is in the workspace. */
  public void closed(Path file) {
    synchronized (lock) {
      open.remove(key(file));
    }
    changed(List.of(file));
  }

  /** All specifications that are known, in the order of their paths. */
  public List<Specification> specifications() {
    synchronized (lock) {
      return List.copyOf(known.values());
    }
  }

  /** Whether a file is where specifications are looked for. */
  public boolean covers(Path file) {
    return FolderSearch.isVisible(key(file), folders(), limits);
  }

  /** Stops; what is being read is read to its end, but nobody hears of it. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      known.clear();
    }
    worker.shutdownNow();
  }

  /** When everything before is done. */
  void whenDone(Runnable then) {
    run(then);
  }

  private void run(Runnable work) {
    synchronized (lock) {
      if (!closed) {
        worker.execute(work);
      }
    }
  }

  private List<Path> folders() {
    synchronized (lock) {
      return folders;
    }
  }

  private static Path key(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** Finds what is in folders, and reads it. */
  private void look(Collection<Path> all) {
    FolderSearch search = new FolderSearch(limits, () -> closed);
    all.forEach(search::look);
    if (search.overflowed()) {
      overflow();
    }
    search.found().forEach(this::read);
  }

  private void overflow() {
    synchronized (lock) {
      if (!closed) {
        listener.tooMany(limits.specifications());
      }
    }
  }

  private void follow(Path changed) {
    boolean isFolder = Files.isDirectory(changed);
    if (isFolder && FolderSearch.isVisible(changed.resolve("any"), folders(), limits)) {
      look(List.of(changed));
    }
    boolean isGone = !isFolder && !Files.exists(changed);
    for (Specification specification : specifications()) {
      Path file = key(specification.file());
      boolean needs =
          specification.files().stream()
              .map(WorkspaceSpecifications::key)
              .anyMatch(f -> f.equals(changed) || (isGone && f.startsWith(changed)));
      if (needs || (isGone && file.startsWith(changed) && !file.equals(changed))) {
        read(file);
      }
    }
    if (FolderSearch.isSpecification(changed) && !isFolder) {
      read(changed);
    }
  }

  /** In the background: reads a file, unless it was overtaken by something else. */
  private void read(Path file) {
    Optional<Long> ticket = ticket(file);
    if (ticket.isEmpty()) {
      return;
    }
    Optional<Specification> specification = content(file);
    synchronized (lock) {
      if (closed || !wanted.remove(file, ticket.get())) {
        return;
      }
      if (specification.isPresent()) {
        known.put(file, specification.get());
        listener.read(specification.get());
      } else if (known.remove(file) != null) {
        listener.gone(file);
      }
    }
  }

  /** Nothing if the file is not to be read. */
  private Optional<Long> ticket(Path file) {
    synchronized (lock) {
      boolean isKnown = known.containsKey(file);
      boolean isVisible = FolderSearch.isVisible(file, folders, limits);
      if (closed || open.contains(file) || !(isKnown || isVisible)) {
        return Optional.empty();
      }
      if (!isKnown && known.size() >= limits.specifications()) {
        return Optional.empty();
      }
      tickets++;
      wanted.put(file, tickets);
      return Optional.of(tickets);
    }
  }

  /** Nothing if it is not there, too large, or must not be read. */
  private Optional<Specification> content(Path file) {
    try {
      Specification specification;
      BasicFileAttributes before;
      int readings = 0;
      do {
        before = Files.readAttributes(file, BasicFileAttributes.class);
        if (!before.isRegularFile() || before.size() > limits.bytes()) {
          return Optional.empty();
        }
        specification = reader.read(file);
        readings++;
      } while (readings < MOST_READINGS && !isStill(file, before));
      return Optional.of(specification);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isStill(Path file, BasicFileAttributes before) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    return now.size() == before.size() && now.lastModifiedTime().equals(before.lastModifiedTime());
  }

  private void gone(java.util.function.Predicate<Path> isGone) {
    synchronized (lock) {
      for (Path file : List.copyOf(known.keySet())) {
        if (!closed && isGone.test(file)) {
          known.remove(file);
          listener.gone(file);
        }
      }
    }
  }
}
