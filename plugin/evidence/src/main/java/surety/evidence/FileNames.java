package surety.evidence;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Under which names files travel: with slashes, relative to the deepest folder that holds all of
 * them, so that specifications still find their networks, no two files have the same name, and no
 * name leads out of the folder that it is unpacked in.
 *
 * <p>Where the only such folder is the top of a file system, that of the specifications is taken,
 * and what lies outside is put into folders {@code elsewhere/1}, {@code elsewhere/2} and so on,
 * files of one folder together.
 */
public final class FileNames {
  /** Certificates travel beside their specification, wherever they are here. */
  private static final String CERTIFICATES = "certificates/";

  private static final Pattern UNPORTABLE =
      Pattern.compile(
          "(?i).*[\\p{Cntrl}\\\\:*?\"<>|].*|.*[. ]|(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?",
          Pattern.DOTALL);

  private final Map<Path, String> names = new HashMap<>();
  private final Map<String, Path> taken = new TreeMap<>();

  /**
   * Names of specifications and the files that they need.
   *
   * @throws EvidenceException if a name is none on some system, or two are the same on one
   */
  public FileNames(Collection<Path> specifications, Collection<Path> others)
      throws EvidenceException {
    Path root = root(specifications, others);
    SortedSet<Path> outside = new TreeSet<>();
    for (Path file : specifications) {
      put(file, relative(root, absolute(file)));
    }
    for (Path file : others) {
      if (absolute(file).startsWith(root)) {
        put(file, relative(root, absolute(file)));
      } else {
        outside.add(absolute(file).getParent());
      }
    }
    List<Path> folders = List.copyOf(outside);
    for (Path file : others) {
      int folder = folders.indexOf(absolute(file).getParent());
      if (folder >= 0 && !names.containsKey(absolute(file))) {
        put(file, "elsewhere/" + (folder + 1) + "/" + absolute(file).getFileName());
      }
    }
  }

  /**
   * Takes a certificate in.
   *
   * @return its name, in the folder of certificates beside the specification
   */
  public String certificate(Path specification, Path certificate) throws EvidenceException {
    String beside = of(specification);
    String folder = beside.substring(0, beside.lastIndexOf('/') + 1);
    return put(certificate, folder + CERTIFICATES + certificate.getFileName());
  }

  /** The name of a file that is one of these. */
  public String of(Path file) {
    return Optional.ofNullable(names.get(absolute(file))).orElseThrow();
  }

  private String put(Path file, String name) throws EvidenceException {
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || UNPORTABLE.matcher(part).matches()) {
        throw EvidenceException.badInput(
            "%s cannot be a file on every system, because of '%s'; rename it",
            file, part.replaceAll("\\p{Cntrl}", "?"));
      }
    }
    Path other = taken.putIfAbsent(name.toLowerCase(Locale.ROOT), absolute(file));
    if (other != null && !other.equals(absolute(file))) {
      throw EvidenceException.badInput(
          "%s and %s would be the same file '%s', at least where capital letters do not matter;"
              + " rename one of them",
          other, file, name);
    }
    names.put(absolute(file), name);
    return name;
  }

  private static Path root(Collection<Path> specifications, Collection<Path> others)
      throws EvidenceException {
    Path own = null;
    for (Path file : specifications) {
      Path folder = absolute(file).getParent();
      own = own == null ? folder : common(own, folder).orElse(null);
      if (own == null) {
        throw EvidenceException.badInput(
            "the specifications lie on different drives; take them one by one");
      }
    }
    Optional<Path> all = Optional.ofNullable(own);
    for (Path file : others) {
      all = all.flatMap(folder -> common(folder, absolute(file).getParent()));
    }
    return all.filter(folder -> folder.getNameCount() > 0).orElse(own);
  }

  private static Optional<Path> common(Path one, Path other) {
    if (!one.getRoot().equals(other.getRoot())) {
      return Optional.empty();
    }
    Path folder = one;
    while (!other.startsWith(folder)) {
      folder = folder.getParent();
    }
    return Optional.of(folder);
  }

  private static String relative(Path root, Path file) {
    return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
  }

  private static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }
}
