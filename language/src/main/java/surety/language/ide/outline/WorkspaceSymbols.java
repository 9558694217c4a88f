package surety.language.ide.outline;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import surety.language.Declaration;
import surety.language.Region;

/**
 * Finds declarations by a few letters of their names, which must occur in them in this order; case
 * does not count. The nearest come first.
 */
public final class WorkspaceSymbols {
  /** A longer list helps nobody; one more letter does. */
  private static final int MOST = 1000;

  private final String letters;
  private final List<Found> found = new ArrayList<>();

  private record Found(int distance, String uri, Declaration declaration) {}

  /** Begins a search; without letters everything is found. */
  public WorkspaceSymbols(String letters) {
    this.letters = letters.strip().toLowerCase(Locale.ROOT);
  }

  /** Looks at what a specification declares. */
  public void look(String uri, List<Declaration> declarations) {
    for (Declaration declaration : declarations) {
      int distance = distance(declaration.name().toLowerCase(Locale.ROOT));
      if (distance >= 0) {
        found.add(new Found(distance, uri, declaration));
      }
    }
  }

  /** How far a name is from the letters; -1 if they do not occur in it. */
  private int distance(String name) {
    if (name.startsWith(letters)) {
      return name.length() == letters.length() ? 0 : 1;
    }
    if (name.contains(letters)) {
      return 2;
    }
    int next = 0;
    for (int i = 0; i < name.length() && next < letters.length(); i++) {
      next += name.charAt(i) == letters.charAt(next) ? 1 : 0;
    }
    return next == letters.length() ? 3 : -1;
  }

  /** What was found. */
  public List<WorkspaceSymbol> symbols() {
    return found.stream()
        .sorted(
            Comparator.comparingInt(Found::distance)
                .thenComparing(f -> f.declaration().name())
                .thenComparing(Found::uri)
                .thenComparing(f -> f.declaration().region().line()))
        .limit(MOST)
        .map(f -> symbol(f.uri(), f.declaration()))
        .toList();
  }

  private static WorkspaceSymbol symbol(String uri, Declaration declaration) {
    Region region = declaration.region();
    Position start = new Position(region.line() - 1, region.column() - 1);
    Position end = new Position(start.getLine(), start.getCharacter() + region.length());
    return new WorkspaceSymbol(
        declaration.name(),
        SymbolKinds.of(declaration.kind()),
        Either.forLeft(new Location(uri, new Range(start, end))),
        container(uri, declaration));
  }

  /** What it is about, and the file, for in several files names may be the same. */
  private static String container(String uri, Declaration declaration) {
    String file = fileName(uri);
    return declaration.container().isEmpty() ? file : declaration.container() + " in " + file;
  }

  private static String fileName(String uri) {
    String path = uri;
    try {
      path = URI.create(uri).getSchemeSpecificPart();
    } catch (IllegalArgumentException e) {
      // What is no address is shown as it is.
    }
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
