package dmarcreports.mail;

import dmarcreports.report.UnreadableReport.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** An input's bytes at will. Its own failures are no fault of the content. */
final class InputChannel implements SeekableByteChannel {
  private final SeekableByteChannel channel;
  private long allowance = Long.MAX_VALUE;
  private String purpose = "";

  InputChannel(SeekableByteChannel channel) {
    this.channel = channel;
  }

  /** From now on so many bytes may be read, for a library that believes what it reads. */
  void allow(long bytes, String what) {
    allowance = bytes;
    purpose = what;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int count;
    try {
      count = channel.read(target);
    } catch (IOException e) {
      throw new SourceLost(e);
    }
    allowance -= Math.max(count, 0);
    if (allowance < 0) {
      throw new BrokenContent(Reason.ARCHIVE_LIMIT, purpose);
    }
    return count;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new UnsupportedOperationException("input is never written");
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new UnsupportedOperationException("input is never written");
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    channel.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  /** Libraries close what they were given; whoever opened the input closes it. */
  @Override
  public void close() {}
}
