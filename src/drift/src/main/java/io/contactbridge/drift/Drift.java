package io.contactbridge.drift;

import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import java.util.List;
import java.util.Set;

/**
 * One cause of drift, and what it means.
 *
 * @param sentence what changed, with before and after, for people
 * @param consequence what it means for the users of the facade, for people
 * @param fields the normalised fields concerned
 * @param code the generated classes and the contract tests concerned, such as {@code
 *     io.contactbridge.client.linq.model.ContactInput}
 * @param fingerprint the same for the same drift in every run: a hash of CRM, kind, aspect and
 *     places, and of the values only where they tell two drifts apart
 */
record Drift(
    Crm crm,
    Change change,
    Level level,
    String sentence,
    String consequence,
    Set<ContactField> fields,
    List<String> code,
    String fingerprint) {}
