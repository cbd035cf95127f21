package io.contactbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlanCommandTest {
  private static final Map<String, String> LINQ = Map.of("LINQ_TOKEN", "s3cret");

  @Test
  void showsTheRequestAndTheFateOfEachField() {
    Run run =
        Run.in(
            LINQ,
            "plan",
            "linq",
            "123",
            "--first-name",
            "Ada",
            "--phone",
            "(202) 555-0123",
            "--default-region",
            "US",
            "--clear",
            "company",
            "--allow-undocumented-clear",
            "--website",
            "https://example.com/",
            "--on-unsupported",
            "drop");

    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                """
                PUT https://api.linqapp.com/api/partner/v2/contacts/123
                X-LINQ-INTEGRATION-TOKEN: ***
                Accept: application/json
                User-Agent: ContactBridge/0
                Content-Type: application/json

                {
                  "contact": {
                    "first_name": "Ada",
                    "phone_number": "+12025550123",
                    "company": null
                  }
                }

                  first-name  sent       $.contact.first_name
                  phone       converted  $.contact.phone_number, written in E.164 form
                  company     cleared    $.contact.company
                - website     dropped    Linq cannot store WEBSITE; it stores FIRST_NAME,\
                 LAST_NAME, EMAIL, PHONE, COMPANY, JOB_TITLE, LOCATION, OWNER

                warning: the owner may change without OWNER: Linq's page says that\
                 only what is sent changes, and that the owner defaults to the first admin user
                """,
                ""));
  }

  @Test
  void jsonHasTheSameContent() {
    assertThat(Run.in(LINQ, "plan", "LINQ", "123", "--email", "ada@example.com", "--json"))
        .isEqualTo(
            new Run(
                0,
                """
                {"crm":"LINQ","id":"123","sent":{"method":"PUT",\
                "url":"https://api.linqapp.com/api/partner/v2/contacts/123",\
                "headers":{"X-LINQ-INTEGRATION-TOKEN":"***","Accept":"application/json",\
                "User-Agent":"ContactBridge/0",\
                "Content-Type":"application/json"},\
                "body":{"contact":{"email":"ada@example.com"}}},\
                "fields":[{"field":"EMAIL","fate":"SENT","path":"$.contact.email",\
                "source":"specs/linq.yaml#/components/schemas/ContactInput/properties/email","detail":null,\
                "evidence":"PAGE"}],"undocumented":[],\
                "warnings":["the owner may change without OWNER: Linq's page says\
                 that only what is sent changes, and that the owner defaults to the first admin\
                 user"]}
                """,
                ""));
  }

  @Test
  void namesTheCredentialsThatUpdateNeeds() {
    Run run = Run.of("plan", "acquire", "2", "--email", "ada@example.com");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("PUT https://acquire-account-id.acquire.io/api/v1/crm/objects/contact/2\n")
        .endsWith(
            """

            warning: ACQUIRE_ACCOUNT_ID is not set; contactbridge update needs it
            warning: ACQUIRE_API_KEY is not set; contactbridge update needs it
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          linq 1 --email s3cret | EMAIL must be an address such as ada@example.com
          linq abc --email a@b.co | a contact's id is a positive number at Linq, unlike the one given
          linq 1 --email a@b.co --default-region XX | a region is a code of ISO 3166-1 alpha-2 such as US, unlike "XX"
          linq 1 --email a@b.co --base-url http://example.com | credentials are sent over HTTPS, or over HTTP to loopback, unlike http://example.com
          linq 1 --company Acme | Linq needs at least one of FIRST_NAME, LAST_NAME, EMAIL, PHONE in an update
          """)
  void refusalQuotesTheLibrary(String args, String sentence) {
    assertThat(Run.in(LINQ, ("plan " + args).split(" ")))
        .isEqualTo(new Run(2, "", "contactbridge: " + sentence + "\n"));
  }

  @Test
  void refusalIsAlsoReportedAsJson() {
    assertThat(Run.in(LINQ, "plan", "linq", "1", "--email", "s3cret", "--json").out())
        .isEqualTo(
            """
            {"error":{"kind":"REFUSED","crm":"LINQ","status":null,"code":null,\
            "message":"EMAIL must be an address such as ada@example.com",\
            "details":[],"requestId":null}}
            """);
  }

  @Test
  void optionalValueNeedsAnEqualsSign() {
    assertThat(Run.of("plan", "--do-not-disturb", "highlevel", "--mock", "a").out())
        .startsWith("PUT http://127.0.0.1:4012/contacts/a\n")
        .contains("\"dnd\": true");
    assertThat(Run.of("plan", "highlevel", "a", "--do-not-disturb=false").out())
        .contains("\"dnd\": false");
  }

  @ParameterizedTest
  @CsvSource({
    "acquire, http://127.0.0.1:4011/crm/objects/contact/2",
    "highlevel, http://127.0.0.1:4012/contacts/2",
    "linq, http://127.0.0.1:4013/contacts/2",
    "raze, http://127.0.0.1:4014/contacts/2",
  })
  void eachCrmHasItsMock(String crm, String url) {
    Run run = Run.of("plan", crm, "2", "--email", "ada@example.com", "--mock");

    assertThat(run.out()).startsWith("PUT " + url + "\n").doesNotContain("is not set");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a=1          | {"a":1}
          a=1.50       | {"a":1.50}
          a=true       | {"a":true}
          a={"b":[1,null]} | {"a":{"b":[1,null]}}
          a="5"        | {"a":"5"}
          a=five       | {"a":"five"}
          a=007        | {"a":"007"}
          a=TRUE       | {"a":"TRUE"}
          a=b=c        | {"a":"b=c"}
          a=           | {"a":""}
          a={b         | {"a":"{b"}
          """,
      quoteCharacter = '\0')
  void customFieldsAreJsonOrText(String argument, String json) {
    assertThat(Run.of("plan", "raze", "a", "--json", "--custom", argument).out())
        .contains("\"body\":{\"custom_fields\":" + json + "}");
  }

  @Test
  void repeatedOptionsAddUp() {
    Run run =
        Run.of(
            "plan",
            "raze",
            "a",
            "--json",
            "--tag",
            "b",
            "--custom",
            "c=1",
            "--tag",
            "d, e",
            "--custom",
            "f=2");

    assertThat(run.out())
        .contains("\"body\":{\"tags\":[\"b\",\"d, e\"],\"custom_fields\":{\"c\":1,\"f\":2}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--json"})
  void credentialIsNotShown(String format) {
    Run run = Run.in(LINQ, ("plan linq 1 --email a@b.co " + format).strip().split(" "));

    assertThat(run.out() + run.err()).doesNotContain("s3cret");
  }
}
