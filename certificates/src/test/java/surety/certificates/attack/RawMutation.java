package surety.certificates.attack;

import static surety.certificates.attack.Mutation.any;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import surety.certificates.replay.Certificates;

/** Bytes that are others, whatever they mean. */
enum RawMutation implements Mutation {
  BITS {
    @Override
    byte[] change(byte[] bytes, byte[] other, SplittableRandom random) {
      for (int k = random.nextInt(1, 4); k > 0; k--) {
        bytes[place(bytes, random)] ^= (byte) (1 << random.nextInt(8));
      }
      return bytes;
    }
  },
  BYTES {
    @Override
    byte[] change(byte[] bytes, byte[] other, SplittableRandom random) {
      for (int k = random.nextInt(1, 4); k > 0; k--) {
        bytes[place(bytes, random)] = (byte) random.nextInt(256);
      }
      return bytes;
    }
  },
  CHARACTERS {
    @Override
    byte[] change(byte[] bytes, byte[] other, SplittableRandom random) {
      String characters = "0123456789abcdefxp-/.* \n[],<>=";
      for (int k = random.nextInt(1, 3); k > 0; k--) {
        bytes[random.nextInt(tree(bytes))] =
            (byte) characters.charAt(random.nextInt(characters.length()));
      }
      return bytes;
    }
  },
  TRUNCATED {
    @Override
    byte[] change(byte[] bytes, byte[] other, SplittableRandom random) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
  },
  REMOVED {
    @Override
    byte[] change(byte[] bytes, byte[] other, SplittableRandom random) {
      int from = place(bytes, random);
      int to = Math.min(bytes.length, from + random.nextInt(1, 20));
      return Certificates.concat(
          Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
    }
  },
  INSERTED {
    @Override
    byte[] change(byte[] bytes, byte[] other, SplittableRandom random) {
      byte[] more = new byte[random.nextInt(1, 10)];
      random.nextBytes(more);
      int at = place(bytes, random);
      return Certificates.concat(
          Arrays.copyOf(bytes, at), more, Arrays.copyOfRange(bytes, at, bytes.length));
    }
  },
  REPEATED {
    @Override
    byte[] change(byte[] bytes, byte[] other, SplittableRandom random) {
      int from = place(bytes, random);
      int to = Math.min(bytes.length, from + random.nextInt(1, 40));
      return Certificates.concat(
          Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
    }
  },
  SPLICED {
    @Override
    byte[] change(byte[] bytes, byte[] other, SplittableRandom random) {
      int at = place(bytes, random);
      int from = Math.max(0, Math.min(other.length, at - tree(bytes) + tree(other)));
      return Certificates.concat(
          Arrays.copyOf(bytes, at), Arrays.copyOfRange(other, from, other.length));
    }
  },
  SPLICED_TWICE {
    @Override
    byte[] change(byte[] bytes, byte[] other, SplittableRandom random) {
      int end = Math.min(bytes.length, other.length);
      int from = Math.min(place(bytes, random), end - 1);
      int length = Math.min(end - from, random.nextInt(1, 60));
      byte[] changed = bytes.clone();
      System.arraycopy(other, from, changed, from, length);
      return changed;
    }
  },
  LINE_DROPPED {
    @Override
    byte[] change(byte[] bytes, byte[] other, SplittableRandom random) {
      return lines(bytes, lines -> lines.remove(random.nextInt(lines.size())));
    }
  },
  LINE_DOUBLED {
    @Override
    byte[] change(byte[] bytes, byte[] other, SplittableRandom random) {
      return lines(bytes, lines -> lines.add(random.nextInt(lines.size()), any(lines, random)));
    }
  },
  LINES_SWAPPED {
    @Override
    byte[] change(byte[] bytes, byte[] other, SplittableRandom random) {
      return lines(
          bytes,
          lines ->
              Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size())));
    }
  },
  LINE_OF_ANOTHER {
    @Override
    byte[] change(byte[] bytes, byte[] other, SplittableRandom random) {
      List<String> from = header(other).lines().toList();
      return lines(bytes, lines -> lines.set(random.nextInt(lines.size()), any(from, random)));
    }
  };

  abstract byte[] change(byte[] bytes, byte[] other, SplittableRandom random);

  private static String header(byte[] bytes) {
    return new String(bytes, 0, tree(bytes), StandardCharsets.ISO_8859_1);
  }

  /** With other lines before the tree. */
  private static byte[] lines(byte[] bytes, Consumer<List<String>> change) {
    List<String> lines = new ArrayList<>(header(bytes).lines().toList());
    change.accept(lines);
    String changed = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    return Certificates.concat(
        changed.getBytes(StandardCharsets.ISO_8859_1),
        Arrays.copyOfRange(bytes, tree(bytes), bytes.length));
  }

  /** Where the tree begins. */
  static int tree(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\ntree\n") + 6;
  }

  /** In the tree, or anywhere. */
  static int place(byte[] bytes, SplittableRandom random) {
    int tree = tree(bytes);
    int end = bytes.length - 76;
    return random.nextBoolean() && tree < end
        ? random.nextInt(tree, end)
        : random.nextInt(bytes.length);
  }

  @Override
  public Optional<Mutant> apply(Target target, List<Target> others, SplittableRandom random) {
    byte[] other = any(others, random).parts().bytes();
    byte[] changed = change(target.parts().bytes(), other, random);
    boolean hasDigest = changed.length > 80 && this != TRUNCATED;
    return Optional.of(Mutant.of(target, hasDigest ? Certificates.sealed(changed) : changed));
  }
}
