package surety.certificates.cases;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes the language-neutral cases anew: the networks, for each case its certificate, each
 * statement once, and the index. For a version of the format that was never released.
 */
final class CasesMaker {
  static final String HEADER = "case,statement,networks,certificate,verdict,about";

  private static final String NETWORKS = "networks";

  private CasesMaker() {}

  /** Takes the folder of the test's resources. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (String part : List.of("valid", "invalid", "robust", NETWORKS)) {
      empty(folder.resolve(part));
    }
    NetworkFolder.write(folder.resolve(NETWORKS));
    StringBuilder index = new StringBuilder(HEADER).append('\n');
    Map<String, String> statements = new HashMap<>();
    TreeSet<String> used = new TreeSet<>();
    for (Case each : Cases.all()) {
      String statement =
          statements.computeIfAbsent(each.statement(), text -> each.name() + ".statement");
      String certificate = each.name() + ".cert";
      if (!used.add(certificate)) {
        throw new IllegalStateException(each.name() + " is there twice");
      }
      Files.write(folder.resolve(statement), each.statement().getBytes(StandardCharsets.US_ASCII));
      Files.write(folder.resolve(certificate), each.bytes());
      String networks =
          each.networks().stream()
              .map(network -> NETWORKS + "/" + network.file())
              .collect(Collectors.joining(" "));
      index.append(
          String.join(
              ",", each.name(), statement, networks, certificate, each.verdict(), each.about()));
      index.append('\n');
    }
    Files.write(folder.resolve("cases.csv"), index.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static void empty(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
