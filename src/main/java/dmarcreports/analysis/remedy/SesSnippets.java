package dmarcreports.analysis.remedy;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What to type, or to paste, for Amazon SES. */
final class SesSnippets {
  static final String AWS = "aws";
  static final String CLOUDFORMATION = "cloudformation";
  static final String TERRAFORM = "terraform";
  private static final String START = "put-email-identity-dkim-signing-attributes";
  private static final String TURN_ON = "put-email-identity-dkim-attributes";
  static final String CREATE = "--dkim-signing-attributes NextSigningKeyLength=RSA_2048_BIT";
  static final String SWITCH =
      "--signing-attributes-origin AWS_SES"
          + " --signing-attributes NextSigningKeyLength=RSA_2048_BIT";

  private SesSnippets() {}

  static String mailFromArguments(String mailFrom) {
    return "--mail-from-domain " + mailFrom + " --behavior-on-mx-failure USE_DEFAULT_VALUE";
  }

  static void customMailFrom(SesIdentity identity, String mailFrom, RemedyDraft draft) {
    String arguments = mailFromArguments(mailFrom);
    draft.snippet(
        AWS,
        perRegion(
            identity,
            r ->
                List.of(
                    identity.command("put-email-identity-mail-from-attributes", arguments, r),
                    identity.command("get-email-identity", "--query MailFromAttributes", r))));
    draft.snippet(
        CLOUDFORMATION,
        template(
            identity,
            List.of(
                "      MailFromAttributes:",
                "        MailFromDomain: '" + mailFrom + "'",
                "        BehaviorOnMxFailure: USE_DEFAULT_VALUE"),
            List.of()));
    draft.snippet(
        TERRAFORM,
        lines(
            terraformRegions(identity),
            "resource \"aws_sesv2_email_identity_mail_from_attributes\" \"sender\" {",
            "  email_identity         = \"" + identity.name() + "\"",
            "  mail_from_domain       = \"" + mailFrom + "\"",
            "  behavior_on_mx_failure = \"USE_DEFAULT_VALUE\"",
            "}"));
  }

  static void easyDkim(SesIdentity identity, RemedyDraft draft) {
    draft.snippet(
        AWS,
        perRegion(
            identity,
            r ->
                List.of(
                    "# fails, and changes nothing, where the identity is there already:",
                    identity.command("create-email-identity", CREATE, r),
                    "# only where DkimAttributes.Status is NOT_STARTED or FAILED:",
                    "# " + identity.command(START, SWITCH, r),
                    "# only where SigningEnabled is false:",
                    "# " + identity.command(TURN_ON, "--signing-enabled", r),
                    "# the tokens and the zone for the CNAME records:",
                    identity.command("get-email-identity", "--query DkimAttributes", r))));
    draft.snippet(
        CLOUDFORMATION,
        template(
            identity,
            List.of(
                "      DkimAttributes:",
                "        SigningEnabled: true",
                "      DkimSigningAttributes:",
                "        NextSigningKeyLength: RSA_2048_BIT"),
            List.of("1", "2", "3")));
    draft.snippet(
        TERRAFORM,
        lines(
            terraformRegions(identity),
            "# Where the identity is there already, first:",
            "# terraform import aws_sesv2_email_identity.sender " + identity.name(),
            "resource \"aws_sesv2_email_identity\" \"sender\" {",
            "  email_identity = \"" + identity.name() + "\"",
            "",
            "  dkim_signing_attributes {",
            "    next_signing_key_length = \"RSA_2048_BIT\"",
            "  }",
            "}",
            "",
            "# Three CNAME records, to publish with whatever serves the zone. In place of",
            "# SIGNING-HOSTED-ZONE: what get-email-identity names, usually dkim.amazonses.com.",
            "output \"dkim_cname_records\" {",
            "  value = {",
            "    for token in aws_sesv2_email_identity.sender.dkim_signing_attributes[0].tokens :",
            "    \"${token}._domainkey."
                + identity.name()
                + "\" => \"${token}.SIGNING-HOSTED-ZONE\"",
            "  }",
            "}"));
  }

  static void repairEasyDkim(SesIdentity identity, RemedyDraft draft) {
    draft.snippet(
        AWS,
        perRegion(
            identity,
            r ->
                List.of(
                    "# the tokens and the zone that the CNAME records must name:",
                    identity.command("get-email-identity", "--query DkimAttributes", r),
                    "# only where Status is NOT_STARTED or FAILED, to start again:",
                    "# " + identity.command(START, SWITCH, r))));
  }

  private static String perRegion(
      SesIdentity identity, Function<String, List<String>> commandsForRegion) {
    return identity.regionsOrWord().stream()
        .map(r -> "# region " + r + "\n" + String.join("\n", commandsForRegion.apply(r)))
        .collect(Collectors.joining("\n\n"));
  }

  private static String template(
      SesIdentity identity, List<String> properties, List<String> outputs) {
    StringBuilder text =
        new StringBuilder(
            lines(
                "# One stack in each of: " + String.join(", ", identity.regionsOrWord()),
                "# Where the identity is there already, a new stack cannot create it: import it",
                "# into one, or add these properties to the resource that declares it.",
                "AWSTemplateFormatVersion: '2010-09-09'",
                "Resources:",
                "  SenderIdentity:",
                "    Type: AWS::SES::EmailIdentity",
                "    Properties:",
                "      EmailIdentity: '" + identity.name() + "'",
                String.join("\n", properties)));
    text.append(outputs.isEmpty() ? "" : "\nOutputs:");
    for (String each : outputs) {
      text.append("\n")
          .append(
              lines(
                  "  DkimRecord" + each + "Name:",
                  "    Value: !GetAtt SenderIdentity.DkimDNSTokenName" + each,
                  "  DkimRecord" + each + "Target:",
                  "    Value: !GetAtt SenderIdentity.DkimDNSTokenValue" + each));
    }
    return text.toString();
  }

  private static String terraformRegions(SesIdentity identity) {
    return "# With a provider for each of these regions: "
        + String.join(", ", identity.regionsOrWord());
  }

  private static String lines(String... lines) {
    return String.join("\n", lines);
  }
}
