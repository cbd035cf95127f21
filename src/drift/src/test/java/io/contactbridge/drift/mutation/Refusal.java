package io.contactbridge.drift.mutation;

import io.contactbridge.Crm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Refuses in the form of each vendor's errors, as they were before they drifted. */
final class Refusal {
  private Refusal() {}

  /** Returns the status with which a vendor refuses a value. */
  static int invalid(Crm crm) {
    return switch (crm) {
      case ACQUIRE, RAZE -> 400;
      case HIGHLEVEL, LINQ -> 422;
    };
  }

  static Reply faults(Crm crm, List<Fault> faults) {
    List<String> sentences = faults.stream().map(fault -> fault.sentence(crm)).toList();
    return switch (crm) {
      case ACQUIRE -> of(crm, 400, "ERROR_INVALID_INPUT", String.join("; ", sentences));
      case HIGHLEVEL ->
          Reply.json(
              422,
              Trees.object(
                  "statusCode", 422, "message", sentences, "error", "Unprocessable Entity"));
      case LINQ -> Reply.json(422, linq("VALIDATION_ERROR", "Validation failed", sentences));
      case RAZE -> Reply.json(400, raze(faults));
    };
  }

  static Reply notFound(Crm crm) {
    return switch (crm) {
      case ACQUIRE -> Reply.json(404, Trees.object("message", "No such object"));
      case HIGHLEVEL -> of(crm, 400, "Bad Request", "Contact not found");
      case LINQ ->
          Reply.json(
              404, linq("CONTACT_NOT_FOUND", "Contact not found", List.of("It does not exist.")));
      case RAZE -> of(crm, 404, "NOT_FOUND", "Contact not found");
    };
  }

  static Reply duplicate(Crm crm) {
    return switch (crm) {
      case ACQUIRE -> of(crm, 400, "ERROR_DUPLICATE_RECORD_FOUND", "Already exists");
      case HIGHLEVEL ->
          of(crm, 400, "Bad Request", "This location does not allow duplicated contacts.");
      case LINQ -> faults(crm, List.of(Fault.of("email", "has already been taken")));
      case RAZE -> of(crm, 409, "ALREADY_EXISTS", "Resource already exists");
    };
  }

  static Reply credentials(Crm crm, String words) {
    return of(
        crm,
        401,
        switch (crm) {
          case ACQUIRE -> "ERROR_UNAUTHORIZED";
          case HIGHLEVEL -> "Unauthorized";
          case LINQ -> "1001";
          case RAZE -> "MISSING_API_KEY";
        },
        words);
  }

  static Reply limited(Crm crm) {
    Reply reply =
        of(
            crm,
            429,
            switch (crm) {
              case ACQUIRE -> "ERROR_LIMIT";
              case HIGHLEVEL -> "Too Many Requests";
              case LINQ -> "1002";
              case RAZE -> "RATE_LIMIT_EXCEEDED";
            },
            "Too many requests.");
    if (crm == Crm.RAZE) {
      return reply.body(
          Trees.edit(reply.body(), "$.error", error -> Manner.with(error, "retry_after", 1)));
    }
    return reply.body(Trees.object("message", "Too many requests.", "retry_after", 1));
  }

  /** Refuses a call with a code and words. */
  static Reply of(Crm crm, int status, String code, String words) {
    return Reply.json(
        status,
        switch (crm) {
          case ACQUIRE -> Trees.object("error", code, "message", words);
          case HIGHLEVEL -> Trees.object("statusCode", status, "message", words, "error", code);
          case LINQ ->
              Trees.object(
                  "errors",
                  List.of(
                      Trees.object(
                          "status", status, "code", code, "title", "Refused", "detail", words)));
          case RAZE ->
              Trees.object("success", false, "error", Trees.object("code", code, "message", words));
        });
  }

  private static Map<String, Object> linq(String code, String message, List<String> errors) {
    return Trees.object(
        "status", "error", "error_code", code, "message", message, "errors", errors);
  }

  private static Map<String, Object> raze(List<Fault> faults) {
    Map<String, Object> fields = new LinkedHashMap<>();
    faults.forEach(fault -> fields.put(fault.path(), fault.sentence(Crm.RAZE)));
    return Trees.object(
        "success",
        false,
        "error",
        Trees.object(
            "code",
            "VALIDATION_ERROR",
            "message",
            "Validation failed",
            "details",
            Trees.object("fields", fields)));
  }
}
