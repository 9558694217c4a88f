package surety.certificates.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.certificates.replay.Refusals.bytes;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.cell.BoxCell;
import surety.certificates.cell.Problem;
import surety.certificates.loop.Loops;
import surety.certificates.onnx.CaseNetworks;
import surety.certificates.onnx.OnnxFiles;
import surety.certificates.proof.Trees;
import surety.certificates.rejection.ClaimRejection;
import surety.certificates.rejection.LoopRejection;
import surety.certificates.rejection.ProblemRejection;
import surety.certificates.rejection.RegionRejection;
import surety.certificates.rejection.Rejection;
import surety.certificates.rejection.SupportRejection;
import surety.certificates.rejection.TextRejection;
import surety.certificates.rejection.TreeRejection;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.certificates.text.StatementException;

/** Each reason that the kernel has for a refusal, by a file, and by each way to it. */
class EveryRejectionTest {
  private static final byte[] LINE = OnnxFiles.line(1);
  private static final String UNIT = "inputs 1\nx[0] ~ uniform(0, 1)\n";
  private static final String CLAIM = "P(1*y[0] <= 1/2) = ?";
  private static final String HEAD = "truncations 1\n0x0p0 0x1p0\nnumbers 0\nbounds 1\n";
  private static final String NOTHING = "truncations 0\nnumbers 0\nbounds 1\n-inf inf\n";
  private static final String FREE = HEAD + "-inf inf\n";
  private static final byte[] LEAF = bytes(4);

  /**
   * A way to a reason.
   *
   * @param message part of what the reader is told
   */
  private record Way(Class<? extends Rejection> reason, String message, Supplier<Rejection> to) {
    @Override
    public String toString() {
      return reason.getName().replaceAll(".*[.]", "") + ": " + message;
    }
  }

  private static Way way(
      Class<? extends Rejection> reason, String message, Supplier<Rejection> to) {
    return new Way(reason, message, to);
  }

  /** A text of a file whose tree is a leaf, changed. */
  private static Rejection text(String from, String to) {
    Statement statement = Refusals.statement(LINE, "real", UNIT + CLAIM);
    byte[] file = Refusals.file(Header.TITLE, statement.canonical(), FREE, LEAF);
    return Refusals.replay(statement, List.of(LINE), Certificates.tampered(file, from, to));
  }

  private static byte[] whole() {
    String canonical = Refusals.statement(LINE, "real", UNIT + CLAIM).canonical();
    return Refusals.file(Header.TITLE, canonical, FREE, LEAF);
  }

  private static Rejection raw(byte[] file) {
    Statement statement = Refusals.statement(LINE, "real", UNIT + CLAIM);
    return Refusals.replay(statement, List.of(LINE), file);
  }

  private static List<Way> texts() {
    byte[] whole = whole();
    return List.of(
        way(TextRejection.CutOff.class, "in the middle", () -> raw(Arrays.copyOf(whole, 60))),
        way(TextRejection.NotText.class, "no text (0x0d)", () -> text("\nbounds", "\r\nbounds")),
        way(TextRejection.NotText.class, "no text (0xff)", () -> text("\nbounds", "\u00ff")),
        way(TextRejection.TooLong.class, "64 MiB", EveryRejectionTest::longText),
        way(TextRejection.Unexpected.class, "found 'surety", () -> text("te 2", "t 2")),
        way(TextRejection.Unexpected.class, "expected 'bounds '", () -> text("\nbounds", "\nb")),
        way(TextRejection.UnexpectedRest.class, "line 'tree'", () -> text("tree\n", "tree \n")),
        way(TextRejection.UnexpectedRest.class, "line ''", () -> raw(treeOf(4, 0x41))),
        way(TextRejection.OtherStatement.class, "'P(1*y[0] < 1/2)", () -> text("<=", "<")),
        way(TextRejection.NoCount.class, "'01' is not", () -> text("bounds 1", "bounds 01")),
        way(TextRejection.NoCount.class, "up to 20000", () -> text("bounds 1", "bounds 20001")),
        way(TextRejection.NumbersOfLine.class, "2 numbers", () -> text("-inf inf", "-inf")),
        way(TextRejection.NumbersOfLine.class, "2 numbers", () -> text("-inf inf", "0 1 2")),
        way(TextRejection.NoNumber.class, "canonical form", () -> numbered("0.5")),
        way(TextRejection.NoNumber.class, "denominator 0", () -> numbered("1/0")),
        way(TextRejection.NoNumber.class, "not in lowest terms", () -> numbered("2/4")),
        way(TextRejection.NoBounds.class, "0x1.0p0", () -> text("-inf", "0x1.0p0")),
        way(TextRejection.NoBounds.class, "", () -> text("-inf inf", "0x1p0 0x0p0")),
        way(TextRejection.NoBounds.class, "", () -> text("0x0p0 0x1p0", "0x0p0 inf")),
        way(TextRejection.UnusualSize.class, "exponents", () -> text("-inf", "-0x1p4194305")),
        way(
            TextRejection.OtherDigest.class,
            "was changed",
            () -> {
              byte[] changed = whole.clone();
              changed[changed.length - 2] ^= 1;
              return raw(changed);
            }),
        way(
            TextRejection.GoesOn.class,
            "after its end",
            () -> raw(Certificates.concat(whole, bytes('\n')))));
  }

