package surety.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Replays the certificate of each property and query of specifications, as {@code surety replay}
 * does: nothing is searched, and only the kernel is trusted.
 */
@Mojo(name = "replay", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class ReplayMojo extends SuretyMojo {
  /**
   * Whether a stale certificate lets the build fail: one that is missing, or about another
   * statement than the specification's now, for instance since its network was trained anew. One
   * that is invalid or incomplete always does.
   */
  @Parameter(property = "surety.failOnStale", defaultValue = "true")
  private boolean failOnStale;

  @Override
  List<String> command() {
    return List.of("replay");
  }

  @Override
  boolean failsOnStale() {
    return failOnStale;
  }
}
