package io.contactbridge.bench;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contact as one reads it by hand: fields, and names that are compared as bytes. */
final class LimitContact {
  private static final JsonReader.Options ANSWER = JsonReader.Options.of("succeded", "contact");
  private static final JsonReader.Options NAMES =
      JsonReader.Options.of(
          "id",
          "firstName",
          "lastName",
          "name",
          "email",
          "phone",
          "locationId",
          "address1",
          "city",
          "state",
          "postalCode",
          "country",
          "website",
          "timezone",
          "source",
          "companyName",
          "dateOfBirth",
          "assignedTo",
          "dateAdded",
          "dateUpdated",
          "dnd",
          "tags",
          "dndSettings",
          "inboundDndSettings",
          "customFields");
  private static final JsonReader.Options CHANNELS =
      JsonReader.Options.of("Call", "Email", "SMS", "WhatsApp", "GMB", "FB", "RCS", "all");
  private static final JsonReader.Options SETTING =
      JsonReader.Options.of("status", "message", "code");
  private static final JsonReader.Options CUSTOM = JsonReader.Options.of("id", "value");
  private static final int EMAIL = 4;
  private static final int TEXTS = 20;

  @Nullable String email;
  final @Nullable String[] texts = new String[TEXTS];
  final List<String> tags = new ArrayList<>();
  final List<String[]> settings = new ArrayList<>();
  final List<@Nullable Object[]> customFields = new ArrayList<>();
  boolean dnd;

  static @Nullable LimitContact ofAnswer(JsonReader reader) throws IOException {
    LimitContact contact = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.selectName(ANSWER)) {
        case 1 -> contact = read(reader);
        default -> skip(reader);
      }
    }
    reader.endObject();
    return contact;
  }

  private static LimitContact read(JsonReader reader) throws IOException {
    LimitContact contact = new LimitContact();
    reader.beginObject();
    while (reader.hasNext()) {
      int name = reader.selectName(NAMES);
      switch (name) {
        case -1 -> {
          reader.skipName();
          reader.skipValue();
        }
        case TEXTS -> contact.dnd = reader.nextBoolean();
        case TEXTS + 1 -> contact.readTags(reader);
        case TEXTS + 2, TEXTS + 3 -> contact.readSettings(reader);
        case TEXTS + 4 -> contact.readCustomFields(reader);
        default -> contact.texts[name] = reader.nextString();
      }
    }
    reader.endObject();
    contact.email = contact.texts[EMAIL];
    return contact;
  }

  private void readTags(JsonReader reader) throws IOException {
    reader.beginArray();
    while (reader.hasNext()) {
      tags.add(reader.nextString());
    }
    reader.endArray();
  }

  private void readSettings(JsonReader reader) throws IOException {
    reader.beginObject();
    while (reader.hasNext()) {
      if (reader.selectName(CHANNELS) == -1) {
        skip(reader);
        continue;
      }
      String[] setting = new String[3];
      reader.beginObject();
      while (reader.hasNext()) {
        int name = reader.selectName(SETTING);
        if (name == -1) {
          skip(reader);
        } else {
          setting[name] = reader.nextString();
        }
      }
      reader.endObject();
      settings.add(setting);
    }
    reader.endObject();
  }

  private void readCustomFields(JsonReader reader) throws IOException {
    reader.beginArray();
    while (reader.hasNext()) {
      @Nullable Object[] customField = new Object[2];
      reader.beginObject();
      while (reader.hasNext()) {
        switch (reader.selectName(CUSTOM)) {
          case 0 -> customField[0] = reader.nextString();
          case 1 -> customField[1] = reader.readJsonValue();
          default -> skip(reader);
        }
      }
      reader.endObject();
      customFields.add(customField);
    }
    reader.endArray();
  }

  private static void skip(JsonReader reader) throws IOException {
    if (reader.peek() == JsonReader.Token.NAME) {
      reader.skipName();
    }
    reader.skipValue();
  }
}
