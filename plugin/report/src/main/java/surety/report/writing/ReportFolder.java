package surety.report.writing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import surety.language.storage.AtomicFile;
import surety.language.storage.FileReasons;
import surety.report.Run;
import surety.report.RunFile;
import surety.report.page.PageReport;
import surety.report.page.TraceabilityPage;

/** The folder that a run is reported into: the same run as pages, tables and for programs. */
public final class ReportFolder {
  private final Path folder;
  private final List<RunFile> files;

  /**
   * A folder with all reports.
   *
   * @param undecided what JUnit's report makes of what is undecided
   */
  public ReportFolder(Path folder, JunitReport.Undecided undecided) {
    this(
        folder,
        List.of(
            new PageReport(),
            new ResultsReport(),
            new JunitReport(undecided),
            new SarifReport(),
            new SummaryReport(),
            new BandsReport(),
            new TraceabilityPage(),
            new TraceabilityTable()));
  }

  ReportFolder(Path folder, List<RunFile> files) {
    this.folder = folder;
    this.files = List.copyOf(files);
  }

  /** The page that people begin with. */
  public Path index() {
    return folder.resolve("index.html");
  }

  /**
   * Creates the folder, before a search spends time on what could not be reported.
   *
   * @return why no report can be written, if so
   */
  public Optional<String> obstacle() {
    try {
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        throw new AccessDeniedException(folder.toString());
      }
      for (RunFile file : files) {
        requireFile(folder.resolve(file.name()));
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("no report can be written to " + folder + " (" + FileReasons.of(e) + ")");
    }
  }

  private static void requireFile(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      throw new IOException(place.getFileName() + " is a folder there");
    }
  }

  /**
   * Writes all files, each as a whole or not at all. What a file says is worked out before any is
   * written, so that only the disk can keep them apart.
   *
   * @throws IOException if one cannot be written
   */
  public void write(Run run) throws IOException {
    List<byte[]> texts =
        files.stream().map(file -> file.text(run).getBytes(StandardCharsets.UTF_8)).toList();
    for (int k = 0; k < files.size(); k++) {
      AtomicFile.write(folder.resolve(files.get(k).name()), texts.get(k));
    }
  }
}
