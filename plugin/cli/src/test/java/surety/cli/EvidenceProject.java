package surety.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Two specifications with equal names in folders {@code a} and {@code b}, checked: one proved,
 * violated and undecided property and a cdf over y = x; and one whose network keeps its weight in
 * another file and whose inputs are a histogram in a CSV file.
 */
record EvidenceProject(Path folder) {
  private static final String FIRST =
      """
      semantics real;
      network Net = "../models/it's 100%.onnx" { input x0; output y0; }
      distribution Even for Net { x0 ~ Uniform(0, 1); }
      property low "R1: low | *here*": P(y0 > 0.75) < 0.5 under Even;
      property high: P(y0 > 0.25) < 0.5 under Even;
      property third: P(y0 <= 1/3) <= 1/3 under Even timeout 200 ms;
      query band: cdf(y0) at [0.1, 0.5] under Even;
      """;

  private static final String SECOND =
      """
      semantics float32;
      network Net = "../models/net.onnx" { input x; output y; }
      distribution D for Net { x ~ Histogram("bins.csv"); }
      property low: P(y <= 1) in [0.24, 0.26] under D;
      """;

  /** Writes and checks both. */
  static EvidenceProject create(Path folder) throws IOException {
    Path models = Files.createDirectories(folder.resolve("models"));
    Files.write(models.resolve("it's 100%.onnx"), TinyNetwork.identity());
    Files.write(models.resolve("net.onnx"), TinyNetwork.external("net.data"));
    byte[] weight = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(2).array();
    Files.write(models.resolve("net.data"), weight);
    EvidenceProject project = new EvidenceProject(folder);
    Files.createDirectories(project.first().getParent());
    Files.createDirectories(project.second().getParent());
    Files.writeString(project.first(), FIRST);
    Files.writeString(project.second(), SECOND);
    Files.writeString(folder.resolve("b/bins.csv"), "lower,upper,weight\n0,0.5,0.25\n0.5,1,0.75\n");
    CommandRun run = CommandRun.of("check", project.first(), project.second());
    assertEquals(40, run.status(), run.out() + run.err());
    return project;
  }

  Path first() {
    return folder.resolve("a/f.sure");
  }

  Path second() {
    return folder.resolve("b/f.sure");
  }

  Path certificate(String name) {
    return folder.resolve("a/certificates/f." + name + ".cert");
  }

  Path network() {
    return folder.resolve("models/it's 100%.onnx");
  }
}
