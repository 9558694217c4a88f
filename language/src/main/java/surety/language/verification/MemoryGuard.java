package surety.language.verification;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;

/**
 * Notices in time that memory runs short: when most of the heap is still in use after garbage was
 * collected. What needs it can be stopped then; once it is exhausted, any thread may be the one
 * that finds none, and what it did is lost without a word.
 */
final class MemoryGuard implements AutoCloseable {
  private static final double MOST = 0.8;

  private final NotificationListener listener;

  private MemoryGuard(NotificationListener listener) {
    this.listener = listener;
  }

  /** From now on somebody is told, in a thread of the virtual machine. */
  static MemoryGuard of(Runnable shortage) {
    NotificationListener listener =
        (notification, handback) -> {
          if (notification
              .getType()
              .equals(MemoryNotificationInfo.MEMORY_COLLECTION_THRESHOLD_EXCEEDED)) {
            shortage.run();
          }
        };
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      long most = pool.getUsage().getMax();
      boolean isLargest = most > Runtime.getRuntime().maxMemory() / 2;
      if (pool.getType() == MemoryType.HEAP
          && pool.isCollectionUsageThresholdSupported()
          && isLargest) {
        pool.setCollectionUsageThreshold((long) (MOST * most));
      }
    }
    emitter().addNotificationListener(listener, null, null);
    return new MemoryGuard(listener);
  }

  private static NotificationEmitter emitter() {
    return (NotificationEmitter) ManagementFactory.getMemoryMXBean();
  }

  @Override
  public void close() {
    try {
      emitter().removeNotificationListener(listener);
    } catch (ListenerNotFoundException e) {
      // It was closed before.
    }
  }
}
