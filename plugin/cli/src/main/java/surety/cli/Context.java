package surety.cli;

import surety.language.verification.Search;

/**
 * What a command finds around itself.
 *
 * @param terminal where it prints
 * @param interruption how it learns that somebody wants it to stop
 * @param search the solver
 */
public record Context(Terminal terminal, Interruption interruption, Search search) {

  /** A note or a message for standard error. */
  void say(String message) {
    terminal.err().println("surety: " + message);
  }
}
