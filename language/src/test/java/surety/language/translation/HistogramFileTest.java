package surety.language.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import surety.certificates.arithmetic.Rational;
import surety.language.Samples;

/** Tables of bins are read exactly, or refused with the line. */
class HistogramFileTest {
  @TempDir private Path folder;

  @Test
  void readsWeights() throws CsvException {
    HistogramFile file =
        HistogramFile.parse("h.csv", "lower,upper,weight\n-1,0,0.25\n0,1e-1,1/2\n0.1,7,0.25\n");
    assertEquals(
        List.of(Rational.of(-1), Rational.of(0), Rational.of(1, 10), Rational.of(7)), file.edges());
    assertEquals(List.of(Rational.of(1, 4), Rational.of(1, 2), Rational.of(1, 4)), file.weights());
  }

  @Test
  void countsBecomeExactShares() throws CsvException {
    HistogramFile file =
        HistogramFile.parse(
            "h.csv", "\uFEFF Lower , upper,COUNT\r\n\r\n 0 , 1 , 1 \r\n1,2,0\r\n2,3,2\r\n");
    assertEquals(List.of(Rational.of(1, 3), Rational.of(0), Rational.of(2, 3)), file.weights());
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refuses(String text, String message) {
    CsvException refused =
        assertThrows(CsvException.class, () -> HistogramFile.parse("h.csv", text));
    assertEquals("histogram file 'h.csv'" + message, refused.getMessage());
  }

  private static Stream<Arguments> wrong() {
    String header = "lower,upper,weight\n";
    String noBins =
        " has no bins; its first line is lower,upper,weight, and each further line is one bin";
    String wrongHeader =
        ", line 1: the header must be lower,upper,weight or lower,upper,count, not ";
    return Stream.of(
        Arguments.of("", noBins),
        Arguments.of(header, noBins),
        Arguments.of("0,1,1\n", wrongHeader + "'0,1,1'"),
        Arguments.of("edge,weight\n0,1\n", wrongHeader + "'edge,weight'"),
        Arguments.of("lower;upper;weight\n0;1;1\n", wrongHeader + "'lower;upper;weight'"),
        Arguments.of(
            header + "0,1\n", ", line 2: a bin has 3 values, lower, upper and weight, not 2"),
        Arguments.of(
            header + "0,1,1,\n", ", line 2: a bin has 3 values, lower, upper and weight, not 4"),
        Arguments.of(
            header + "0,1,x\n",
            ", line 2: 'x' is not a number; write it like -12, 0.1, 1e-400 or 7/2"),
        Arguments.of(
            header + "0,,1\n",
            ", line 2: '' is not a number; write it like -12, 0.1, 1e-400 or 7/2"),
        Arguments.of(
            header + "0,NaN,1\n",
            ", line 2: 'NaN' is not a number; write it like -12, 0.1, 1e-400 or 7/2"),
        Arguments.of(
            header + "1,0,1\n",
            ", line 2: the bin from 1 to 0 is empty; put the smaller edge first"),
        Arguments.of(
            header + "1,1,1\n",
            ", line 2: the bin from 1 to 1 is empty; put the smaller edge first"),
        Arguments.of(
            header + "0,1,0.5\n\n2,3,0.5\n",
            ", line 4: the bin begins at 2, but the one before it ends at 1; sort the bins, and"
                + " fill gaps with bins of weight 0"),
        Arguments.of(
            header + "0,1,0.5\n0.5,3,0.5\n",
            ", line 3: the bin begins at 0.5, but the one before it ends at 1; sort the bins, and"
                + " fill gaps with bins of weight 0"),
        Arguments.of(
            "lower,upper,count\n0,1,-1\n", ", line 2: a count is a whole number from 0, not -1"),
        Arguments.of(
            "lower,upper,count\n0,1,0.5\n", ", line 2: a count is a whole number from 0, not 0.5"),
        Arguments.of("lower,upper,count\n0,1,0\n", " counts nothing; one count must be positive"));
  }

  @Test
  void messagesReachTheSpecification() throws IOException {
    Samples samples = new Samples(folder);
    Files.writeString(folder.resolve("sum.csv"), "lower,upper,weight\n0,1,0.5\n1,2,0.4\n");
    Files.writeString(folder.resolve("negative.csv"), "lower,upper,weight\n0,1,1.5\n1,2,-0.5\n");
    Files.write(folder.resolve("binary.csv"), new byte[] {(byte) 0xff, 0});
    assertEquals(
        List.of(
            "3:38 histogram.sum the weights of Histogram in 'sum.csv' sum to 9/10, not to 1;"
                + " correct them, or use fractions such as 1/3"),
        samples.messages(Samples.term("Histogram(\"sum.csv\")")));
    assertEquals(
        List.of(
            "3:38 histogram.weight a weight of Histogram in 'negative.csv' is -1/2; it is a"
                + " probability, so at least 0"),
        samples.messages(Samples.term("Histogram(\"negative.csv\")")));
    assertEquals(
        List.of("3:38 histogram.file histogram file 'binary.csv' is not UTF-8 text"),
        samples.messages(Samples.term("Histogram(\"binary.csv\")")));
    assertEquals(
        List.of(
            "3:38 histogram.file histogram file 'folder' is not there; its path is relative to the"
                + " folder of the specification"),
        samples.messages(Samples.term("Histogram(\"folder\")")));
  }
}
