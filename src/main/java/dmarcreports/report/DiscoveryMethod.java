package dmarcreports.report;

/** How the receiver found the policy (RFC 9990, {@code discovery_method}). */
public enum DiscoveryMethod {
  PSL,
  TREEWALK
}
