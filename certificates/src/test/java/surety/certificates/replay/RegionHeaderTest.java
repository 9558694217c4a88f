package surety.certificates.replay;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.cell.Truncation;
import surety.certificates.region.AxisPlan;
import surety.certificates.rejection.RejectedException;

class RegionHeaderTest {
  private static final RegionHeader HEADER =
      RegionHeader.of(
          RegionReplayTest.STATEMENT,
          List.of(new Truncation(0, 1), new Truncation(-8, 8)),
          List.of(new AxisPlan(0, List.of()), new AxisPlan(6, List.of(-2.5, 0.0))),
          3);

  @Test
  void theTextIsThatOfTheFormat() {
    assertEquals(
        "surety region certificate 1\n"
            + RegionReplayTest.STATEMENT.canonical()
            + """
            end statement
            truncations 2
            0x0p0 0x1p0
            -0x1p3 0x1p3
            plans 2
            0
            6 -0x1.4p1 0x0p0
            regions 3
            tree
            """,
        HEADER.text());
  }

  @Test
  void plansWithTooManyCutsAreRefused() {
    AxisPlan half = new AxisPlan(0, Collections.nCopies(1 << 15, 0.5));
    AxisPlan more = new AxisPlan(0, Collections.nCopies((1 << 15) + 1, 0.5));
    assertDoesNotThrow(() -> read(List.of(half, half)));
    RejectedException e = assertThrows(RejectedException.class, () -> read(List.of(half, more)));
    assertTrue(e.getMessage().contains("65536"), e.getMessage());
  }

  private static RegionHeader read(byte[] text) throws IOException, RejectedException {
    return RegionHeader.read(HEADER.statement(), new LineReader(new ByteArrayInputStream(text)));
  }

  private static RegionHeader read(List<AxisPlan> plans) throws IOException, RejectedException {
    RegionHeader header =
        new RegionHeader(HEADER.statement(), HEADER.truncations(), plans, HEADER.regions());
    byte[] text = header.text().getBytes(StandardCharsets.US_ASCII);
    return read(text);
  }

  @Test
  void whatWasWrittenIsRead() throws IOException, RejectedException {
    byte[] text = HEADER.text().getBytes(StandardCharsets.US_ASCII);
    assertEquals(HEADER, read(text));
  }
}
