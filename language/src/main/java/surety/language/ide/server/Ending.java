package surety.language.ide.server;

import java.util.Optional;

/**
 * How a session ended.
 *
 * @param clean whether the client had asked for a shutdown, and nothing was wrong
 * @param fault what was not a message, if that is why the session ended
 */
public record Ending(boolean clean, Optional<String> fault) {}
