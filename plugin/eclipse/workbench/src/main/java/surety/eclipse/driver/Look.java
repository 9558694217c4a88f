package surety.eclipse.driver;

import java.util.Optional;

/**
 * A look at the workbench, in its UI thread.
 *
 * @param <T> what is seen
 */
@FunctionalInterface
public interface Look<T> {

  /**
   * Looks once.
   *
   * @return empty if it is not there, or not yet
   * @throws Exception if looking fails; that ends the step
   */
  Optional<T> look() throws Exception;
}
