package surety.language.ide.verification;

import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** The names and arguments of the commands that editors can call. */
public final class Commands {
  /** Searches for a property or query: address and name. */
  public static final String VERIFY = "surety.verify";

  /** Searches for all that is not settled: an address, or nothing for all specifications. */
  public static final String VERIFY_ALL = "surety.verifyAll";

  /** Replays a certificate: address and name. */
  public static final String REPLAY = "surety.replay";

  /** Stops what runs or waits: address and name, an address, or nothing for all. */
  public static final String CANCEL = "surety.cancel";

  /** Shows the picture: address and name. Some editors do so themselves. */
  public static final String SHOW_BAND = "surety.showBand";

  /** Tries an input: address and name. Done by editors, which ask {@code surety/run}. */
  public static final String TRY_INPUT = "surety.tryInput";

  private Commands() {}

  /** A call with up to two arguments. */
  record Call(String command, Optional<String> uri, Optional<String> name) {

    /** Refuses arguments that are not of these commands. */
    static Call of(ExecuteCommandParams params) {
      List<Object> given = params.getArguments() == null ? List.of() : params.getArguments();
      if (given.size() > 2) {
        throw refused(
            params.getCommand() + " takes the address of a specification and a name, no more");
      }
      return new Call(params.getCommand(), argument(params, given, 0), argument(params, given, 1));
    }

    private static Optional<String> argument(
        ExecuteCommandParams params, List<Object> given, int index) {
      if (index >= given.size()) {
        return Optional.empty();
      }
      if (given.get(index) instanceof JsonPrimitive value && value.isString()) {
        return Optional.of(value.getAsString());
      }
      throw refused(
          params.getCommand()
              + " takes the address of a specification and a name, both as strings, but got "
              + given.get(index));
    }
  }

  /** An answer that says what is wrong with a request. */
  static ResponseErrorException refused(String message) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.InvalidParams, message, null));
  }
}
