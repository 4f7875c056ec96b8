package dmarcreports.spark;

import dmarcreports.spark.seam.Work;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The work of tasks, in a class loader that sees the jar of this program and the JDK: whatever
 * libraries Spark brings in whatever version, mails are read and findings made by those that are in
 * the jar. Both sides share the classes of {@code seam} alone.
 */
final class Apart extends URLClassLoader {
  private static final String SEAM = Work.class.getPackageName() + ".";
  private static final String TASKS = "dmarcreports.spark.task.Tasks";

  private static @Nullable Work work;

  private Apart(URL jar) {
    super("apart", new URL[] {jar}, ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return name.startsWith(SEAM)
        ? Apart.class.getClassLoader().loadClass(name)
        : super.loadClass(name, resolve);
  }

  private static synchronized Work work() {
    if (work == null) {
      System.setProperty("org.jooq.no-logo", "true");
      System.setProperty("org.jooq.no-tips", "true");
      URL jar = Apart.class.getProtectionDomain().getCodeSource().getLocation();
      try {
        Apart apart = new Apart(jar);
        Thread.currentThread().setContextClassLoader(apart);
        work = (Work) apart.loadClass(TASKS).getConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(jar + " is not whole", e);
      }
    }
    return work;
  }

  /** Lets it work, where libraries look for theirs in the same place. */
  static <T> T with(Function<Work, T> job) {
    return trying(job::apply);
  }

  /** Work that may fail. */
  interface Trying<T, E extends Exception> {
    T with(Work work) throws E;
  }

  /** The same for work that may fail. */
  static <T, E extends Exception> T trying(Trying<T, E> job) throws E {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      Work ready = work();
      thread.setContextClassLoader(ready.getClass().getClassLoader());
      return job.with(ready);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Something to do that may fail. */
  interface Doing<T, E extends Exception> {
    T now() throws E;
  }

  /** What work asks of Spark, where Spark's libraries look for theirs. */
  static <T, E extends Exception> T back(Doing<T, E> doing) throws E {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      thread.setContextClassLoader(Apart.class.getClassLoader());
      return doing.now();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
