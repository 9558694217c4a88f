package surety.certificates.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.moment.MomentMethod;
import surety.certificates.rejection.RejectedException;

class ProofMethodsTest {
  private static ProofMethods read(int... bytes) throws IOException, RejectedException {
    byte[] all = new byte[bytes.length];
    for (int k = 0; k < bytes.length; k++) {
      all[k] = (byte) bytes[k];
    }
    return ProofMethods.read(new PushbackInputStream(new ByteArrayInputStream(all)));
  }

  @Test
  void eachCodeIsReadAsWhatWasWritten() throws IOException, RejectedException {
    for (boolean hasTree : new boolean[] {false, true}) {
      for (Set<MomentMethod> some :
          Set.of(
              Set.of(MomentMethod.BEST_ON_AVERAGE),
              Set.of(MomentMethod.TANGENT),
              Set.of(MomentMethod.values()))) {
        ProofMethods methods = new ProofMethods(some, hasTree);
        byte[] code = methods.code();
        assertEquals(methods, read(code[0], code[1] & 0xFF));
      }
    }
    assertArrayEquals(
        new byte[] {7, (byte) 0x83}, new ProofMethods(Set.of(MomentMethod.values()), true).code());
    assertArrayEquals(new byte[0], ProofMethods.TREES.code());
  }

  /** The tree's first byte is not lost. */
  @Test
  void treesAloneHaveNoCode() throws IOException, RejectedException {
    PushbackInputStream in = new PushbackInputStream(new ByteArrayInputStream(new byte[] {4, 5}));
    assertEquals(ProofMethods.TREES, ProofMethods.read(in));
    assertEquals(4, in.read());
    assertEquals(ProofMethods.TREES, read());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 0x80, 4, 0x10, 0x84, 0xFF, 0x0A})
  void otherCodesAreRefused(int bits) {
    RejectedException refusal = assertThrows(RejectedException.class, () -> read(7, bits));
    assertEquals("unknown methods of proof 0x%02x".formatted(bits), refusal.getMessage());
  }

  @Test
  void aCodeThatIsCutOffIsIncomplete() {
    RejectedException refusal = assertThrows(RejectedException.class, () -> read(7));
    assertEquals(true, refusal.rejection().isIncomplete());
  }

  @Test
  void aProofHasAMethod() {
    assertThrows(IllegalArgumentException.class, () -> new ProofMethods(Set.of(), false));
  }
}
