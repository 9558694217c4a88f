package surety.language.translation;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.eclipse.xtext.util.Tuples;
import surety.language.problems.IssueCodes;
import surety.language.problems.Problem;
import surety.language.storage.NearbyFiles;
import surety.language.storage.NetworkSuffixes;
import surety.language.sure.NetworkDeclaration;
import surety.language.sure.SurePackage;

/** Reads the network files that a specification names, each once as long as it does not change. */
@Singleton
public class NetworkFiles {
  /** Only what is said of a network is kept, not its weights. */
  private static final int MOST_KEPT = 1000;

  private final IResourceScopeCache cache;
  private final SeenFiles<Outcome> seen =
      new SeenFiles<>(
          MOST_KEPT, outcome -> outcome.file().map(NetworkFile::dataFiles).orElse(List.of()));

  @Inject
  NetworkFiles(IResourceScopeCache cache) {
    this.cache = cache;
  }

  /** What reading gave: the file, or a code and the rest of a message that begins with its name. */
  private record Outcome(Optional<NetworkFile> file, String code, String reason) {
    static Outcome of(NetworkFile file) {
      return new Outcome(Optional.of(file), "", "");
    }

    static Outcome of(String code, String reason) {
      return new Outcome(Optional.empty(), code, reason);
    }
  }

  /** The file of a network, if it can be read. */
  public Optional<NetworkFile> file(NetworkDeclaration network) {
    return outcome(network).flatMap(Outcome::file);
  }

  /** Why the file of a network cannot be read, if it cannot. */
  public Optional<Problem> problem(NetworkDeclaration network) {
    return outcome(network)
        .filter(outcome -> outcome.file().isEmpty())
        .map(
            outcome ->
                new Problem(
                    outcome.code(),
                    "network file '" + Text.shortened(network.getFile()) + "'" + outcome.reason(),
                    network,
                    SurePackage.Literals.NETWORK_DECLARATION__FILE));
  }

  /** Nothing if there is no file name, or nowhere that it could be relative to. */
  private Optional<Outcome> outcome(NetworkDeclaration network) {
    Optional<Path> folder = folder(network);
    if (network.getFile() == null || folder.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        cache.get(
            Tuples.create("network", network.getFile()),
            network.eResource(),
            () -> read(network.getFile(), folder.get())));
  }

  /** The folder of the specification that a part stands in. */
  static Optional<Path> folder(EObject part) {
    URI uri = part.eResource() == null ? null : part.eResource().getURI();
    if (uri == null || !uri.isFile()) {
      return Optional.empty();
    }
    return Optional.ofNullable(Path.of(uri.toFileString()).toAbsolutePath().getParent());
  }

  private Outcome read(String name, Path folder) {
    Path file;
    try {
      file = folder.resolve(name);
    } catch (InvalidPathException e) {
      return Outcome.of(IssueCodes.NETWORK_MISSING, " is not a path: " + e.getReason());
    }
    if (!Files.isRegularFile(file)) {
      String reason =
          Files.exists(file)
              ? " is not a file; name the .onnx file itself"
              : " is not there" + NearbyFiles.wayOut(folder, name, NetworkSuffixes.ALL);
      return Outcome.of(IssueCodes.NETWORK_MISSING, reason);
    }
    try {
      return seen.get(file, f -> Outcome.of(NetworkFile.read(f)));
    } catch (NetworkRefusedException e) {
      return Outcome.of(IssueCodes.NETWORK_UNREADABLE, " is refused: " + e.getMessage());
    } catch (IOException e) {
      return Outcome.of(
          IssueCodes.NETWORK_UNREADABLE,
          " cannot be read: " + e.getMessage() + "; check that it may be read");
    }
  }
}
