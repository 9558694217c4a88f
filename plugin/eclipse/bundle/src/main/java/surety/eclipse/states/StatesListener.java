package surety.eclipse.states;

/** Wants to know when the states of a specification change. */
public interface StatesListener {
  /** Those of this address are others now, or gone. */
  void changed(String uri);
}
