package io.contactbridge.drift.mutation;

import static io.contactbridge.Crm.ACQUIRE;
import static io.contactbridge.Crm.HIGHLEVEL;
import static io.contactbridge.Crm.LINQ;
import static io.contactbridge.Crm.RAZE;

import io.contactbridge.Crm;
import io.contactbridge.drift.mutation.Target.Shape;
import io.contactbridge.drift.mutation.Target.Use;
import io.contactbridge.drift.mutation.Target.Where;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The places of the four specifications at which operators are applied. */
final class Targets {
  static final List<Target> ALL =
      List.of(
          request(ACQUIRE, Where.TOP, "$.email", "email_address", Use.ALSO, Shape.TEXT),
          request(ACQUIRE, Where.NESTED, "$.fields.city", "city_name", Use.SENT, Shape.TEXT),
          request(ACQUIRE, Where.REFERENCE, "$.clientType", "clientKind", Use.ALSO, Shape.CHOICE),
          answer(ACQUIRE, Where.TOP, "$.data.archive", "archived", Use.UNREAD, Shape.TEXT),
          answer(ACQUIRE, Where.TOP, "$.data.id", "contact_id", Use.READ_AS_TEXT, Shape.NUMBER),
          answer(
              ACQUIRE,
              Where.NESTED,
              "$.data.fields.email",
              "email_address",
              Use.READ_AS_TEXT,
              Shape.TEXT),
          answer(
              ACQUIRE,
              Where.REFERENCE,
              "$.data.fields.country.cca2",
              "cca2_code",
              Use.READ_AS_TEXT,
              Shape.TEXT),
          answer(
              ACQUIRE,
              Where.NESTED,
              "$.data.fields.country.calling_code1",
              "calling_code_1",
              Use.UNREAD,
              Shape.NUMBER),
          answer(
              ACQUIRE,
              Where.TOP,
              "$.data.dateCreated",
              "createdDate",
              Use.UNREAD,
              Shape.DATE,
              spec ->
                  put(
                      spec.schema("200", "$.data.dateCreated"),
                      "format",
                      "date-time",
                      "example",
                      "2021-07-16T11:49:51Z")),
          error(
              ACQUIRE,
              "400",
              "$.error",
              "error_code",
              Use.TELLS_FAULT_ANYWHERE,
              Targets::errorProperties),
          request(HIGHLEVEL, Where.TOP, "$.city", "cityName", Use.SENT_AND_CLEARED, Shape.TEXT),
          request(
              HIGHLEVEL,
              Where.NESTED,
              "$.inboundDndSettings.all.message",
              "messageText",
              Use.ALSO,
              Shape.TEXT),
          request(HIGHLEVEL, Where.ITEM, "$.customFields[*].id", "fieldId", Use.SENT, Shape.TEXT),
          request(HIGHLEVEL, Where.ITEM, "$.tags[*]", "", Use.SENT, Shape.TEXT),
          request(
              HIGHLEVEL,
              Where.REFERENCE,
              "$.dndSettings.Email.status",
              "dndStatus",
              Use.ALSO,
              Shape.CHOICE),
          answer(
              HIGHLEVEL,
              Where.TOP,
              "$.contact.companyName",
              "company",
              Use.READ_AS_TEXT,
              Shape.TEXT),
          answer(HIGHLEVEL, Where.TOP, "$.contact.locationId", "location", Use.UNREAD, Shape.TEXT),
          answer(
              HIGHLEVEL,
              Where.NESTED,
              "$.contact.inboundDndSettings.all.message",
              "messageText",
              Use.UNREAD,
              Shape.TEXT),
          answer(
              HIGHLEVEL,
              Where.ITEM,
              "$.contact.customFields[*].id",
              "fieldId",
              Use.READ,
              Shape.TEXT),
          answer(HIGHLEVEL, Where.ITEM, "$.contact.tags[*]", "", Use.READ, Shape.TEXT),
          answer(
              HIGHLEVEL,
              Where.REFERENCE,
              "$.contact.dndSettings.Email.status",
              "dndStatus",
              Use.UNREAD,
              Shape.CHOICE,
              Targets::ownWordsOfAnswers),
          answer(
              HIGHLEVEL,
              Where.TOP,
              "$.contact.score",
              "leadScore",
              Use.UNREAD,
              Shape.NUMBER,
              spec -> score(spec, "$.contact")),
          answer(
              HIGHLEVEL, Where.TOP, "$.contact.dateAdded", "createdDate", Use.UNREAD, Shape.DATE),
          error(HIGHLEVEL, "400", "$.message", "detail", Use.TELLS_FAULT, spec -> {}),
          error(HIGHLEVEL, "422", "$.message[*]", "", Use.WORDS, spec -> {}),
          request(LINQ, Where.TOP, "$.user_email", "owner_email", Use.SENT, Shape.TEXT),
          request(LINQ, Where.NESTED, "$.contact.title", "job_title", Use.SENT, Shape.TEXT),
          request(
              LINQ,
              Where.REFERENCE,
              "$.contact.company",
              "company_name",
              Use.SENT,
              Shape.TEXT,
              spec -> extract(spec, "", "$.contact", "company", "CompanyName")),
          answer(LINQ, Where.TOP, "$.data.company", "company_name", Use.READ_AS_TEXT, Shape.TEXT),
          answer(LINQ, Where.TOP, "$.data.image_url", "picture_url", Use.UNREAD, Shape.TEXT),
          answer(LINQ, Where.TOP, "$.data.id", "contact_id", Use.READ_AS_TEXT, Shape.NUMBER),
          answer(
              LINQ,
              Where.NESTED,
              "$.data.contact_owner.email",
              "email_address",
              Use.READ_AS_TEXT,
              Shape.TEXT),
          answer(
              LINQ, Where.NESTED, "$.data.contact_owner.id", "user_id", Use.UNREAD, Shape.NUMBER),
          answer(
              LINQ,
              Where.REFERENCE,
              "$.data.title",
              "job_title",
              Use.READ_AS_TEXT,
              Shape.TEXT,
              spec -> extract(spec, "200", "$.data", "title", "JobTitle")),
          answer(LINQ, Where.TOP, "$.data.created_at", "date_created", Use.UNREAD, Shape.DATE),
          error(LINQ, "404", "$.message", "detail", Use.WORDS, spec -> {}),
          error(LINQ, "401", "$.errors[*].detail", "description", Use.WORDS, spec -> {}),
          request(RAZE, Where.TOP, "$.position", "job_position", Use.SENT, Shape.TEXT),
          request(RAZE, Where.ITEM, "$.tags[*]", "", Use.SENT, Shape.TEXT),
          request(
              RAZE,
              Where.REFERENCE,
              "$.company",
              "company_name",
              Use.SENT,
              Shape.TEXT,
              spec -> extract(spec, "", "$", "company", "CompanyName")),
          answer(RAZE, Where.TOP, "$.data.company", "company_name", Use.READ_AS_TEXT, Shape.TEXT),
          answer(
              RAZE,
              Where.REFERENCE,
              "$.data.source",
              "lead_source",
              Use.READ_AS_TEXT,
              Shape.CHOICE),
          answer(RAZE, Where.ITEM, "$.data.tags[*]", "", Use.READ, Shape.TEXT),
          answer(
              RAZE,
              Where.TOP,
              "$.data.score",
              "lead_score",
              Use.UNREAD,
              Shape.NUMBER,
              spec -> score(spec, "$.data")),
          answer(RAZE, Where.TOP, "$.data.created_at", "date_created", Use.UNREAD, Shape.DATE),
          error(RAZE, "404", "$.error.message", "detail", Use.WORDS, spec -> {}),
          new Target(
              RAZE,
              "404",
              Where.ERROR,
              "$.error.code",
              "error_code",
              Use.WORDS,
              Shape.CHOICE,
              spec -> {}));

