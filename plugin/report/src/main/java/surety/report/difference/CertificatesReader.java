package surety.report.difference;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.rejection.RejectedException;
import surety.certificates.replay.Header;
import surety.certificates.replay.RegionHeader;
import surety.certificates.replay.Replay;
import surety.certificates.statement.BandClaim;
import surety.certificates.statement.LoopClaim;
import surety.certificates.statement.MomentsClaim;
import surety.certificates.statement.Quantity;
import surety.certificates.statement.Requirement;
import surety.certificates.statement.Statement;
import surety.certificates.text.StatementException;
import surety.language.display.Claims;
import surety.language.display.Decimals;
import surety.language.storage.FileReasons;
import surety.report.Json;
import surety.report.StatementOutline;

/** Reads what certificates claim, and not their proofs. */
final class CertificatesReader {
  private static final String ENDING = ".cert";

  private CertificatesReader() {}

  static RecordedRun read(Path folder) throws UnreadableRunException {
    List<Recorded> results = new ArrayList<>();
    for (Path file : files(folder)) {
      if (!isOfRegions(file)) {
        results.add(recorded(file));
      }
    }
    if (results.isEmpty()) {
      throw new UnreadableRunException(
          folder
              + " has neither "
              + RecordedRun.RESULTS
              + " nor certificates of properties (*.cert) in it");
    }
    return new RecordedRun(folder, true, results);
  }

  private static List<Path> files(Path folder) throws UnreadableRunException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + ENDING)) {
      List<Path> files = new ArrayList<>();
      found.forEach(files::add);
      files.sort(null);
      return files;
    } catch (IOException e) {
      throw new UnreadableRunException(folder + " cannot be read: " + FileReasons.of(e));
    }
  }

  /** One of regions is about no property. */
  private static boolean isOfRegions(Path file) throws UnreadableRunException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(RegionHeader.TITLE.length()), StandardCharsets.US_ASCII)
          .equals(RegionHeader.TITLE);
    } catch (IOException e) {
      throw unreadable(file, FileReasons.of(e));
    }
  }

  private static Recorded recorded(Path file) throws UnreadableRunException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Header header = Header.read(in);
      return recorded(file, header, Statement.parse(header.statement()));
    } catch (IOException e) {
      throw unreadable(file, FileReasons.of(e));
    } catch (RejectedException | StatementException e) {
      throw unreadable(file, e.getMessage());
    }
  }

  private static Recorded recorded(Path file, Header header, Statement statement)
      throws UnreadableRunException {
    String stem = file.getFileName().toString();
    stem = stem.substring(0, stem.length() - ENDING.length());
    int dot = stem.lastIndexOf('.');
    List<Ends> bounds = bounds(statement, header);
    if (bounds.isEmpty() || bounds.size() != header.bounds().size()) {
      throw unreadable(file, "it does not have the bounds that its statement asks for");
    }
    Optional<Requirement> required = statement.claim().requirement();
    return new Recorded(
        stem.substring(0, Math.max(dot, 0)),
        stem.substring(dot + 1),
        Replay.verdict(statement.claim(), header.bounds()).map(Enum::name).orElse("ANSWERED"),
        Claims.name(statement.claim()),
        required.map(Claims::required),
        Optional.empty(),
        bounds,
        Optional.of(StatementOutline.of(statement, List.of(), List.of())));
  }

  private static List<Ends> bounds(Statement statement, Header header) {
    if (statement.claim() instanceof MomentsClaim moments) {
      return moments(moments, header);
    }
    if (statement.claim() instanceof LoopClaim loop && loop.count() > 1) {
      List<Ends> all = new ArrayList<>();
      for (int k = 0; k < header.bounds().size(); k++) {
        all.add(ends("moment " + (k + 1), header.bounds().get(k)));
      }
      return all;
    }
    if (!(statement.claim() instanceof BandClaim band)) {
      return header.bounds().stream().map(bound -> ends("", bound)).toList();
    }
    if (header.numbers().size() != band.numbers()) {
      return List.of();
    }
    List<List<Rational>> points = band.points(header.numbers());
    List<Ends> all = new ArrayList<>();
    for (int k = 0; k < Math.min(points.size(), header.bounds().size()); k++) {
      String at =
          points.get(k).stream()
              .map(t -> ResultsReader.threshold(threshold(band, t)))
              .collect(Collectors.joining(", "));
      all.add(ends(at, header.bounds().get(k)));
    }
    return all;
  }

  private static List<Ends> moments(MomentsClaim moments, Header header) {
    List<Quantity> quantities = moments.quantities();
    List<Ends> all = new ArrayList<>();
    for (int k = 0; k < Math.min(quantities.size(), header.bounds().size()); k++) {
      all.add(ends(quantities.get(k).canonical(), header.bounds().get(k)));
    }
    return all;
  }

  /** As results show it: what the specification lists nearly exactly, else the search's double. */
  private static BigDecimal threshold(BandClaim band, Rational t) {
    return band.leavesThresholdsOpen() && t.equals(Rational.ofDouble(t.doubleFloor()))
        ? BigDecimal.valueOf(t.doubleFloor())
        : Decimals.nearest(t);
  }

  private static Ends ends(String at, Enclosure bound) {
    return new Ends(
        at,
        Optional.ofNullable(Json.lower(bound.lower())),
        Optional.ofNullable(Json.upper(bound.upper())));
  }

  private static UnreadableRunException unreadable(Path file, String reason) {
    return new UnreadableRunException(file + " cannot be read as a certificate: " + reason);
  }
}
