package io.contactbridge.internal.mapping;

import io.contactbridge.Capability;
import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.client.Claim;
import io.contactbridge.client.Claims;
import io.contactbridge.client.Observed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a CRM can do with a field, by its row in the table. */
public final class RowCapability implements Capability {
  private final Crm crm;
  private final ContactField field;
  private final FieldTable.Row<?, ?> row;
  private final Claim keep;

  private RowCapability(Crm crm, ContactField field, FieldTable.Row<?, ?> row, Claim keep) {
    this.crm = crm;
    this.field = field;
    this.row = row;
    this.keep = keep;
  }

  /** Returns what a CRM can do with each of its fields. */
  public static List<Capability> all(CrmAdapter<?, ?> adapter) {
    List<Capability> all = new ArrayList<>();
    adapter
        .fields()
        .rows()
        .forEach(
            (field, row) -> all.add(new RowCapability(adapter.crm(), field, row, adapter.keep())));
    return List.copyOf(all);
  }

  @Override
  public Crm crm() {
    return crm;
  }

  @Override
  public ContactField field() {
    return field;
  }

  @Override
  public boolean canSet() {
    return row.write() != null;
  }

  @Override
  public boolean canClear() {
    return row.write() != null && row.write().nullable();
  }

  @Override
  public boolean canRead() {
    return row.read() != null;
  }

  @Override
  public boolean replaces() {
    return row.replaces();
  }

  @Override
  public Optional<String> requestPath() {
    return row.write() == null ? Optional.empty() : Optional.of(row.write().path());
  }

  @Override
  public Optional<String> answerPath() {
    return row.read() == null ? Optional.empty() : Optional.of(row.read().path());
  }

  @Override
  public Optional<Claim> setting() {
    return canSet() ? Optional.of(row.knowledge().setting()) : Optional.empty();
  }

  @Override
  public Optional<Claim> clearing() {
    return claim(Claims::clear);
  }

  @Override
  public Optional<Claim> reading() {
    return canRead() ? Optional.of(row.knowledge().reading()) : Optional.empty();
  }

  @Override
  public Optional<Claim> replacing() {
    return claim(Claims::replace);
  }

  @Override
  public Optional<Claim> keeping() {
    return canSet() ? Optional.of(claim(Claims::keep).orElse(keep)) : Optional.empty();
  }

  private Optional<Claim> claim(Function<Claims, Optional<Claim>> which) {
    return Optional.ofNullable(row.knowledge().written()).flatMap(which);
  }

  @Override
  public List<Observed> observed() {
    return row.knowledge().observed();
  }

  @Override
  public List<Observed> warnings() {
    return row.knowledge().warnings();
  }

  @Override
  public Optional<String> note() {
    return Optional.ofNullable(row.note());
  }

  @Override
  public String toString() {
    @Nullable String path = canSet() ? requestPath().orElse(null) : answerPath().orElse(null);
    return crm + " " + field + " " + path;
  }
}