  private static byte[] treeOf(int... codes) {
    String canonical = Refusals.statement(LINE, "real", UNIT + CLAIM).canonical();
    return Refusals.file(Header.TITLE, canonical, FREE, bytes(codes));
  }

  private static Rejection numbered(String number) {
    return text("numbers 0\n", "numbers 1\n" + number + "\n");
  }

  /** Lines without an end. */
  private static Rejection longText() {
    InputStream lines =
        new InputStream() {
          private int count;

          @Override
          public int read() {
            return ++count % 1000 == 0 ? '\n' : 'x';
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            for (int k = offset; k < offset + length; k++) {
              bytes[k] = (byte) read();
            }
            return length;
          }
        };
    LineReader reader = new LineReader(lines);
    return Refusals.refused(
        () -> {
          for (int k = 0; k < 100_000; k++) {
            reader.next();
          }
        });
  }

  private static Rejection problem(String body, String head) {
    return Refusals.replay(LINE, body, head, LEAF);
  }

  private static Rejection problem(Statement statement, byte[]... networks) {
    byte[] file = Refusals.file(Header.TITLE, statement.canonical(), FREE, LEAF);
    return Refusals.replay(statement, List.of(networks), file);
  }

  private static List<Way> problems() {
    byte[] plane = OnnxFiles.corner();
    byte[] exp = CaseNetworks.EXP.bytes();
    Statement statement = Refusals.statement(LINE, "real", UNIT + CLAIM);
    String normal = "inputs 1\nx[0] ~ normal(0, 1)\n" + CLAIM;
    String far = "1" + "0".repeat(400);
    return List.of(
        way(ProblemRejection.OtherNetwork.class, "other digest", () -> problem(statement, plane)),
        way(ProblemRejection.Networks.class, "not 2", () -> problem(statement, LINE, LINE)),
        way(ProblemRejection.Networks.class, "not 0", () -> problem(statement)),
        way(
            ProblemRejection.Inputs.class,
            "has 2 inputs",
            () -> problem(Refusals.statement(plane, "real", UNIT + CLAIM), plane)),
        way(
            ProblemRejection.Outputs.class,
            "the statement 2",
            () -> problem(Refusals.statement(Sha256.of(LINE), "real", 2, UNIT + CLAIM), LINE)),
        way(
            ProblemRejection.FixedInputTooLarge.class,
            "beyond 1e308",
            () -> problem("inputs 1\nx[0] = " + far + "\n" + CLAIM, fixed())),
        way(
            ProblemRejection.Truncations.class,
            "2 truncations for 1",
            () -> problem(UNIT + CLAIM, FREE.replace("s 1\n0x0p0", "s 2\n0x0p0 0x1p0\n0x0p0"))),
        way(
            ProblemRejection.TruncatedToNothing.class,
            "input 0",
            () -> problem(normal, FREE.replace("0x0p0 0x1p0", "0x1p0 0x1p0"))),
        way(
            ProblemRejection.NotTruncated.class,
            "finite number",
            () -> problem(normal, FREE.replace("0x0p0 0x1p0", "-0x1p2000 0x1p0"))),
        way(
            ProblemRejection.Unevaluable.class,
            "Exp",
            () -> problem(Refusals.statement(exp, "float32 accuracy 1", UNIT + CLAIM), exp)),
        way(
            ProblemRejection.Unsuitable.class,
            "beyond 1e308",
            () -> problem(UNIT + "P(" + far + "*y[0] <= 1) = ?", FREE)));
  }

