package surety.certificates.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.certificates.replay.HostileInputs.bytes;
import static surety.certificates.replay.HostileInputs.certificate;
import static surety.certificates.replay.HostileInputs.changed;
import static surety.certificates.replay.HostileInputs.changedRegions;
import static surety.certificates.replay.HostileInputs.claim;
import static surety.certificates.replay.HostileInputs.cuts;
import static surety.certificates.replay.HostileInputs.digits;
import static surety.certificates.replay.HostileInputs.edges;
import static surety.certificates.replay.HostileInputs.filled;
import static surety.certificates.replay.HostileInputs.foreign;
import static surety.certificates.replay.HostileInputs.fractions;
import static surety.certificates.replay.HostileInputs.inputs;
import static surety.certificates.replay.HostileInputs.list;
import static surety.certificates.replay.HostileInputs.multipliers;
import static surety.certificates.replay.HostileInputs.regionTree;
import static surety.certificates.replay.HostileInputs.regions;
import static surety.certificates.replay.HostileInputs.scales;
import static surety.certificates.replay.HostileInputs.statement;
import static surety.certificates.replay.HostileInputs.tree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.onnx.HostileNetworks;

/**
 * The list of everything in a certificate, a statement or a network file that names the size of an
 * allocation or the length of a loop, each with an input that names too much. All of them are
 * answered soon and in a small heap, and the answer is never VALID, nor the end of the stack or of
 * the memory.
 */
class HostileInputsTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String HEAP = "-Xmx64m";
  private static final String LIMIT = "P(1*y[0] < 1) < 1";

  private static Stream<HostileInputs> ofCertificates() {
    return Stream.of(
        certificate(
            "another statement, on which a regular expression runs in circles",
            () -> foreign("cdf(" + ") at [".repeat(60_000))),
        certificate(
            "another statement, with fractions that have nothing in common",
            () -> foreign(fractions(5_000, 60))),
        certificate("another statement without an end", () -> foreign("1\n".repeat(1 << 21))),
        certificate("the length of a line", () -> foreign("x".repeat(1 << 23))),
        certificate(
            "the number of truncations", () -> changed("truncations 2", "truncations 1000000")),
        certificate(
            "the number of truncations, all there",
            () ->
                changed(
                    "truncations 2\n", "truncations 200000\n" + "0x0p0 0x1p0\n".repeat(199_998))),
        certificate(
            "the digits of a truncation",
            () -> changed("0x1p6", "0x1." + "1".repeat(1 << 20) + "p6")),
        certificate(
            "the exponent of a truncation far out", () -> changed("0x1p6", "0x1p1073741823")),
        certificate("the exponent of a truncation", () -> changed("0x1p6", "0x1p-1073741823")),
        certificate("the number of bounds", () -> changed("bounds 1", "bounds 10000")),
        certificate("the number of numbers", () -> changed("numbers 0", "numbers 10000")),
        certificate(
            "more numbers than are asked for",
            () -> changed("numbers 0\n", "numbers 10000\n" + "0\n".repeat(10_000))),
        certificate(
            "more bounds than are asked for",
            () -> changed("bounds 1\n", "bounds 10000\n" + "0x0p0 0x1p0\n".repeat(9_999))),
        certificate(
            "the exponents of numbers",
            () -> changed("numbers 0\n", "numbers 10000\n" + "1e10000\n".repeat(10_000))),
        certificate(
            "the digits of a number",
            () -> changed("numbers 0\n", "numbers 1\n" + "7".repeat(1 << 20) + "\n")),
        certificate("the exponent of a lower bound", () -> bounds("0x1p-1073741823 0x1p0")),
        certificate("the exponent of an upper bound", () -> bounds("0x0p0 0x1p1073741823")),
        certificate(
            "the digits of a bound", () -> bounds("-0x1." + "1".repeat(1 << 20) + "p0 inf")),
        certificate(
            "the fields of a line",
            () -> changed("bounds 1\n", "bounds 1\n" + " ".repeat(1 << 20))));
  }

  /** A certificate with other bounds. */
  private static String bounds(String ends) {
    return changed("bounds 1\n", "bounds 1\n" + ends + "\n0x0p0 0x1p0\n")
        .replaceFirst("0x0p0 0x1p0\n[^\n]*\n", "");
  }

  private static Stream<HostileInputs> ofTrees() {
    return Stream.of(
        tree("the depth of a tree of boxes", () -> cuts(20_000)),
        tree(
            "the depth of a tree of simplices",
            () -> Certificates.concat(bytes(3, 0, 8), edges(20_000))),
        tree("the degrees of a triangulation", () -> bytes(3, 255, 255)),
        tree("the largest degrees of a triangulation", () -> bytes(3, 40, 40)),
        tree("the layer of a leaf", () -> bytes(3, 0, 8, 0x7f, 0x7f)),
        tree("the number of a coordinate", () -> bytes(1, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0)),
        tree("the number of a knot", () -> bytes(2, 0, 0, 127, 255, 255, 255)),
        tree("rules without an end", () -> new byte[1 << 20]),
        scales("tree: the scales of the leaves, times the points", 1_000, 2_045),
        HostileInputs.grid("tree: the points of a grid that are open", 27));
  }

  private static Stream<HostileInputs> ofStatements() {
    return Stream.of(
        statement(
            "brackets on which a regular expression runs in circles",
            () -> claim("cdf(" + ") at [".repeat(60_000))),
        statement(
            "blanks on which a regular expression runs in circles",
            () -> claim("P(" + " < 1) <".repeat(60_000))),
        statement(
            "the terms of a form", () -> claim("P(" + "1*y[0] + ".repeat(100_000) + " < 1) < 1")),
        statement(
            "the digits of an index", () -> claim("P(1*y[" + "9".repeat(1 << 20) + "] < 1) < 1")),
        statement("the number of points", () -> claim("cdf(1*y[0]) at 2147483647 points")),
        statement(
            "the exponents of points",
            () -> claim("cdf(1*y[0]) at " + list(100_000, k -> "1e10000"))),
        statement(
            "the number of listed points",
            () -> claim("cdf(1*y[0]) at " + list(200_000, String::valueOf))),
        statement(
            "the number of inputs", () -> claim(LIMIT).replace("inputs 1", "inputs 2147483647")),
        statement(
            "the number of outputs", () -> claim(LIMIT).replace("outputs 1", "outputs 1000000")),
        statement(
            "the number of networks",
            () -> claim(LIMIT).replace("networks 1", "networks 2147483647")),
        statement("events in events", () -> claim("P(" + "(".repeat(1 << 20) + "1*y[0] < 1) < 1")),
        statement("negations", () -> claim("P(" + "not ".repeat(1 << 20) + "1*y[0] < 1) < 1")),
        statement(
            "the parts of an event",
            () -> claim("P((1*y[0] < 1" + " and 1*y[0] < 1".repeat(100_000) + ")) < 1")),
        statement("quantities in quantities", () -> claim("(".repeat(1 << 20) + "1 + 1) < 1")),
        statement("absolute values", () -> claim("abs(".repeat(1 << 20) + "1) < 1")),
        statement(
            "a form of many outputs in many events",
            () ->
                claim("P((1*y[0] < 1" + " or 1*y[0] < 1".repeat(900) + ")) < 1")
                    .replace("outputs 1", "outputs 1000000")),
        statement("the exponent of an input", () -> statement("= 1e10000", LIMIT)),
        statement("the exponents of many inputs", () -> inputs(100_000, "= 1e-10000")),
        statement(
            "the digits of an input",
            () -> statement("= " + "7".repeat(1 << 20) + "/" + "3".repeat(1 << 20), LIMIT)),
        statement(
            "the weights of a histogram, with nothing in common",
            () -> statement(fractions(5_000, 60), LIMIT)),
        HostileInputs.claim(
            "the digits of coefficients with nothing in common", 200, k -> "1/" + digits(40)),
        HostileInputs.claim(
            "the digits of all coefficients together", 200, k -> "1/" + digits(1_000)),
        statement("the parameters of a density", () -> statement("~ beta(10000, 9999)", LIMIT)),
        statement(
            "a long fraction to a power",
            () ->
                statement(
                    "~ beta(" + "7".repeat(15_000) + "/1" + "0".repeat(14_999) + ", 50)", LIMIT)),
        statement(
            "intervals of intervals",
            () -> statement("~ uniform(0, 1)" + " on [0, 1]".repeat(100_000), LIMIT)),
        statement("lists in lists", () -> statement("~ histogram(" + "[".repeat(1 << 20), LIMIT)));
  }

  private static Stream<HostileInputs> ofRegions() {
    return Stream.of(
        regions("the number of plans", () -> changedRegions("plans 2", "plans 1000000")),
        regions("the degree of a plan", () -> changedRegions("\n6 ", "\n1000000 ")),
        regions(
            "the cuts of a plan",
            () -> changedRegions("\n6 ", "\n6" + " 0x0p0".repeat(70_000) + " ")),
        regions("the exponent of a cut", () -> changedRegions("\n6 ", "\n6 0x1p2147483647 ")),
        regions(
            "the number of regions",
            () -> changedRegions("\nregions ", "\nregions 9999999999999999")),
        regions("the terms of a combination", () -> regionTree(bytes(2, 0, 1, 1, 255, 255))),
        regions(
            "the number of a half-space",
            () -> regionTree(bytes(2, 0, 1, 1, 0, 1, 127, 255, 255, 255, 0, 1, 1))),
        regions(
            "the bytes of a multiplier",
            () ->
                regionTree(
                    Certificates.concat(bytes(2, 255, 255), filled(65_535, 0x7f), bytes(0, 0)))),
        multipliers("the bytes of all multipliers", 300),
        regions(
            "the bytes of a point",
            () -> regionTree(Certificates.concat(bytes(0, 255, 255), new byte[100]))),
        HostileInputs.chain("divisions of divisions", 2_000),
        regions("branches without an end", () -> regionTree(filled(1 << 16, 1))));
  }

  private static Stream<HostileInputs> ofNetworks() {
    return HostileNetworks.all().entrySet().stream()
        .map(entry -> HostileInputs.network(entry.getKey(), entry.getValue()));
  }

  static List<HostileInputs> all() {
    return Stream.of(ofCertificates(), ofTrees(), ofStatements(), ofRegions(), ofNetworks())
        .flatMap(each -> each)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void isAnsweredSoon(HostileInputs hostile) {
    String answer = assertTimeoutPreemptively(SOON, hostile.answer()::get);
    assertNotEquals(ReplayVerdict.VALID.name(), answer);
    assertFalse(answer.isBlank());
    assertTrue(answer.length() < 2_000, answer);
  }

  /** All of them in one process, as each would take a second only to begin. */
  @Test
  void isAnsweredInASmallHeap() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(java, HEAP, "-cp", classes, HostileInputsTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String out;
    try (InputStream in = process.getInputStream()) {
      out = new String(in.readAllBytes(), ISO_8859_1);
    }
    assertEquals(0, process.waitFor(), out);
    assertEquals(all().size(), out.lines().count(), out);
  }

  /** Prints the answers, one on each line. */
  public static void main(String[] arguments) {
    for (HostileInputs hostile : all()) {
      System.out.println(hostile + ": " + hostile.answer().get());
    }
  }
}
