package surety.certificates.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;

/**
 * Certificates of many leaves are replayed in little memory, by the kernel's own command line, with
 * the same answer on any number of threads. {@code -Dlarge.leaves=10000000} asks for more than a
 * build has time for.
 */
class LargeReplayTest {
  private static final String HEAP = "-Xmx64m";

  @TempDir private Path folder;

  private record Run(int status, String out) {}

  private static Run replay(LargeCertificate.Written written, int processors)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                java,
                HEAP,
                "-XX:ActiveProcessorCount=" + processors,
                "-cp",
                classes,
                Main.class.getName(),
                "--statement",
                written.statement().toString(),
                "--network",
                written.network().toString(),
                "--certificate",
                written.certificate().toString())
            .redirectErrorStream(true)
            .start();
    try (InputStream in = process.getInputStream()) {
      String out = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), out);
    }
  }

  private static int leaves(LargeCertificate.Kind kind) {
    int leaves = Integer.getInteger("large.leaves", 300_000);
    return kind == LargeCertificate.Kind.DENSE ? leaves / 15 : leaves;
  }

  @ParameterizedTest
  @EnumSource(LargeCertificate.Kind.class)
  void isValidInALittleHeap(LargeCertificate.Kind kind) throws IOException, InterruptedException {
    int leaves = leaves(kind);
    Run run = replay(LargeCertificate.write(folder, kind, leaves, 1, Enclosure.WHOLE), 2);
    assertEquals(0, run.status(), run.out());
    assertTrue(run.out().startsWith("VALID\n"), run.out());
    assertTrue(run.out().contains("leaves: " + leaves + "\n"), run.out());
  }

  /** The answer tells all digits of the bounds that follow, as they are not the claimed ones. */
  @ParameterizedTest
  @EnumSource(LargeCertificate.Kind.class)
  void threadsMakeNoDifference(LargeCertificate.Kind kind)
      throws IOException, InterruptedException {
    Enclosure wrong = Enclosure.of(Dyadic.of(0.25), Dyadic.of(0.25));
    LargeCertificate.Written written =
        LargeCertificate.write(folder, kind, leaves(kind) / 10, 2, wrong);
    Run one = replay(written, 1);
    assertEquals(4, one.status(), one.out());
    assertTrue(one.out().contains("do not follow from the proof"), one.out());
    assertEquals(one, replay(written, 2));
    assertEquals(one, replay(written, 5));
  }
}
