package surety.eclipse.states;

/** Wants to know when the states of a specification change. */
public interface StatesListener {
  /** Those of this address are others now, or gone. */
  void changed(String uri);

  /**
   * The text at this address was edited, and some states are in doubt until the server has read it.
   * What the states say of places is of the text before. It is told in the thread of the edit,
   * while editors take it in: nothing may be changed in them meanwhile.
   */
  default void doubted(String uri) {
    changed(uri);
  }
}
