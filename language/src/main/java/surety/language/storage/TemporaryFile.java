package surety.language.storage;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * A new file beside another one, of a hidden name of its own, that is locked as long as it is
 * written: the system takes the lock away when the process dies, however that comes about. So what
 * a dead process left can be told from what a living one writes, wherever both of them run.
 */
final class TemporaryFile implements Closeable {
  private static final Pattern ENDING = Pattern.compile("\\.[0-9]+-[0-9]+\\.tmp");
  private static final int BUFFER = 1 << 16;
  private static final AtomicLong NUMBER = new AtomicLong();

  /** Those of this process; a second channel to one of them would end its lock. */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private TemporaryFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Creates one beside a file.
   *
   * @throws IOException if the folder cannot be written to
   */
  static TemporaryFile beside(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent().toRealPath();
    while (true) {
      Path path =
          folder.resolve(
              "."
                  + file.getFileName()
                  + "."
                  + ProcessHandle.current().pid()
                  + "-"
                  + NUMBER.incrementAndGet()
                  + ".tmp");
      OURS.add(path);
      TemporaryFile created;
      try {
        created = new TemporaryFile(path, create(path));
      } catch (FileAlreadyExistsException e) {
        OURS.remove(path); // of another process with our number, dead or on another machine
        continue;
      } catch (IOException e) {
        OURS.remove(path);
        throw e;
      }
      lock(created.channel);
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        return created;
      }
      created.close(); // somebody took it for a leftover before it was locked
    }
  }

  private static FileChannel create(Path path) throws IOException {
    return FileChannel.open(
        path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  }

  private static void lock(FileChannel channel) {
    try {
      channel.lock();
    } catch (IOException e) {
      return; // a file system without locks: nobody can lock it, and so nobody takes it away
    }
  }

  Path path() {
    return path;
  }

  /** Writes the content, and forces it to the disk. */
  void write(AtomicFile.Content content) throws IOException {
    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    content.writeTo(out);
    out.flush();
    channel.force(true);
  }

  /** Removes it, if it still has its name. */
  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(path);
    } finally {
      channel.close();
      OURS.remove(path);
    }
  }

  /**
   * Removes what dead processes left in a folder; what cannot be removed stays.
   *
   * @param names the files beside which it was left
   */
  static void removeLeftovers(Path folder, Pattern names) {
    DirectoryStream.Filter<Path> left = file -> isTemporary(file.getFileName().toString(), names);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.toRealPath(), left)) {
      for (Path file : files) {
        if (!OURS.contains(file)) {
          removeUnlessLocked(file);
        }
      }
    } catch (IOException e) {
      return; // who needs the folder will say what is wrong with it
    }
  }

  private static boolean isTemporary(String name, Pattern names) {
    var ending = ENDING.matcher(name);
    int end = -1;
    while (ending.find()) {
      end = ending.end() == name.length() ? ending.start() : end;
    }
    return end > 1 && name.startsWith(".") && names.matcher(name.substring(1, end)).matches();
  }

  /** It is locked while it is removed, so that whoever has just created it waits, and notices. */
  private static void removeUnlessLocked(Path file) {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | OverlappingFileLockException e) {
      return; // it is in use, gone, or not ours to remove
    }
  }
}
