package io.contactbridge.drift.mutation;

import io.contactbridge.Crm;
import java.util.function.Consumer;

/** A specification, the same after one change, and what should be said of it. */
public final class Mutation {
  private final String operator;
  private final Crm crm;
  private final String place;
  private final Consumer<Spec> prepare;
  private final Consumer<Spec> edit;
  private final Expected expected;
  private final Manner manner;

  Mutation(
      String operator,
      Crm crm,
      String place,
      Consumer<Spec> prepare,
      Consumer<Spec> edit,
      Expected expected,
      Manner manner) {
    this.operator = operator;
    this.crm = crm;
    this.place = place;
    this.prepare = prepare;
    this.edit = edit;
    this.expected = expected;
    this.manner = manner;
  }

  /** Returns the name of the change. */
  public String operator() {
    return operator;
  }

  public Crm crm() {
    return crm;
  }

  /** Returns where the change is, for people. */
  public String place() {
    return place;
  }

  /** Returns the specification as it was, prepared for the change where need be. */
  public String before() {
    return specBefore().text();
  }

  /** Returns the specification as it is now. */
  public String after() {
    return specAfter().text();
  }

  public Expected expected() {
    return expected;
  }

  /** Returns how the vendor's answers change; what it asks for follows from {@link #after}. */
  Manner manner() {
    return manner;
  }

  Spec specBefore() {
    Spec spec = Spec.of(crm);
    prepare.accept(spec);
    return spec;
  }

  Spec specAfter() {
    Spec spec = specBefore();
    edit.accept(spec);
    return spec;
  }

  @Override
  public String toString() {
    return operator + " at " + crm + ", " + place;
  }
}
