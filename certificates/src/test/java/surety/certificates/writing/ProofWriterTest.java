package surety.certificates.writing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.proof.BoxLeaf;
import surety.certificates.proof.BoxSplit;
import surety.certificates.proof.EdgeSplit;
import surety.certificates.proof.Hole;
import surety.certificates.proof.KnotSplit;
import surety.certificates.proof.ProofReader;
import surety.certificates.proof.Rule;
import surety.certificates.proof.SimplexLeaf;
import surety.certificates.proof.Trees;
import surety.certificates.proof.Triangulation;
import surety.certificates.rejection.RejectedException;

class ProofWriterTest {
  @Test
  void theReaderReadsWhatTheWriterWrites() throws IOException, RejectedException {
    byte[] bytes =
        Trees.tree(
            w -> {
              w.boxSplit(1, -0.0);
              w.knotSplit(0, 3);
              w.triangulate(new int[] {4, 0});
              w.edgeSplit(0, 2, 0.25);
              w.simplexLeaf(100); // beyond the last layer all is shared
              w.simplexLeaf(100, 7);
              w.simplexLeaf(2, 1000); // beyond all degrees
              w.boxLeaf();
              w.hole();
            });
    ProofReader reader = new ProofReader(new ByteArrayInputStream(bytes));
    for (Rule rule :
        List.of(
            new BoxSplit(1, -0.0),
            new KnotSplit(0, 3),
            new Triangulation(List.of(4, 0)),
            new EdgeSplit(0, 2, 0.25),
            new SimplexLeaf(31, SimplexLeaf.FULL_DEGREE),
            new SimplexLeaf(31, 7),
            new SimplexLeaf(2, SimplexLeaf.FULL_DEGREE),
            new BoxLeaf(),
            new Hole())) {
      assertEquals(rule, reader.next(2));
    }
    assertThrows(RejectedException.class, () -> reader.next(2));
  }
}
