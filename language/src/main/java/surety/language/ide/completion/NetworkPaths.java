package surety.language.ide.completion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import surety.language.storage.NetworkSuffixes;

/** The network files beside a specification. */
final class NetworkPaths {
  private static final int MOST = 100;

  /** Each in quotation marks; none, if the folder cannot be read. */
  List<String> near(Resource specification) {
    URI uri = specification.getURI();
    Path folder = uri.isFile() ? Path.of(uri.toFileString()).toAbsolutePath().getParent() : null;
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(NetworkSuffixes::isOne)
          .sorted()
          .limit(MOST)
          .map(name -> '"' + name + '"')
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
