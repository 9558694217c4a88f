package surety.certificates.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.rejection.Rejection;
import surety.certificates.replay.NetworkContent;
import surety.certificates.replay.RegionReplay;
import surety.certificates.replay.RegionReplayResult;
import surety.certificates.replay.Replay;
import surety.certificates.replay.ReplayResult;
import surety.certificates.replay.SupportReplay;
import surety.certificates.replay.SupportReplayResult;
import surety.certificates.statement.RegionStatement;
import surety.certificates.statement.Statement;
import surety.certificates.statement.SupportStatement;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;

/** The kernel says of each language-neutral case what the index says. */
class CasesTest {
  private static Path folder() {
    try {
      return Path.of(CasesTest.class.getResource("/cases.csv").toURI()).getParent();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** A line of the index. */
  private record Line(
      String name,
      String statement,
      String networks,
      String certificate,
      String verdict,
      String about) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Line line(String text) {
    String[] fields = text.split(",", -1);
    assertEquals(6, fields.length, text);
    return new Line(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);
  }

  static List<Line> all() throws IOException {
    List<String> lines = Files.readAllLines(folder().resolve("cases.csv"));
    assertEquals(CasesMaker.HEADER, lines.get(0));
    return lines.stream().skip(1).map(CasesTest::line).toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void theKernelAgrees(Line each) throws IOException, StatementException {
    byte[] bytes = Files.readAllBytes(folder().resolve(each.statement));
    String text = new String(bytes, StandardCharsets.US_ASCII);
    List<NetworkContent> networks = new ArrayList<>();
    for (String name : each.networks.split(" ", -1)) {
      networks.add(NetworkContent.load(folder().resolve(name), Files::readAllBytes));
    }
    byte[] certificate = Files.readAllBytes(folder().resolve(each.certificate));
    String found;
    String reason;
    if (RegionStatement.isOne(text)) {
      RegionReplayResult result =
          RegionReplay.run(
              RegionStatement.parse(text),
              networks.get(0),
              new ByteArrayInputStream(certificate),
              region -> {},
              Stop.NEVER);
      found = result.replay().name();
      reason = result.reason().map(Rejection::message).orElse("");
    } else if (SupportStatement.isOne(text)) {
      SupportReplayResult result =
          SupportReplay.run(
              SupportStatement.parse(text),
              networks.get(0),
              new ByteArrayInputStream(certificate),
              pattern -> {},
              Stop.NEVER);
      found = result.replay().name();
      reason = result.reason().map(Rejection::message).orElse("");
    } else {
      ReplayResult result =
          Replay.run(Statement.parse(text), networks, new ByteArrayInputStream(certificate), 1);
      found = result.summary().replace(",", "");
      reason = result.reason().map(Rejection::message).orElse("");
    }
    assertEquals(each.verdict, found, reason);
  }

  @Test
  void foldersHoldWhatTheirNamesSay() throws IOException {
    for (Line each : all()) {
      boolean isValid = each.verdict.startsWith("VALID");
      assertTrue(
          each.name.startsWith("robust/") || isValid == each.name.startsWith("valid/"), each.name);
      assertTrue(each.about.length() > 3, each.name);
    }
    Map<String, Long> counts =
        all().stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.name.substring(0, each.name.indexOf('/')), Collectors.counting()));
    assertEquals(Set.of("valid", "invalid", "robust"), counts.keySet());
    assertTrue(counts.values().stream().allMatch(count -> count < 150), counts::toString);
  }

  /** Small enough to be copied anywhere, and nothing lies about that no case uses. */
  @Test
  void everyFileIsUsedAndAllAreSmall() throws IOException {
    Set<Path> used = new HashSet<>();
    for (Line each : all()) {
      assertTrue(used.add(folder().resolve(each.certificate)), each.certificate);
      used.add(folder().resolve(each.statement));
    }
    long size = 0;
    for (String part : List.of("valid", "invalid", "robust")) {
      try (Stream<Path> files = Files.list(folder().resolve(part))) {
        for (Path file : files.toList()) {
          assertTrue(used.contains(file), file::toString);
          size += Files.size(file);
        }
      }
    }
    long total = size;
    assertTrue(total < 3_000_000, () -> total + " bytes");
  }
}