  private Targets() {}

  private static Target request(
      Crm crm, Where where, String path, String renamed, Use use, Shape shape) {
    return request(crm, where, path, renamed, use, shape, spec -> {});
  }

  private static Target request(
      Crm crm,
      Where where,
      String path,
      String renamed,
      Use use,
      Shape shape,
      Consumer<Spec> prepare) {
    return new Target(crm, "", where, path, renamed, use, shape, prepare);
  }

  private static Target answer(
      Crm crm, Where where, String path, String renamed, Use use, Shape shape) {
    return answer(crm, where, path, renamed, use, shape, spec -> {});
  }

  private static Target answer(
      Crm crm,
      Where where,
      String path,
      String renamed,
      Use use,
      Shape shape,
      Consumer<Spec> prepare) {
    return new Target(crm, "200", where, path, renamed, use, shape, prepare);
  }

  private static Target error(
      Crm crm, String status, String path, String renamed, Use use, Consumer<Spec> prepare) {
    return new Target(crm, status, Where.ERROR, path, renamed, use, Shape.TEXT, prepare);
  }

  /** Puts the schema of a property behind a reference. */
  private static void extract(
      Spec spec, String status, String parent, String property, String schema) {
    Map<String, Object> properties = Trees.child(spec.schema(status, parent), "properties");
    spec.components("schemas").put(schema, properties.get(property));
    properties.put(property, Trees.object("$ref", "#/components/schemas/" + schema));
  }

  /** Requests have the same words for do not disturb, which operators on requests change. */
  private static void ownWordsOfAnswers(Spec spec) {
    Map<String, Object> schemas = spec.components("schemas");
    schemas.put("ContactDndStatus", Trees.copy(schemas.get("DndStatus")));
    Trees.child(Trees.map(schemas.get("ContactDndSetting")), "properties")
        .put("status", Trees.object("$ref", "#/components/schemas/ContactDndStatus"));
  }

  private static void score(Spec spec, String contact) {
    Trees.child(spec.schema("200", contact), "properties")
        .put(
            "score",
            Trees.object(
                "type", "integer", "format", "int32", "description", "Warmth.", "example", 42));
  }

  /** The form of Acquire's errors is not published, so it has none that could drift. */
  private static void errorProperties(Spec spec) {
    Map<String, Object> properties = new LinkedHashMap<>();
    Trees.map(spec.content("400").get("application/json"))
        .put("schema", Trees.object("type", "object", "properties", properties));
    properties.put("error", text("Stable name of the cause.", "ERROR_INVALID_INPUT"));
    properties.put("message", text("The cause, for people.", "Invalid request"));
  }

  private static Map<String, Object> text(String description, String example) {
    return Trees.object("type", "string", "description", description, "example", example);
  }

  private static void put(Map<String, Object> schema, Object... keysAndValues) {
    schema.putAll(Trees.object(keysAndValues));
  }
}
