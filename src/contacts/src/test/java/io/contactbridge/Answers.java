package io.contactbridge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import okio.ByteString;

/** What each CRM answers about the contact of the {@link Samples}. */
final class Answers {
  private Answers() {}

  static String asAsked(Crm crm) {
    return switch (crm) {
      case ACQUIRE ->
          """
          {"data":{"id":2,"fields":{"name":"Ada Lovelace","email":"ada@example.com",
          "phone":"+12025550123","city":"London","state":"Greater London",
          "6dvNaf7VhkQ9snc5vnjJ":"Gold"}}}""";
      case HIGHLEVEL ->
          """
          {"succeded":true,"contact":{"id":"ocQHyuzHvuMOe5N5jjXF","name":"Ada Lovelace",
          "firstName":"Ada","lastName":"Lovelace","email":"ada@example.com","phone":"+12025550123",
          "companyName":"Analytical Engines","address1":"12 Main Street","city":"London",
          "state":"Greater London","postalCode":"SW1Y 4JH","country":"GB",
          "website":"https://example.com/","timezone":"Europe/London","dateOfBirth":"1815-12-10",
          "tags":["vip","pioneer"],"source":"public api","assignedTo":"owner@company.com",
          "dnd":true,"customFields":[{"id":"6dvNaf7VhkQ9snc5vnjJ","value":"Gold"}]}}""";
      case LINQ ->
          """
          {"data":{"id":123,"first_name":"Ada","last_name":"Lovelace","full_name":"Ada Lovelace",
          "email":"ada@example.com","phone_number":"+12025550123","company":"Analytical Engines",
          "title":"CTO","location":"London, UK",
          "contact_owner":{"id":456,"email":"owner@company.com"}}}""";
      case RAZE ->
          """
          {"success":true,"data":{"id":"cnt_abc123def456","name":"Ada Lovelace",
          "email":"ada@example.com","phone":"+12025550123","company":"Analytical Engines",
          "position":"CTO","linkedin_url":"https://www.linkedin.com/in/ada",
          "tags":["vip","pioneer"],"custom_fields":{"6dvNaf7VhkQ9snc5vnjJ":"Gold"}}}""";
    };
  }

  static String other(Crm crm) {
    return asAsked(crm)
        .replace("Ada", "Grace")
        .replace("Lovelace", "Hopper")
        .replace("ada@example.com", "grace@example.com")
        .replace("0123\"", "0124\"")
        .replace("Analytical Engines", "Navy")
        .replace("CTO", "Admiral")
        .replace("12 Main Street", "1 Navy Yard")
        .replace("London", "Arlington")
        .replace("SW1Y 4JH", "22202")
        .replace("\"GB\"", "\"US\"")
        .replace("https://example.com/", "https://example.org/")
        .replace("in/ada", "in/grace")
        .replace("Europe/Arlington", "America/New_York")
        .replace("1815", "1906")
        .replace("pioneer", "admiral")
        .replace("public api", "form")
        .replace("owner@", "other@")
        .replace("\"dnd\":true", "\"dnd\":false")
        .replace("Gold", "Silver");
  }

  static String empty(Crm crm) {
    return switch (crm) {
      case ACQUIRE -> "{\"data\":{\"id\":2,\"fields\":{}}}";
      case HIGHLEVEL -> "{\"contact\":{\"id\":\"ocQHyuzHvuMOe5N5jjXF\"}}";
      case LINQ -> "{\"data\":{\"id\":123,\"contact_owner\":null}}";
      case RAZE -> "{\"success\":true,\"data\":{\"id\":\"cnt_abc123def456\"}}";
    };
  }

  /** Returns the example of the vendor's page, which is in the tests of the clients. */
  static ByteString example(Crm crm) {
    String name = "/answers/" + crm.name().toLowerCase(Locale.ROOT) + ".json";
    try (InputStream in = Objects.requireNonNull(Answers.class.getResourceAsStream(name))) {
      return ByteString.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
