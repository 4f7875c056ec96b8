package dmarcreports.output.html.view;

import dmarcreports.output.wording.StreamWords;
import java.util.List;
import java.util.Optional;

/** Who sent, by service or network, most failing messages first. */
public record Senders(List<Group> groups, Optional<String> more) {
  public Senders {
    groups = List.copyOf(groups);
  }

  /**
   * A service or network.
   *
   * @param network its name in the tables, where it goes by another as well
   * @param kind of its mail, for the picture: {@code pass ours perhaps others unknown}
   * @param explained whether it is told here of all its streams how they came about
   * @param explain the command that tells it of an address
   */
  public record Group(
      String id,
      String name,
      Optional<String> network,
      String what,
      String kind,
      Sorted messages,
      Sorted failing,
      Sorted lastSeen,
      Meter meter,
      List<StreamView> streams,
      Optional<String> moreStreams,
      List<Address> addresses,
      Optional<String> moreAddresses,
      boolean explained,
      Optional<String> explain) {
    public Group {
      streams = List.copyOf(streams);
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * Mail that came the same way with the same identities.
   *
   * @param checks how that came about, check by check, where there is room
   */
  public record StreamView(
      String title,
      String kind,
      String explanation,
      String evidence,
      List<Fact> facts,
      Optional<StreamWords> checks) {
    public StreamView {
      facts = List.copyOf(facts);
    }
  }

  /** Something and what it is. */
  public record Fact(String label, String text) {}

  /** One address. */
  public record Address(
      String id,
      String text,
      Sorted messages,
      Sorted pass,
      Sorted fail,
      Sorted unknown,
      String firstSeen,
      String lastSeen) {}
}
