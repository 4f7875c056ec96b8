package dmarcreports.benchmark;

import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Counts records for each second that the thread has really run: others may use the machine. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Cpu {
  private long records;
  private long begun;

  /** Begins to count. */
  @Setup(Level.Iteration)
  public void begin() {
    records = 0;
    begun = now();
  }

  void add(long count) {
    records += count;
  }

  /** Records for each CPU second of this thread; a share of it, since all iterations are summed. */
  public double recordsPerCpuSecond() {
    return records * 1e9 / (now() - begun) / Stages.ITERATIONS;
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
