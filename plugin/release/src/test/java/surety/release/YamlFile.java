package surety.release;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A node of a file in YAML, and what it has to look like. */
record YamlFile(String where, Object node) {

  static YamlFile read(Path file) throws IOException {
    Load load = new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build());
    return new YamlFile(file.getFileName().toString(), load.loadFromString(Files.readString(file)));
  }

  /** What is below this key of a map. */
  YamlFile get(String key) {
    assertTrue(map().containsKey(key), where + " has no " + key + " but " + map().keySet());
    return new YamlFile(where + "." + key, map().get(key));
  }

  boolean has(String key) {
    return map().containsKey(key);
  }

  /** Fails unless it is a map with no other keys than these. */
  YamlFile only(String... keys) {
    Set<Object> others = new TreeSet<>(map().keySet());
    others.removeAll(Set.of(keys));
    assertTrue(others.isEmpty(), where + " has " + others);
    return this;
  }

  private Map<?, ?> map() {
    assertTrue(node instanceof Map, where + " is no map but " + node);
    return (Map<?, ?>) node;
  }

  List<YamlFile> list() {
    assertTrue(node instanceof List, where + " is no list but " + node);
    List<?> list = (List<?>) node;
    return IntStream.range(0, list.size())
        .mapToObj(i -> new YamlFile(where + "[" + i + "]", list.get(i)))
        .toList();
  }

  String text() {
    assertTrue(node instanceof String, where + " is no text but " + node);
    return (String) node;
  }
}