  private static String fixed() {
    return FREE.replace("truncations 1\n0x0p0 0x1p0", "truncations 0");
  }

  private static Rejection claim(String claim, String... numbers) {
    String lines = Stream.of(numbers).map(n -> n + "\n").collect(Collectors.joining());
    String head = FREE.replace("numbers 0\n", "numbers " + numbers.length + "\n" + lines);
    return Refusals.replay(LINE, UNIT + claim, head, LEAF);
  }

  private static List<Way> claims() {
    String listed = "cdf(1*y[0]) at [1/4, 1/2]";
    String chosen = "cdf(1*y[0]) at 2 points";
    return List.of(
        way(ClaimRejection.OtherThresholds.class, "", () -> claim(listed, "1/4", "3/4")),
        way(ClaimRejection.OtherThresholds.class, "", () -> claim(listed, "1/4")),
        way(ClaimRejection.OtherThresholds.class, "", () -> claim(chosen, "0", "1", "2")),
        way(ClaimRejection.NotAscending.class, "thresholds", () -> claim(chosen, "1", "1")),
        way(
            ClaimRejection.NotAscending.class,
            "numbers of a quantile",
            () -> claim("quantile(1*y[0], 1/2) = ?", "1", "0")),
        way(ClaimRejection.TooManyNumbers.class, "more", () -> claim(CLAIM, "0")),
        way(ClaimRejection.TooFewNumbers.class, "fewer", () -> claim("E(1*y[0]) = ?")),
        way(ClaimRejection.NoDouble.class, "1/3", () -> claim("E(1*y[0]) = ?", "1/3")),
        way(ClaimRejection.Bounds.class, "1 claimed", () -> claim(chosen, "0", "1")),
        way(
            ClaimRejection.NotProved.class,
            "do not follow",
            () -> Refusals.replay(LINE, UNIT + CLAIM, HEAD + "0x1.8p-1 0x1p0\n", LEAF)),
        way(
            ClaimRejection.NotProved.class,
            "do not follow",
            () -> Refusals.replay(LINE, UNIT + CLAIM, HEAD + "-inf 0x1p-2\n", LEAF)));
  }

  private static Rejection tree(int... codes) {
    return tree(bytes(codes));
  }

  private static Rejection tree(byte[] tree) {
    return Refusals.replay(LINE, UNIT + CLAIM, FREE, tree);
  }

  private static Rejection triangular(byte[]... tree) {
    String body = "inputs 1\nx[0] ~ triangular(0, 1/2, 1)\n" + CLAIM;
    return Refusals.replay(LINE, body, FREE, Certificates.concat(tree));
  }

  /** A branch of many coordinates, as all inputs of it may depend on the first one only. */
  private static Rejection coordinates(int count, String distribution, int... codes) {
    String body =
        "inputs 1\nbranches 1 rest 0\nbranch coordinates %d summands 1\nx[0] = 2*u[0]\n1: %s%s\n"
            .formatted(count, (distribution + "; ").repeat(count - 1), distribution);
    String lines = "-0x1p0 0x1p0\n".repeat(count);
    String head = "truncations " + count + "\n" + lines + "numbers 0\nbounds 1\n-inf inf\n";
    return Refusals.replay(LINE, body + CLAIM, head, bytes(codes));
  }

  private static byte[] boxSplit(int coordinate, double value) {
    byte[] number = Refusals.number(coordinate, value);
    return Certificates.concat(bytes(1, 0), number);
  }

