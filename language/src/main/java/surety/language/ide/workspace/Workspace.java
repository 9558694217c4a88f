package surety.language.ide.workspace;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import surety.language.Specification;
import surety.language.ide.document.DocumentUri;
import surety.language.workspace.WorkspaceLimits;
import surety.language.workspace.WorkspaceListener;
import surety.language.workspace.WorkspaceSpecifications;

/**
 * What a client says of its workspace, as news for {@link WorkspaceSpecifications}. All methods
 * return at once.
 */
@Singleton
public final class Workspace implements AutoCloseable {
  private final List<WorkspaceListener> listeners = new CopyOnWriteArrayList<>();
  private final Set<Path> folders = new LinkedHashSet<>();
  private final WorkspaceSpecifications specifications =
      new WorkspaceSpecifications(
          new WorkspaceListener() {
            @Override
            public void read(Specification specification) {
              listeners.forEach(listener -> listener.read(specification));
            }

            @Override
            public void gone(Path file) {
              listeners.forEach(listener -> listener.gone(file));
            }

            @Override
            public void tooMany(int most) {
              listeners.forEach(listener -> listener.tooMany(most));
            }
          },
          WorkspaceLimits.defaults());

  @Inject
  Workspace() {}

  /** Somebody else wants to hear of the specifications that are not open. */
  public void addListener(WorkspaceListener listener) {
    listeners.add(listener);
  }

  /** The folders that a client begins with: none, one, or several. */
  @SuppressWarnings("deprecation") // Clients without several folders have a root.
  public void begin(InitializeParams params) {
    List<String> addresses = new ArrayList<>();
    Optional.ofNullable(params.getWorkspaceFolders())
        .ifPresentOrElse(
            all -> all.forEach(folder -> addresses.add(folder.getUri())),
            () -> Optional.ofNullable(params.getRootUri()).ifPresent(addresses::add));
    change(addresses, List.of());
  }

  /** Folders were added or removed. */
  public void change(WorkspaceFoldersChangeEvent event) {
    change(addresses(event.getAdded()), addresses(event.getRemoved()));
  }

  private static List<String> addresses(List<WorkspaceFolder> folders) {
    return Optional.ofNullable(folders).orElse(List.of()).stream()
        .map(WorkspaceFolder::getUri)
        .toList();
  }

  private synchronized void change(List<String> added, List<String> removed) {
    removed.forEach(uri -> DocumentUri.file(uri).ifPresent(folders::remove));
    added.forEach(uri -> DocumentUri.file(uri).ifPresent(folders::add));
    specifications.setFolders(folders);
  }

  /** A document was opened: its text counts, not that of its file. */
  public void opened(String uri) {
    DocumentUri.file(uri).ifPresent(specifications::opened);
  }

  /** A document was closed: its file counts again. */
  public void closed(String uri) {
    DocumentUri.file(uri).ifPresent(specifications::closed);
  }

  /** Files were written, made or deleted. */
  public void changed(DidChangeWatchedFilesParams params) {
    specifications.changed(
        params.getChanges().stream()
            .flatMap(event -> DocumentUri.file(event.getUri()).stream())
            .toList());
  }

  /** The same of files. */
  public void changed(Collection<Path> files) {
    specifications.changed(files);
  }

  /** Whether a file is in a folder of the workspace where specifications are looked for. */
  public boolean covers(Path file) {
    return specifications.covers(file);
  }

  /** All specifications in the folders that are not open, as far as they were read. */
  public List<Specification> closedOnes() {
    return specifications.specifications();
  }

  @Override
  public void close() {
    specifications.close();
  }
}
