package surety.eclipse.states;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import surety.eclipse.server.ServerListener;
import surety.eclipse.text.Uris;
import surety.language.ide.protocol.PropertyStatus;
import surety.language.ide.protocol.SpecificationStatus;

/** What the server said last of each specification. Everything that shows states reads it here. */
public final class States implements ServerListener {
  private static final States INSTANCE = new States();

  private final ConcurrentSkipListMap<String, SpecificationStatus> states =
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
    return new ArrayList<>(states.values());
  }

  /** Of one specification, if anything is known. */
  public Optional<SpecificationStatus> of(String uri) {
    return Optional.ofNullable(states.get(uri));
  }

  /** Of one property or query, if anything is known. */
  public Optional<PropertyStatus> of(String uri, String name) {
    return of(uri)
        .flatMap(
            all -> all.properties().stream().filter(each -> each.name().equals(name)).findFirst());
  }

  @Override
  public void verification(SpecificationStatus status) {
    String uri = Uris.of(status.uri());
    SpecificationStatus shown = states.get(uri);
    if (shown != null && shown.version() > status.version()) {
      return;
    }
    boolean isGone =
        status.properties().isEmpty() && status.summary().isEmpty() && status.errors() == null;
    if (isGone) {
      states.remove(uri);
    } else {
      states.put(uri, status);
    }
    listeners.forEach(listener -> listener.changed(uri));
  }

  /** Nothing is known without a server: nothing may look proved that nobody watches. */
  @Override
  public void ended() {
    List<String> known = new ArrayList<>(states.keySet());
    states.clear();
    known.forEach(uri -> listeners.forEach(listener -> listener.changed(uri)));
  }
}
