package surety.eclipse.problems;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import surety.eclipse.documents.Documents;
import surety.eclipse.documents.OpenDocument;
import surety.eclipse.documents.Places;
import surety.eclipse.server.ServerListener;
import surety.eclipse.text.Lines;
import surety.eclipse.text.Uris;

/** Marks the problems of specifications: in their files, or outside of the workspace in editors. */
public final class ProblemMarkers implements ServerListener {
  private final MarkerJob job = new MarkerJob();

  @Override
  public void diagnostics(PublishDiagnosticsParams problems) {
    String uri = Uris.of(problems.getUri());
    IFile file = Places.file(uri);
    Lines lines = lines(uri);
    List<Map<String, Object>> markers = new ArrayList<>();
    problems.getDiagnostics().forEach(each -> markers.add(Problem.attributes(each, lines)));
    if (file == null) {
      ProblemAnnotations.update(uri, markers);
    } else {
      job.update(file, markers);
    }
    FixCatalog.get().refresh(uri, problems.getDiagnostics());
  }

  private static Lines lines(String uri) {
    return Documents.get().of(uri).map(OpenDocument::lines).orElseGet(() -> linesOfFile(uri));
  }

  /** Of a file that cannot be read, all places are its beginning. */
  private static Lines linesOfFile(String uri) {
    Path path = Uris.path(uri);
    try {
      return new Lines(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new Lines("");
    }
  }
}
