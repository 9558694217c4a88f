package surety.language.storage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What names of network files end in. It helps to find files; what one of them is its content says.
 */
public final class NetworkSuffixes {
  /** The usual ones, in small letters. */
  public static final List<String> ALL = List.of(".onnx", ".nnet");

  private NetworkSuffixes() {}

  /** Whether a file's name ends like one of a network. */
  public static boolean isOne(String name) {
    return suffix(name).isPresent();
  }

  /** The name without its suffix, if it has one of these. */
  public static String stem(String name) {
    return name.substring(0, name.length() - suffix(name).map(String::length).orElse(0));
  }

  private static Optional<String> suffix(String name) {
    return ALL.stream().filter(name.toLowerCase(Locale.ROOT)::endsWith).findFirst();
  }
}
