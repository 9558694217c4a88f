package surety.eclipse.states;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import surety.eclipse.server.ServerListener;
import surety.eclipse.text.Uris;
import surety.language.ide.protocol.PropertyStatus;
import surety.language.ide.protocol.SpecificationStatus;

/**
 * What the server said last of each specification, without what an edit has put in doubt since.
 * Everything that shows states reads it here.
 */
public final class States implements ServerListener {
  private static final States INSTANCE = new States();

  /** What was said, all of it; what is in doubt of it; and what is shown. */
  private final Map<String, SpecificationStatus> said = new HashMap<>();

  private final Map<String, Set<String>> doubts = new ConcurrentHashMap<>();

  /** The version of the word that ends a doubt. */
  private final Map<String, Long> awaited = new HashMap<>();

  private final ConcurrentSkipListMap<String, SpecificationStatus> shown =
      new ConcurrentSkipListMap<>();
  private final List<StatesListener> listeners = new CopyOnWriteArrayList<>();

  private States() {}

  /** Those of this workbench. */
  public static States get() {
    return INSTANCE;
  }

  /** Who wants to know when states change; it is not told in the thread of the screen. */
  public void addListener(StatesListener listener) {
    listeners.add(listener);
  }

  /** Who no longer wants to know. */
  public void removeListener(StatesListener listener) {
    listeners.remove(listener);
  }

  /** Of all specifications, by address. */
  public List<SpecificationStatus> all() {
    return new ArrayList<>(shown.values());
  }

  /** Of one specification, if anything is known. */
  public Optional<SpecificationStatus> of(String uri) {
    return Optional.ofNullable(shown.get(uri));
  }

  /** Of one property or query, if anything is known. */
  public Optional<PropertyStatus> of(String uri, String name) {
    return of(uri)
        .flatMap(
            all -> all.properties().stream().filter(each -> each.name().equals(name)).findFirst());
  }

  /** Whether an edit has put a property or query in doubt; with an empty name, whether any. */
  public boolean isDoubted(String uri, String name) {
    Set<String> names = doubts.getOrDefault(uri, Set.of());
    return name.isEmpty() ? !names.isEmpty() : names.contains(name);
  }

  @Override
  public void verification(SpecificationStatus status) {
    String uri = Uris.of(status.uri());
    synchronized (said) {
      SpecificationStatus before = said.get(uri);
      if (before != null && before.version() > status.version()) {
        return;
      }
      SpecificationStatus now = merged(before, status);
      if (now.properties().isEmpty() && now.summary().isEmpty() && now.errors() == null) {
        said.remove(uri);
        forgetDoubts(uri);
      } else {
        said.put(uri, now);
      }
      if (status.version() >= awaited.getOrDefault(uri, Long.MAX_VALUE)) {
        forgetDoubts(uri);
      }
      show(uri);
    }
    listeners.forEach(listener -> listener.changed(uri));
  }

  /** What changed is put in the place of what is of the same name. */
  private static SpecificationStatus merged(
      SpecificationStatus before, SpecificationStatus status) {
    if (status.complete() || before == null) {
      return status;
    }
    Map<String, PropertyStatus> news =
        status.properties().stream()
            .collect(Collectors.toMap(PropertyStatus::name, each -> each, (a, b) -> b));
    List<PropertyStatus> all =
        before.properties().stream().map(each -> news.getOrDefault(each.name(), each)).toList();
    return new SpecificationStatus(
        status.uri(), status.version(), true, status.errors(), status.summary(), all);
  }

  private void show(String uri) {
    SpecificationStatus known = said.get(uri);
    if (known == null) {
      shown.remove(uri);
    } else {
      shown.put(uri, Doubt.cast(known, doubts.getOrDefault(uri, Set.of())));
    }
  }

  /** The text was edited: these may mean something else now. In the thread of the edit. */
  public void doubt(String uri, Set<String> names) {
    if (names.isEmpty()) {
      return;
    }
    synchronized (said) {
      Set<String> all = new HashSet<>(doubts.getOrDefault(uri, Set.of()));
      all.addAll(names);
      doubts.put(uri, Set.copyOf(all));
      awaited.remove(uri);
      show(uri);
    }
    listeners.forEach(listener -> listener.doubted(uri));
  }

  /** What the server says with this version, or a later one, is of the text as it is now. */
  public void settleWith(String uri, long version) {
    boolean isSaid;
    synchronized (said) {
      isSaid = said.containsKey(uri) && said.get(uri).version() >= version;
      if (!isSaid && doubts.containsKey(uri)) {
        awaited.put(uri, version);
      }
    }
    if (isSaid) {
      settle(uri);
    }
  }

  /** The server has read the text as it is now: what it said last holds. */
  public void settle(String uri) {
    synchronized (said) {
      if (!forgetDoubts(uri)) {
        return;
      }
      show(uri);
    }
    listeners.forEach(listener -> listener.changed(uri));
  }

  private boolean forgetDoubts(String uri) {
    awaited.remove(uri);
    return doubts.remove(uri) != null;
  }

  /** Nothing is known without a server: nothing may look proved that nobody watches. */
  @Override
  public void ended() {
    List<String> known = new ArrayList<>();
    synchronized (said) {
      known.addAll(shown.keySet());
      said.clear();
      doubts.clear();
      awaited.clear();
      shown.clear();
    }
    known.forEach(uri -> listeners.forEach(listener -> listener.changed(uri)));
  }
}
