package surety.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Takes off the copied jars what nobody needs who only runs Surety: signatures, for a fast start,
 * and debugging symbols of native libraries, for the size of what is installed.
 *
 * <p>The jars of Eclipse are signed. Java would check the signatures anew at every start, and keeps
 * signed classes out of its archive of loaded classes; together that is a third of the time until a
 * specification is read. Two thirds of the jar of ONNX Runtime are symbols; the libraries stay as
 * they are. Maven has compared the digests of the downloads, and only the copies in the build
 * folder are changed. The build runs this when it has copied them.
 */
final class PlainJars {
  private static final Pattern SIGNATURE =
      Pattern.compile("META-INF/[^/]*\\.(?:SF|RSA|DSA|EC)", Pattern.CASE_INSENSITIVE);

  /** What linkers put beside a library for a debugger: Apple's a folder, Microsoft's a file. */
  private static final Pattern SYMBOLS = Pattern.compile(".*\\.(?:dSYM/.*|pdb)");

  /** One for all, since Java reads those of some jars as of the time zone that it runs in. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private PlainJars() {}

  /** Rewrites the jars that have any of it, in the folder that is the only argument. */
  public static void main(String[] arguments) throws IOException {
    rewrite(Path.of(arguments[0]));
  }

  static void rewrite(Path folder) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(folder)) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    for (Path jar : jars) {
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        List<ZipEntry> entries = zip.stream().map(ZipEntry.class::cast).toList();
        if (entries.stream().anyMatch(PlainJars::isSuperfluous)) {
          rewrite(zip, entries, jar);
        }
      }
    }
  }

  private static void rewrite(ZipFile zip, List<ZipEntry> entries, Path jar) throws IOException {
    Path temporary = jar.resolveSibling(jar.getFileName() + ".tmp");
    try (ZipOutputStream out =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(temporary)))) {
      for (ZipEntry entry : entries) {
        if (!isSuperfluous(entry)) {
          ZipEntry copy = new ZipEntry(entry.getName());
          copy.setTimeLocal(TIME);
          out.putNextEntry(copy);
          try (InputStream in = zip.getInputStream(entry)) {
            in.transferTo(out);
          }
          out.closeEntry();
        }
      }
    }
    Files.move(temporary, jar, StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean isSuperfluous(ZipEntry entry) {
    return SIGNATURE.matcher(entry.getName()).matches()
        || SYMBOLS.matcher(entry.getName()).matches();
  }
}