  private static List<Way> trees() {
    byte[] triangulate = bytes(3, 0);
    return List.of(
        way(
            TreeRejection.EndsEarly.class,
            "before all cells",
            () -> raw(Arrays.copyOf(whole(), treeAt(whole())))),
        way(TreeRejection.Hole.class, "a hole", () -> tree(5)),
        way(TreeRejection.Hole.class, "a hole", () -> tree(3, 0, 5)),
        way(TreeRejection.UnknownRule.class, "0x07", () -> tree(0x10, 7)),
        way(TreeRejection.UnknownMethods.class, "0x0a", () -> tree(7)),
        way(TreeRejection.UnknownMethods.class, "0x80", () -> tree(7, 0x80, 4)),
        way(TreeRejection.UnknownRule.class, "0xf8", () -> tree(0xf8)),
        way(TreeRejection.OtherCell.class, "to a box", () -> tree(0x40)),
        way(TreeRejection.OtherCell.class, "to a simplex", () -> tree(3, 0, 4)),
        way(TreeRejection.TooDeep.class, "10000", () -> tree(edges(10_002))),
        way(TreeRejection.NoCoordinate.class, "coordinate 1", () -> tree(0x11, 4, 4)),
        way(TreeRejection.NoCoordinate.class, "coordinate 1", () -> tree(2, 0, 1, 0, 0, 0, 0)),
        way(TreeRejection.NoKnot.class, "knot 0", () -> tree(2, 0, 0, 0, 0, 0, 0)),
        way(
            TreeRejection.KnotOutside.class,
            "not inside",
            () -> triangular(boxSplit(0, 0.25), bytes(2, 0, 0, 0, 0, 0, 0))),
        way(TreeRejection.CutOutside.class, "surely", () -> tree(boxSplit(0, 1))),
        way(TreeRejection.NoCut.class, "Infinity", () -> tree(boxSplit(0, 1 / 0.0))),
        way(TreeRejection.NoCut.class, "NaN", () -> tree(boxSplit(0, Double.NaN))),
        way(
            TreeRejection.NoEdge.class,
            "from vertex 0 to vertex 2",
            () -> tree(Certificates.concat(triangulate, Refusals.number(0x81, 0.5)))),
        way(
            TreeRejection.NoRatio.class,
            "not at 1",
            () -> tree(Certificates.concat(triangulate, Refusals.number(0x80, 1)))),
        way(
            TreeRejection.NoRatio.class,
            "not at NaN",
            () -> tree(Certificates.concat(triangulate, Refusals.number(0x80, Double.NaN)))),
        way(
            TreeRejection.TooManySimplices.class,
            "9 coordinates",
            () -> coordinates(9, "uniform(0, 1)", 3, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
        way(TreeRejection.Degrees.class, "one degree", EveryRejectionTest::degrees),
        way(TreeRejection.NoDegree.class, "0 to 40", () -> tree(3, 41)),
        way(
            TreeRejection.TooManyCoefficients.class,
            "of degree 120",
            () -> coordinates(3, "normal(0, 1)", 3, 40, 40, 40)),
        way(TreeRejection.FullDegree.class, "full degree", () -> tree(3, 0, 0x60, 255)),
        way(TreeRejection.MeetsKnot.class, "coordinate 0", () -> triangular(bytes(3, 1))));
  }

  private static int treeAt(byte[] file) {
    return new String(file, ISO_8859_1).indexOf("\ntree\n") + 6;
  }

  private static byte[] edges(int count) {
    byte[] tree = bytes(3, 0);
    byte[][] parts = new byte[count + 1][];
    Arrays.fill(parts, Refusals.number(0x80, 0.5));
    parts[0] = tree;
    return Certificates.concat(parts);
  }

  /** No file names more degrees than there are coordinates, but a caller may. */
  private static Rejection degrees() {
    return Refusals.refused(
        () -> {
          Statement statement = Refusals.statement(LINE, "real", UNIT + CLAIM);
          Problem problem = Trees.problem(statement, NetworkContent.of(LINE).network(Stop.NEVER));
          BoxCell root = problem.branches().get(0).root();
          root.triangulate(new int[2]);
        });
  }

  private static final byte[] RELU = CaseNetworks.RELU.bytes();
  private static final String SEGMENT = "inputs 1\nx[0] ~ uniform(-1, 1)";
  private static final String PLANS = "truncations 1\n0x0p0 0x1p0\nplans 1\n0\nregions 2\n";

  private static Rejection regions(byte[] network, String body, String head, int... tree) {
    return Refusals.regions(network, body, head, bytes(tree));
  }

  private static Rejection nodes(int... tree) {
    return regions(RELU, SEGMENT, PLANS, tree);
  }

  private static Rejection plans(String from, String to) {
    return regions(RELU, SEGMENT, PLANS.replace(from, to));
  }

  private static List<Way> regions() {
    String many = "inputs 9\n" + lines(9, "uniform(0, 1)");
    String cuts = "0" + " 0x0p0".repeat(70_000);
    return List.of(
        way(
            RegionRejection.NotEnumerable.class,
            "has 1 inputs, the statement 9",
            () -> regions(RELU, many.strip(), head(9, "0"))),
        way(
            RegionRejection.NotEnumerable.class,
            "not piecewise linear",
            () -> regions(CaseNetworks.TANH.bytes(), SEGMENT, PLANS)),
        way(
            RegionRejection.NotEnumerable.class,
            "such as the root",
            () ->
                regions(
                    CaseNetworks.BATCH_NORMALIZATION.bytes(),
                    "inputs 2\n" + lines(2, "uniform(0, 1)").strip(),
                    head(2, "0"))),
        way(
            RegionRejection.NotEnumerable.class,
            "longer than",
            () -> regions(OnnxFiles.chain(800), SEGMENT, PLANS, 1)),
        way(
            RegionRejection.NotEnumerable.class,
            "more than 8 dimensions",
            () ->
                regions(
                    RELU,
                    "inputs 1\nbranches 1 rest 0\nbranch coordinates 9 summands 1\n"
                        + "x[0] = 2*u[0]\n1: "
                        + "uniform(0, 1); ".repeat(8)
                        + "uniform(0, 1)",
                    head(9, "0"))),
        way(
            RegionRejection.TooMany.class,
            "plans' cuts",
            () -> plans("\n0\nr", "\n" + cuts + "\nr")),
        way(RegionRejection.TooMany.class, "cells", EveryRejectionTest::manyCells),
        way(RegionRejection.Plans.class, "0 plans for 1", () -> plans("plans 1\n0\n", "plans 0\n")),
        way(RegionRejection.NoCount.class, "'0' is not", () -> plans("regions 2", "regions 0")),
        way(RegionRejection.Regions.class, "(2, not 1)", () -> listed("regions 1")),
        way(RegionRejection.EndsEarly.class, "middle of its tree", EveryRejectionTest::cutOff),
        way(RegionRejection.Hole.class, "a hole", () -> nodes(5)),
        way(RegionRejection.UnknownRule.class, "no rule 4", () -> nodes(4)),
        way(RegionRejection.NoNumber.class, "no bytes", () -> nodes(0, 0, 0)),
        way(
            RegionRejection.NoNumber.class,
            "a denominator",
            () -> nodes(concat(bytes(0, 0, 1, 1, 0, 1, 0), new byte[16]))),
        way(RegionRejection.Misplaced.class, "where all neurons", () -> nodes(1, 1)),
        way(RegionRejection.Misplaced.class, "is not decided", () -> nodes(leaf(1, 1, 0, 1))),
        way(RegionRejection.NoFarkasProof.class, "Farkas", () -> nodes(2, 0, 1, 1, 0, 0)),
        way(
            RegionRejection.EmptyBranch.class,
            "without inner points",
            () -> regions(RELU, "inputs 1\nx[0] ~ uniform(1, 2)", PLANS, 1)),
        way(
            RegionRejection.PointOutside.class,
            "not inside",
            () -> nodes(concat(bytes(1), bytes(leaf(1, 2, 0, 1))))),
        way(
            RegionRejection.NotProved.class,
            "do not follow",
            () -> nodes(concat(bytes(1), bytes(leaf(-1, 2, 0, 0.25))))),
        way(
            ProblemRejection.Truncations.class,
            "2 truncations for 1",
            () -> plans("truncations 1\n", "truncations 2\n0x0p0 0x1p0\n")),
        way(
            ProblemRejection.TruncatedToNothing.class,
            "input 0",
            () -> regions(RELU, "inputs 1\nx[0] ~ exponential(1)", minus())),
        way(
            ProblemRejection.NotTruncated.class,
            "finite",
            () ->
                regions(
                    RELU,
                    "inputs 1\nx[0] ~ normal(0, 1)",
                    PLANS.replace("0x0p0 0x1p0", "-0x1p2000 0x1p0"))),
        way(TreeRejection.NoDegree.class, "0 to 40", () -> plans("plans 1\n0\n", "plans 1\n41\n")));
  }

  private static String minus() {
    return PLANS.replace("0x0p0 0x1p0", "0x0p0 -0x1p0");
  }

  private static int[] concat(byte[] first, byte[] second) {
    byte[] both = Certificates.concat(first, second);
    int[] codes = new int[both.length];
    Arrays.setAll(codes, k -> both[k]);
    return codes;
  }

  /** A leaf with the point p/q. */
  private static int[] leaf(int p, int q, double lower, double upper) {
    byte[] point = bytes(0, 0, 1, p, 0, 1, q);
    byte[] bounds = ByteBuffer.allocate(16).putDouble(lower).putDouble(upper).array();
    return concat(point, bounds);
  }

  private static Rejection listed(String count) {
    byte[] below = bytes(leaf(-1, 2, 0, 1));
    byte[] above = bytes(leaf(1, 2, 0, 1));
    return regions(
        RELU,
        SEGMENT,
        PLANS.replace("regions 2", count),
        concat(bytes(1), Certificates.concat(below, above)));
  }

  private static Rejection cutOff() {
    byte[] tree = bytes(leaf(-1, 2, 0, 1));
    return regions(RELU, SEGMENT, PLANS, concat(bytes(2, 0, 1, 1, 1, 0), Arrays.copyOf(tree, 3)));
  }

  private static String lines(int count, String distribution) {
    StringBuilder lines = new StringBuilder();
    for (int k = 0; k < count; k++) {
      lines.append("x[" + k + "] ~ " + distribution + "\n");
    }
    return lines.toString();
  }

  private static String head(int count, String plan) {
    return "truncations "
        + count
        + "\n"
        + "0x0p0 0x1p0\n".repeat(count)
        + "plans "
        + count
        + "\n"
        + (plan + "\n").repeat(count)
        + "regions 2\n";
  }

  private static Rejection manyCells() {
    StringBuilder plan = new StringBuilder("0");
    for (int k = 1; k < 300; k++) {
      plan.append(' ').append(HeaderFields.hex(k / 300.0));
    }
    return regions(
        OnnxFiles.corner(),
        "inputs 2\n" + lines(2, "uniform(0, 1)").strip(),
        head(2, plan.toString()));
  }

  private static final String LISTED = "missing 0x1p0\npatterns 1\n";

  private static Rejection support(String head, int... tree) {
    return Refusals.support(RELU, "inputs 1\nx[0] ~ normal(0, 1)", head, bytes(tree));
  }

  /** A split, and behind it what is said of the first piece. */
  private static Rejection behind(byte[] rule) {
    return support(LISTED, concat(bytes(1, 0, 0, 0, 0), rule));
  }

  private static byte[] pattern(double lower, double upper) {
    return ByteBuffer.allocate(17).put((byte) 2).putDouble(lower).putDouble(upper).array();
  }

  private static byte[] confined(int side, double multiplier) {
    byte[] head = bytes(3, 0, 1, 0, 0, 0, 0, side);
    return Certificates.concat(head, ByteBuffer.allocate(8).putDouble(multiplier).array());
  }

  private static List<Way> supports() {
    String none = LISTED.replace("patterns 1", "patterns 0");
    String half = none.replace("0x1p0", "0x1p-1");
    return List.of(
        way(
            SupportRejection.NotNormal.class,
            "mixtures of normals",
            () -> Refusals.support(RELU, SEGMENT, LISTED, bytes(0))),
        way(ProblemRejection.Inputs.class, "has 2 inputs", EveryRejectionTest::otherInputs),
        way(RegionRejection.TooMany.class, "neurons with kinks", EveryRejectionTest::manyKinks),
        way(SupportRejection.NotOpen.class, "neuron 1", () -> support(LISTED, 1, 0, 0, 0, 1)),
        way(SupportRejection.NotProved.class, "[0.0, 0.25]", () -> behind(pattern(0, 0.25))),
        way(SupportRejection.NotProved.class, "[0.75, 1.0]", () -> behind(pattern(0.75, 1))),
        way(RegionRejection.NoNumber.class, "are none", () -> behind(pattern(0.75, 0.5))),
        way(RegionRejection.NoNumber.class, "not 2", () -> behind(confined(2, 1))),
        way(SupportRejection.NoHalfSpace.class, "decision 0", () -> behind(confined(1, 1))),
        way(SupportRejection.NoHalfSpace.class, "decision 0", () -> behind(confined(0, 0))),
        way(RegionRejection.EndsEarly.class, "middle of its tree", EveryRejectionTest::supportCut),
        way(RegionRejection.UnknownRule.class, "no rule 4", () -> support(LISTED, 4)),
        way(
            RegionRejection.Misplaced.class,
            "is not decided",
            () -> support(LISTED, concat(new byte[0], pattern(0, 1)))),
        way(SupportRejection.Patterns.class, "(0, not 1)", () -> support(LISTED, 0)),
        way(SupportRejection.Missing.class, "at most 0.5 is", () -> support(half, 0)),
        way(
            SupportRejection.NoBound.class,
            "-1.0",
            () -> support(LISTED.replace("0x1p0", "-0x1p0"), 0)),
        way(RegionRejection.NoCount.class, "'01'", () -> support(LISTED.replace(" 1", " 01"), 0)));
  }

  private static List<Way> loops() {
    return List.of(
        way(LoopRejection.NoProof.class, "'open 64'", () -> loop(NOTHING, "open 64")),
        way(LoopRejection.NotEmpty.class, "no truncations", () -> loop(HEAD, "closed 64")),
        way(
            ProblemRejection.Unsuitable.class,
            "no value before it is read",
            () -> loop(NOTHING, "closed 64")));
  }

  private static Rejection loop(String head, String proof) {
    try {
      Statement statement = Loops.statement("start\nstep\nx := (x + 1)\nend\n", 1, "E(x) = ?");
      byte[] line = (proof + "\n").getBytes(StandardCharsets.US_ASCII);
      String whole = head.equals(HEAD) ? FREE : head;
      byte[] file = Refusals.file(Header.TITLE, statement.canonical(), whole, line);
      return Refusals.replay(statement, List.of(), file);
    } catch (StatementException e) {
      throw new AssertionError(e);
    }
  }

  private static Rejection otherInputs() {
    return Refusals.support(OnnxFiles.corner(), "inputs 1\nx[0] ~ normal(0, 1)", LISTED, bytes(0));
  }

  private static Rejection supportCut() {
    return Refusals.support(
        RELU,
        "inputs 1\nx[0] ~ normal(0, 1)",
        LISTED,
        bytes(1, 0, 0),
        file -> Arrays.copyOf(file, treeAt(file) + 3));
  }

  private static Rejection manyKinks() {
    double[][][] weights = {new double[1][9000], new double[9000][1]};
    byte[] wide = OnnxFiles.dense(weights, new double[][] {new double[9000], {0}}, "Relu");
    return Refusals.support(wide, "inputs 1\nx[0] ~ normal(0, 1)", LISTED, bytes(0));
  }

  static List<Way> all() {
    return Stream.of(texts(), problems(), claims(), trees(), regions(), supports(), loops())
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void isRefusedForThisReason(Way way) {
    Rejection found = Refusals.cause(way.to.get());
    assertSame(way.reason, found.getClass(), found::message);
    assertTrue(found.message().contains(way.message), found::message);
  }

  private static Set<Class<?>> reasons(Class<?> type) {
    if (!type.isSealed()) {
      return Set.of(type);
    }
    Set<Class<?>> reasons = new LinkedHashSet<>();
    for (Class<?> part : type.getPermittedSubclasses()) {
      reasons.addAll(reasons(part));
    }
    return reasons;
  }

  /**
   * A new reason comes with a way to it. A place is a reason with another one in it; and that the
   * masses of regions, each of them checked, miss that of the branch would be the kernel's fault.
   */
  @Test
  void eachReasonHasAWayToIt() {
    Set<Class<?>> missing = reasons(Rejection.class);
    all().forEach(way -> missing.remove(way.reason));
    assertEquals(Set.of(TreeRejection.At.class, RegionRejection.NotWhole.class), missing);
    assertTrue(Refusals.cause(tree(5)).isIncomplete());
    assertSame(TreeRejection.At.class, tree(5).getClass());
  }
}
