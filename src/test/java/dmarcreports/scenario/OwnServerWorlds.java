package dmarcreports.scenario;

import java.util.List;

/**
 * Servers of one's own: missing in SPF, with broken records and broken keys, under strict modes.
 */
final class OwnServerWorlds {
  private OwnServerWorlds() {}

  static List<World> all() {
    return List.of(
        World.of(
            "own-healthy",
            "s/s reject",
            """
            mail   | 192.0.2.1 | 5 | 11-20 | $ | $ pass | $ pass | fastmail
            stream | 192.0.2.0/24 | healthy | 50 | 0
            domain | 50 0 0 | reject |
            """),
        // Claims alone: a server of ours that was forgotten, or anybody.
        World.of(
            "own-claim-fails",
            "r/r none",
            """
            mail   | 192.0.2.2 | 2 | 11-20 | $ | $ fail | - | google
            source | 192.0.2.2 | authentication | unknown | guess | own_fail | missing | ask_owner publish_dkim | * | *
            action | ask_owner | 192.0.2.0/24 | 20 | 0 | 0 | open | 11
            action | publish_dkim | 192.0.2.0/24 | 20 | * | * | open | 11
            domain | 0 20 0 | none | 192.0.2.0/24
            """),
        World.of(
            "own-claim-softfails",
            "r/r none",
            """
            mail   | 2001:db8:1::25 | 2 | 11-20 | $ | mail.$ softfail | - | yahoo
            source | 2001:db8:1::25 | authentication | unknown | guess | own_softfail | missing | ask_owner publish_dkim | * | *
            action | ask_owner | 2001:db8:1::/48 | 20 | 0 | 0 | open | 11
            action | publish_dkim | 2001:db8:1::/48 | 20 | * | * | open | 11
            domain | 0 20 0 | none | 2001:db8:1::/48
            """),
        World.of(
            "own-no-list",
            "r/r none",
            """
            mail   | 192.0.2.3 | 2 | 11-20 | app.$ | app.$ none | - | yahoo
            source | 192.0.2.3 | authentication | unknown | guess | own_none | missing | ask_owner publish_dkim | * | *
            action | ask_owner | 192.0.2.0/24 | 20 | 0 | 0 | open | 11
            action | publish_dkim | 192.0.2.0/24 | 20 | * | * | open | 11
            domain | 0 20 0 | none | 192.0.2.0/24
            """),
        World.of(
            "own-list-without-position",
            "r/r none",
            """
            mail   | 192.0.2.4 | 2 | 11-20 | $ | $ neutral | - | google
            source | 192.0.2.4 | authentication | unknown | guess | own_neutral | missing | ask_owner publish_dkim | * | *
            action | ask_owner | 192.0.2.0/24 | 20 | 0 | 0 | open | 11
            action | publish_dkim | 192.0.2.0/24 | 20 | * | * | open | 11
            domain | 0 20 0 | none | 192.0.2.0/24
            """),
        // The same address passes for another name of ours: this name's record misses it.
        World.of(
            "own-missing-in-one-record",
            "r/r none",
            """
            mail   | 192.0.2.5 | 3 | 11-20 | $ | $ pass | - | google
            mail   | 192.0.2.5 | 2 | 11-20 | news.$ | news.$ fail | - | google
            source | 192.0.2.5 | authentication | own_spf | likely | own_fail | missing | authorize_in_spf publish_dkim | * | 20
            action | authorize_in_spf | news.$ | 20 | 0 | 20 | open | 11
            action | publish_dkim | 192.0.2.0/24 | 20 | * | * | open | 11
            domain | 30 20 0 | none | 192.0.2.0/24
            """),
        World.of(
            "own-neighbour-proves-nothing",
            "r/r none",
            """
            mail   | 192.0.2.6 | 3 | 11-20 | $ | $ pass | - | google
            mail   | 192.0.2.7 | 2 | 11-20 | $ | $ fail | - | google
            source | 192.0.2.7 | authentication | unknown | guess | own_fail | missing | ask_owner publish_dkim | * | *
            action | ask_owner | 192.0.2.0/24 | 20 | 0 | 0 | open | 11
            action | publish_dkim | 192.0.2.0/24 | 20 | * | * | open | 11
            domain | 30 20 0 | none | 192.0.2.0/24
            """),
        // A broken record hits all who send; mending it lets nobody in.
        World.of(
            "own-record-broken",
            "r/r none",
            """
            mail   | 192.0.2.8 | 2 | 11-20 | $ | $ permerror | - | google
            mail   | 203.0.113.8 | 1 | 11-20 | $ | $ permerror | - | google
            source | 192.0.2.8 | authentication | unknown | guess | own_permerror | missing | repair_spf ask_owner publish_dkim | * | *
            source | 203.0.113.8 | authentication | unknown | guess | own_permerror | missing | repair_spf ask_owner publish_dkim | * | *
            action | repair_spf | $ | 30 | 0 | * | open | 11
            action | ask_owner | 192.0.2.0/24 | 20 | 0 | 0 | open | 11
            action | ask_owner | 203.0.113.0/24 | 10 | 0 | 0 | open | 11
            action | publish_dkim | 192.0.2.0/24 | 20 | * | * | open | 11
            action | publish_dkim | 203.0.113.0/24 | 10 | * | * | open | 11
            domain | 0 30 0 | none | 192.0.2.0/24 203.0.113.0/24
            """),
        World.of(
            "own-record-broken-halfway",
            "r/r none",
            """
            mail   | 192.0.2.9 | 2 | 11-14 | $ | $ pass | - | google
            mail   | 192.0.2.9 | 2 | 15-20 | $ | $ permerror | - | google
            source | 192.0.2.9 | authentication | own_spf | likely | own_permerror | missing | repair_spf publish_dkim | * | 12
            action | repair_spf | $ | 12 | 0 | 12 | open | 15
            action | publish_dkim | 192.0.2.0/24 | 12 | * | * | open | 15
            domain | 8 12 0 | none | 192.0.2.0/24
            """),
        // A domain that sends nothing, and one that says so.
        World.of(
            "parked",
            "r/r none",
            """
            alone  |
            mail   | 192.0.2.30-49 | 1 | 11-20 | $ | $ fail | - | google
            mail   | 203.0.113.30 | 1 | 11-20 | $ | tool.example pass | - | yahoo
            mail   | 203.0.113.31 | 1 | 11-20 | $ | x.bad.example fail | - | yahoo
            source | 192.0.2.30-49 | authentication | unknown | guess | own_fail | missing | park_domain ask_owner | 0 | 0
            source | 203.0.113.30 | spf_alignment | unknown_third_party | guess | pass_foreign | missing | park_domain ask_owner | 0 | 0
            source | 203.0.113.31 | authentication | spoof_suspect | guess | fail_foreign | missing | park_domain | 0 | 0
            action | park_domain | $ | 220 | 0 | 0 | open | 11
            action | ask_owner | 192.0.2.0/24 | 200 | 0 | 0 | open | 11
            action | ask_owner | tool.example | 10 | 0 | 0 | open | 11
            says   | park_domain | $ | $. MX 0 .
            says   | park_domain | $ | v=spf1 -all
            domain | 0 220 0 | none | 192.0.2.0/24 203.0.113.0/24
            """),
        World.of(
            "parked-and-said",
            "r/r reject",
            """
            alone  |
            mail   | 203.0.113.31 | 1 | 11-20 | $ | x.bad.example fail | - | yahoo
            source | 203.0.113.31 | authentication | spoof_suspect | guess | fail_foreign | missing | none | 0 | 0
            domain | 0 10 0 | unknown |
            """),
        // Keys.
        World.of(
            "own-key-missing",
            "r/r none",
            """
            mail   | 192.0.2.10 | 3 | 11-20 | $ | $ pass | $ pass | yahoo
            mail   | 192.0.2.10 | 2 | 11-20 | $ | mx.$ pass helo | $ permerror | yahoo | bounce
            source | 192.0.2.10 | authentication | own_dkim | likely | missing | own_permerror | repair_dkim | 20 | 20
            action | repair_dkim | $ | 20 | 20 | 20 | open | 11
            domain | 30 20 0 | none | 192.0.2.0/24
            """),
        World.of(
            "own-gateway-changes-mail",
            "r/r none",
            """
            mail   | 192.0.2.11 | 3 | 11-20 | $ | - | $ pass | google
            mail   | 192.0.2.12 | 2 | 11-20 | $ | - | $ fail | google
            source | 192.0.2.12 | authentication | own_dkim | guess | missing | own_fail | repair_dkim | 0 | 20
            action | repair_dkim | $ | 20 | 0 | 20 | open | 11
            domain | 30 20 0 | none | 192.0.2.0/24
            """),
        World.of(
            "own-broken-signature-of-anybody",
            "r/r none",
            """
            mail   | 192.0.2.13 | 2 | 11-20 | $ | $ fail | $ fail | google
            source | 192.0.2.13 | authentication | unknown | guess | own_fail | own_fail | ask_owner repair_dkim | * | *
            action | ask_owner | 192.0.2.0/24 | 20 | 0 | 0 | open | 11
            action | repair_dkim | $ | 20 | * | * | open | 11
            domain | 0 20 0 | none | 192.0.2.0/24
            """),
        World.of(
            "own-dns-hiccup",
            "r/r none",
            """
            mail   | 192.0.2.14 | 8 | 11-20 | $ | $ pass | $ pass | google
            mail   | 192.0.2.14 | 1 | 20 | $ | $ temperror | $ temperror | google
            source | 192.0.2.14 | authentication | transient | likely | own_temperror | own_temperror | wait | 0 | *
            action | wait | 192.0.2.0/24 | 1 | 0 | * | open | 20
            domain | 80 1 0 | reject |
            """),
        World.of(
            "own-dns-errors-for-days",
            "r/r none",
            """
            mail   | 192.0.2.15 | 2 | 11-14 | $ | - | $ temperror | google
            source | 192.0.2.15 | authentication | unknown | guess | missing | own_permerror | ask_owner repair_dkim | * | *
            action | ask_owner | 192.0.2.0/24 | 8 | 0 | 0 | open | 11
            action | repair_dkim | $ | 8 | * | * | open | 11
            domain | 0 8 0 | none | 192.0.2.0/24
            """),
        // Stricter than the mail.
        World.of(
            "own-strict",
            "s/s none",
            """
            mail   | 192.0.2.16 | 2 | 11-20 | $ | mail.$ pass | mail.$ pass | google
            source | 192.0.2.16 | spf_and_dkim_alignment | strict_mode | certain | strict_only | strict_only | relax_aspf relax_adkim own_identity | 20 | 20
            action | relax_aspf | $ | 20 | 20 | 20 | open | 11
            action | relax_adkim | $ | 20 | 20 | 20 | open | 11
            action | own_identity | $ | 20 | 20 | 20 | open | 11
            domain | 0 20 0 | none | 192.0.2.0/24
            """),
        World.of(
            "own-strict-unsigned",
            "s/r none",
            """
            mail   | 192.0.2.17 | 2 | 11-20 | $ | mail.$ pass | - | google
            source | 192.0.2.17 | spf_alignment | strict_mode | certain | strict_only | missing | relax_aspf publish_dkim | 20 | 20
            action | relax_aspf | $ | 20 | 20 | 20 | open | 11
            action | publish_dkim | 192.0.2.0/24 | 20 | * | * | open | 11
            domain | 0 20 0 | none | 192.0.2.0/24
            """),
        World.of(
            "own-strict-signature-alone",
            "r/s none",
            """
            mail   | 192.0.2.18 | 2 | 11-20 | a.b.$ | - | $ pass | fastmail
            source | 192.0.2.18 | dkim_alignment | strict_mode | certain | missing | strict_only | relax_adkim own_identity | 20 | 20
            action | relax_adkim | $ | 20 | 20 | 20 | open | 11
            action | own_identity | a.b.$ | 20 | 20 | 20 | open | 11
            domain | 0 20 0 | none | 192.0.2.0/24
            """),
        // Nothing that counts.
        World.of(
            "own-helo-only",
            "r/r none",
            """
            mail   | 192.0.2.19 | 2 | 11-20 | $ | mx.$ pass helo | - | fastmail | bounce
            source | 192.0.2.19 | authentication | unknown | guess | missing | missing | ask_owner publish_dkim | * | *
            action | ask_owner | 192.0.2.0/24 | 20 | 0 | 0 | open | 11
            action | publish_dkim | 192.0.2.0/24 | 20 | * | * | open | 11
            domain | 0 20 0 | none | 192.0.2.0/24
            """),
        World.of(
            "own-bounces",
            "r/r none",
            """
            mail   | 192.0.2.20 | 2 | 11-20 | $ | mx.$ pass | - | yahoo | bounce
            stream | 192.0.2.0/24 | ok_spf_only | 20 | 0
            domain | 20 0 0 | reject |
            """),
        World.of(
            "own-odd-words",
            "r/r none",
            """
            mail   | 192.0.2.21 | 2 | 11-20 | $ | $ unknown | $ error | google
            mail   | 192.0.2.22 | 2 | 11-20 | $ | $ PASS | $ Pass | google
            mail   | 192.0.2.23 | 2 | 11-20 | $ | $ hardfail | - | google
            source | 192.0.2.21 | authentication | unknown | guess | missing | missing | ask_owner publish_dkim | * | *
            source | 192.0.2.23 | authentication | unknown | guess | own_fail | missing | ask_owner publish_dkim | * | *
            action | ask_owner | 192.0.2.0/24 | 40 | 0 | 0 | open | 11
            action | publish_dkim | 192.0.2.0/24 | 40 | * | * | open | 11
            domain | 20 40 0 | none | 192.0.2.0/24
            """),
        World.of(
            "own-from-with-two-domains",
            "r/r none",
            """
            mail   | 192.0.2.24 | 2 | 11-20 | pages.$, $ | $ pass | - | naysayer
            source | 192.0.2.24 | spf_alignment | invalid_from | certain | pass_foreign | missing | none | 0 | 0
            domain | 0 20 0 | reject |
            """));
  }
}
