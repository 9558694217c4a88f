package surety.eclipse.references;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.text.AbstractTextSearchResult;
import org.eclipse.search.ui.text.IEditorMatchAdapter;
import org.eclipse.search.ui.text.IFileMatchAdapter;
import org.eclipse.search.ui.text.Match;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IURIEditorInput;
import surety.eclipse.base.Icons;
import surety.eclipse.documents.Places;
import surety.eclipse.text.Uris;

/** The uses that a query found; the Search view follows them when the text is changed. */
public final class References extends AbstractTextSearchResult
    implements IEditorMatchAdapter, IFileMatchAdapter {
  private final ReferencesQuery query;

  References(ReferencesQuery query) {
    this.query = query;
  }

  /** These and no others. */
  void show(List<Use> uses) {
    removeAll();
    addMatches(
        uses.stream()
            .map(use -> new Match(use, use.place().offset(), use.place().length()))
            .toArray(Match[]::new));
  }

  @Override
  public String getLabel() {
    int count = getMatchCount();
    return "'" + query.name() + "': " + count + (count == 1 ? " reference" : " references");
  }

  @Override
  public String getTooltip() {
    return getLabel();
  }

  @Override
  public ImageDescriptor getImageDescriptor() {
    return Icons.descriptor("icons/specification.svg");
  }

  @Override
  public ISearchQuery getQuery() {
    return query;
  }

  @Override
  public IEditorMatchAdapter getEditorMatchAdapter() {
    return this;
  }

  @Override
  public IFileMatchAdapter getFileMatchAdapter() {
    return this;
  }

  @Override
  public boolean isShownInEditor(Match match, IEditorPart editor) {
    return ((Use) match.getElement()).uri().equals(uri(editor));
  }

  @Override
  public Match[] computeContainedMatches(AbstractTextSearchResult result, IEditorPart editor) {
    return in(result, uri(editor));
  }

  @Override
  public Match[] computeContainedMatches(AbstractTextSearchResult result, IFile file) {
    return in(result, file.getLocationURI() == null ? "" : Uris.of(file.getLocationURI()));
  }

  @Override
  public IFile getFile(Object element) {
    return element instanceof Use use ? Places.file(use.uri()) : null;
  }

  private static Match[] in(AbstractTextSearchResult result, String uri) {
    return Stream.of(result.getElements())
        .filter(element -> ((Use) element).uri().equals(uri))
        .flatMap(element -> Stream.of(result.getMatches(element)))
        .toArray(Match[]::new);
  }

  private static String uri(IEditorPart editor) {
    IEditorInput input = editor.getEditorInput();
    IURIEditorInput file = input == null ? null : input.getAdapter(IURIEditorInput.class);
    return file == null || file.getURI() == null ? "" : Uris.of(file.getURI());
  }
}
