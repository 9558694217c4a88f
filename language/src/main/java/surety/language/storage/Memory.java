package surety.language.storage;

/** How much memory this process may take, and what of it one thing may need. */
public final class Memory {
  /** What is read from a file takes several times the room there. */
  private static final int SHARE = 8;

  private Memory() {}

  /** The most bytes of a file that is held as a whole. */
  public static long mostBytesOfFile() {
    return Runtime.getRuntime().maxMemory() / SHARE;
  }

  /** What can be done about too little of it. */
  public static String wayOut() {
    return "this process has "
        + (Runtime.getRuntime().maxMemory() >> 20)
        + " MB of memory; give it more with Java's option -Xmx (an editor's server has its options in"
        + " the file server.options beside surety.jar)";
  }
}
