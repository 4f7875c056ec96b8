package dmarcreports.scenario;

import java.util.List;

/** Forwarders, lists and gateways; and forgers, who look so much like them. */
final class ForwarderWorlds {
  private ForwarderWorlds() {}

  static List<World> all() {
    return List.of(
        World.of(
            "forward-signed",
            "r/r reject",
            """
            mail   | 203.0.113.1 | 2 | 11-20 | $ | $ fail | $ pass | yahoo | reason=forwarded
            stream | 203.0.113.0/24 | forwarded_ok | 20 | 0
            domain | 20 0 0 | reject |
            """),
        World.of(
            "forward-signed-without-testimony",
            "r/r reject",
            """
            mail   | 203.0.113.2 | 2 | 11-20 | $ | tenant.example pass | $ pass | google
            stream | 203.0.113.0/24 | ok_dkim_only | 20 | 0
            domain | 20 0 0 | reject |
            """),
        World.of(
            "forward-unsigned",
            "r/r reject",
            """
            mail   | 203.0.113.3 | 2 | 11-20 | $ | $ fail | - | yahoo | reason=forwarded;disposition=none
            source | 203.0.113.3 | authentication | list_or_forward_broken | likely | own_fail | missing | publish_dkim | * | *
            action | publish_dkim | 203.0.113.0/24 | 20 | * | * | open | 11
            domain | 0 20 0 | quarantine | 203.0.113.0/24
            """),
        World.of(
            "forward-by-trusted",
            "r/r reject",
            """
            mail   | 203.0.113.4 | 2 | 11-20 | $ | tenant.example pass | $ fail | fastmail | reason=trusted_forwarder;disposition=none
            source | 203.0.113.4 | spf_alignment | list_or_forward_broken | likely | pass_foreign | own_fail | none | 0 | 0
            domain | 0 20 0 | quarantine | 203.0.113.0/24
            """),
        World.of(
            "forward-with-arc",
            "r/r reject",
            """
            mail   | 203.0.113.5 | 2 | 11-20 | $ | $ softfail | $ fail | google | reason=local_policy: arc=pass;disposition=none
            source | 203.0.113.5 | authentication | list_or_forward_broken | likely | own_softfail | own_fail | none | 0 | 0
            domain | 0 20 0 | quarantine | 203.0.113.0/24
            """),
        World.of(
            "forward-local-policy-is-no-word",
            "r/r reject",
            """
            mail   | 203.0.113.6 | 2 | 11-20 | $ | $ softfail | - | google | reason=local_policy: good guys;disposition=none
            source | 203.0.113.6 | authentication | unknown | guess | own_softfail | missing | ask_owner publish_dkim | * | *
            action | ask_owner | 203.0.113.0/24 | 20 | 0 | 0 | open | 11
            action | publish_dkim | 203.0.113.0/24 | 20 | * | * | open | 11
            domain | 0 20 0 | none | 203.0.113.0/24
            """),
        World.of(
            "list-google-groups",
            "r/r none",
            """
            mail   | 203.0.113.7 | 2 | 11-20 | $ | googlegroups.com pass | $ fail, googlegroups.com pass | google
            source | 203.0.113.7 | spf_and_dkim_alignment | list_or_forward_broken | likely | pass_foreign | own_fail | none | 0 | 0
            domain | 0 20 0 | quarantine | 203.0.113.0/24
            """),
        World.of(
            "list-unknown",
            "r/r none",
            """
            mail   | 203.0.113.9 | 2 | 11-20 | $ | bounce.list.example pass | $ fail, list.example pass | yahoo
            source | 203.0.113.9 | spf_and_dkim_alignment | list_or_forward_broken | guess | pass_foreign | own_fail | none | 0 | 0
            domain | 0 20 0 | none | 203.0.113.0/24
            """),
        World.of(
            "list-with-testimony",
            "r/r reject",
            """
            mail   | 203.0.113.10 | 2 | 11-20 | $ | list.example pass | $ fail, list.example pass | fastmail | reason=mailing_list;disposition=none
            source | 203.0.113.10 | spf_and_dkim_alignment | list_or_forward_broken | likely | pass_foreign | own_fail | none | 0 | 0
            domain | 0 20 0 | quarantine | 203.0.113.0/24
            """),
        World.of(
            "list-is-no-vendor",
            "r/r none",
            """
            mail   | 203.0.113.11 | 2 | 11-20 | $ | sendgrid.net pass | $ fail, sendgrid.net pass | google
            source | 203.0.113.11 | spf_and_dkim_alignment | vendor_unaligned | likely | pass_foreign | own_fail | vendor_dkim vendor_return_path ask_owner | 0 | 20
            action | vendor_dkim | Twilio SendGrid | 20 | 0 | 20 | open | 11
            action | vendor_return_path | Twilio SendGrid | 20 | 0 | 20 | open | 11
            action | ask_owner | Twilio SendGrid | 20 | 0 | 0 | open | 11
            domain | 0 20 0 | none | twilio-sendgrid
            """),
        World.of(
            "gateway-mimecast",
            "r/r none",
            """
            mail   | 203.0.113.12 | 2 | 11-20 | $ | eu.mimecast.com pass | $ fail | yahoo
            source | 203.0.113.12 | spf_alignment | list_or_forward_broken | * | pass_foreign | own_fail | none | 0 | 0
            domain | 0 20 0 | quarantine | 203.0.113.0/24
            """),
        World.of(
            "gateway-signed",
            "r/r none",
            """
            mail   | 203.0.113.13 | 2 | 11-20 | $ | x.pphosted.com pass | $ pass | google
            stream | 203.0.113.0/24 | forwarded_ok | 20 | 0
            domain | 20 0 0 | reject |
            """),
        // Forwarders in the group make a broken signature of ours no proof.
        World.of(
            "forward-beside-broken-key",
            "r/r none",
            """
            mail   | 203.0.113.14 | 2 | 11-20 | $ | $ fail | $ pass | yahoo | reason=forwarded
            mail   | 203.0.113.15 | 1 | 11-20 | $ | $ fail | $ fail | google
            source | 203.0.113.15 | authentication | unknown | guess | own_fail | own_fail | ask_owner repair_dkim | * | *
            action | ask_owner | 203.0.113.0/24 | 10 | 0 | 0 | open | 11
            action | repair_dkim | $ | 10 | * | * | open | 11
            domain | 20 10 0 | none | 203.0.113.0/24
            """),
        // Forgers.
        World.of(
            "forger",
            "r/r none",
            """
            mail   | 192.0.2.200-207 | 1 | 11-20 | $ | x.bad.example softfail | - | google
            source | 192.0.2.200-207 | authentication | spoof_suspect | guess | fail_foreign | missing | enforce_policy | 0 | 0
            action | enforce_policy | $ | 80 | 0 | 0 | open | 11
            domain | 0 80 0 | reject |
            """),
        World.of(
            "forger-rejected",
            "r/r reject",
            """
            mail   | 192.0.2.208 | 3 | 11-20 | $ | x.bad.example fail | - | yahoo
            source | 192.0.2.208 | authentication | spoof_suspect | guess | fail_foreign | missing | none | 0 | 0
            domain | 0 30 0 | reject |
            """),
        World.of(
            "forger-let-through",
            "r/r reject",
            """
            mail   | 192.0.2.209 | 3 | 11-20 | $ | x.bad.example fail | - | yahoo | disposition=none
            source | 192.0.2.209 | authentication | spoof_suspect | guess | fail_foreign | missing | enforce_policy | 0 | 0
            action | enforce_policy | $ | 30 | 0 | 0 | open | 11
            domain | 0 30 0 | reject |
            """),
        World.of(
            "forger-of-subdomain",
            "r/r none",
            """
            mail   | 192.0.2.210 | 3 | 11-20 | $ | $ pass | $ pass | google
            mail   | 192.0.2.211 | 1 | 11-20 | pay.$ | x.bad.example fail | bad.example fail | google
            source | 192.0.2.211 | authentication | spoof_suspect | guess | fail_foreign | fail_foreign | enforce_policy | 0 | 0
            action | enforce_policy | $ | 10 | 0 | 0 | open | 11
            domain | 30 10 0 | reject |
            """),
        World.of(
            "forger-with-our-name-everywhere",
            "r/r none",
            """
            mail   | 192.0.2.212 | 1 | 11-20 | $ | $ fail | - | google
            mail   | 203.0.113.212 | 1 | 11-20 | $ | $ fail | - | google
            source | 192.0.2.212 | authentication | unknown | guess | own_fail | missing | ask_owner publish_dkim | * | *
            source | 203.0.113.212 | authentication | unknown | guess | own_fail | missing | ask_owner publish_dkim | * | *
            action | ask_owner | 192.0.2.0/24 | 10 | 0 | 0 | open | 11
            action | ask_owner | 203.0.113.0/24 | 10 | 0 | 0 | open | 11
            action | publish_dkim | 192.0.2.0/24 | 10 | * | * | open | 11
            action | publish_dkim | 203.0.113.0/24 | 10 | * | * | open | 11
            domain | 0 20 0 | none | 192.0.2.0/24 203.0.113.0/24
            """));
  }
}
