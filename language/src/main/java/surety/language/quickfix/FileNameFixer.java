package surety.language.quickfix;

import java.nio.file.Path;
import java.util.List;
import surety.language.problems.IssueCodes;
import surety.language.storage.NearbyFiles;
import surety.language.storage.NetworkSuffixes;

/**
 * Writes the name of a file that is there: in the folder that is written, the nearest name, or the
 * only file of the right kind.
 */
final class FileNameFixer implements Fixer {
  @Override
  public List<QuickFix> fixes(Place place) {
    String marked = place.marked();
    boolean isText = marked.length() >= 2 && marked.startsWith("\"") && marked.endsWith("\"");
    Path around = place.specification().file().toAbsolutePath().getParent();
    if (!isText || around == null) {
      return List.of();
    }
    String written = marked.substring(1, marked.length() - 1);
    boolean isNetwork = place.code().equals(IssueCodes.NETWORK_MISSING);
    List<String> suffixes = isNetwork ? NetworkSuffixes.ALL : List.of(".csv");
    return NearbyFiles.meant(around, written, suffixes)
        .map(file -> "\"" + file + "\"")
        .map(text -> List.of(new QuickFix("Write " + text, place.replaceMarked(text))))
        .orElse(List.of());
  }
}
