package io.contactbridge.review.internal.content;

import static java.util.Map.entry;

import io.contactbridge.ContactField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Other words for each field, which the search knows. */
public final class Vocabulary {
  private static final Map<ContactField, List<String>> WORDS =
      Map.ofEntries(
          entry(ContactField.FULL_NAME, List.of("name", "whole name", "display name")),
          entry(ContactField.FIRST_NAME, List.of("given name", "forename", "christian name")),
          entry(ContactField.LAST_NAME, List.of("surname", "family name")),
          entry(ContactField.EMAIL, List.of("mail", "e-mail", "email address")),
          entry(
              ContactField.PHONE,
              List.of("mobile", "cell", "telephone", "phone number", "mobile phone", "tel")),
          entry(
              ContactField.COMPANY,
              List.of("company name", "organization", "organisation", "employer", "account")),
          entry(ContactField.JOB_TITLE, List.of("position", "role", "title", "job", "function")),
          entry(
              ContactField.STREET,
              List.of("address", "address line", "address1", "street address")),
          entry(ContactField.CITY, List.of("town", "place")),
          entry(ContactField.REGION, List.of("state", "province", "county")),
          entry(ContactField.POSTAL_CODE, List.of("zip", "zip code", "postcode", "post code")),
          entry(ContactField.COUNTRY, List.of("country code", "nation", "country id")),
          entry(ContactField.LOCATION, List.of("whereabouts", "based in")),
          entry(ContactField.WEBSITE, List.of("web site", "homepage", "url", "web page", "site")),
          entry(ContactField.LINKEDIN_URL, List.of("linkedin", "linkedin profile", "profile")),
          entry(ContactField.TIMEZONE, List.of("time zone", "tz")),
          entry(ContactField.DATE_OF_BIRTH, List.of("birthday", "birthdate", "birth date", "dob")),
          entry(ContactField.TAGS, List.of("labels", "label", "segments", "categories", "tag")),
          entry(ContactField.SOURCE, List.of("lead source", "origin", "channel")),
          entry(
              ContactField.OWNER,
              List.of("assigned to", "assignee", "salesperson", "rep", "user", "account manager")),
          entry(
              ContactField.DO_NOT_DISTURB,
              List.of("opt out", "optout", "unsubscribe", "dnd", "do not contact", "consent")),
          entry(
              ContactField.CUSTOM_FIELDS,
              List.of("custom", "custom attributes", "own fields", "additional fields")));

  private Vocabulary() {}

  public static List<String> of(ContactField field) {
    return WORDS.getOrDefault(field, List.of());
  }

  /** Returns the field that people would take a property of that name for. */
  public static Optional<ContactField> field(String property) {
    String letters = letters(property);
    return Stream.of(ContactField.values()).filter(field -> is(field, letters)).findFirst();
  }

  private static boolean is(ContactField field, String letters) {
    return letters(field.name()).equals(letters)
        || of(field).stream().anyMatch(word -> letters(word).equals(letters));
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
