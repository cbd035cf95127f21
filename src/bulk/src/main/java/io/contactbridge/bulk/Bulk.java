package io.contactbridge.bulk;

import static java.util.Objects.requireNonNull;

import io.contactbridge.Contacts;
import io.contactbridge.bulk.engine.FailureLimit;
import io.contactbridge.bulk.internal.input.InputException;
import io.contactbridge.bulk.internal.input.InputFile;
import io.contactbridge.bulk.internal.input.ReadingOptions;
import io.contactbridge.bulk.internal.results.FileStorage;
import io.contactbridge.bulk.internal.results.ResultsException;
import io.contactbridge.bulk.internal.results.ResultsFile;
import io.contactbridge.bulk.internal.results.Storage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Updates contacts from a file, one for each row.
 *
 * <pre>{@code
 * Bulk bulk = Bulk.builder(Contacts.highLevel(token), Path.of("contacts.csv")).build();
 *
 * BulkEnd end = bulk.run(progress -> {});
 * }</pre>
 *
 * <p>Each row gets one line in a results file. When the same run is started again after a stop or
 * crash, it sends the rows that have no line yet. Some rows may be sent twice, but an older row of
 * a contact is never sent after a newer one. Two runs on one account do not coordinate.
 */
public final class Bulk {
  private final BulkAccount account;
  private final Path path;
  private final @Nullable Path results;
  private final boolean restart;
  private final ReadingOptions reading;
  private final Map<String, String> options;
  private final RunOptions run;
  private final @Nullable Storage given;
  private volatile boolean stopped;
  private volatile @Nullable BulkRun running;

  private Bulk(Builder builder) {
    account = builder.account;
    path = builder.input;
    results = builder.results;
    restart = builder.restart;
    reading =
        new ReadingOptions(
            builder.id,
            Map.copyOf(builder.mapped),
            Set.copyOf(builder.ignored),
            builder.clearEmpty,
            new LinkedHashSet<>(builder.clearedIfEmpty),
            builder.nullText,
            builder.tagSeparator,
            builder.encoding,
            builder.delimiter);
    options = new LinkedHashMap<>(reading.fingerprint());
    options.putAll(builder.noted);
    given = builder.storage;
    run =
        new RunOptions(
            builder.again,
            builder.strict,
            builder.inFlight,
            builder.maxFailed,
            builder.giveUpAfter,
            builder.failuresTo,
            builder.renewed,
            builder.clock);
  }

  /**
   * Starts with an account and a file: NDJSON if its name ends in {@code .ndjson}, {@code .jsonl}
   * or {@code .json}, and CSV otherwise.
   */
  public static Builder builder(Contacts.Builder contacts, Path input) {
    return new Builder(new ContactsAccount(requireNonNull(contacts, "contacts")), input);
  }

  static Builder builder(BulkAccount account, Path input) {
    return new Builder(account, input);
  }

  /** Returns the path of the results file, which has one line for each row that has ended. */
  public Path results() {
    return results == null
        ? path.resolveSibling(
            path.getFileName()
                + "."
                + account.crm().name().toLowerCase(Locale.ROOT)
                + ".results.ndjson")
        : results;
  }

  /**
   * Plans every row and sends nothing.
   *
   * @throws CannotRunException if the file cannot be read with these settings
   */
  public DryRun dryRun() throws IOException {
    try {
      return DryRun.of(InputFile.open(path, reading), account);
    } catch (InputException e) {
      throw new CannotRunException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Sends the rows that have no result yet, and blocks until no update is under way. Interrupting
   * the thread ends the run as {@link #stop} does.
   *
   * @throws CannotRunException if the run cannot begin; nothing was sent
   * @throws IOException if at the beginning the file cannot be read or the results cannot be
   *     written
   */
  public BulkEnd run(BulkListener listener) throws IOException, InterruptedException {
    requireNonNull(listener, "listener");
    try {
      InputFile input = InputFile.open(path, reading);
      Preparation preparation = new Preparation(input, account, options, run);
      // Before the results file exists, so that a wrong mapping leaves no file behind.
      InputFile.Scan scan = restart || isNew() ? preparation.scan() : null;
      try (Storage storage = open()) {
        return run(
            input, preparation, scan, new ResultsFile(storage, results().toString()), listener);
      }
    } catch (InputException | ResultsException e) {
      throw new CannotRunException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Stops sending; {@link #run} returns when the updates under way have ended. */
  public void stop() {
    stopped = true;
    BulkRun now = running;
    if (now != null) {
      now.stop();
    }
  }

  private BulkEnd run(
      InputFile input,
      Preparation preparation,
      InputFile.@Nullable Scan scan,
      ResultsFile file,
      BulkListener listener)
      throws IOException, InterruptedException {
    Preparation.StartingPoint start = preparation.prepare(file, scan);
    Tally tally = new Tally(start.header().rows(), account.limits(), run.clock().instant());
    tally.addEarlier(start.earlier(), run.again());
    BulkRun[] current = new BulkRun[1];
    BulkAccount.Sender sender =
        account.sender(
            preparation.calls(start.earlier()), () -> current[0] == null || current[0].isSending());
    BulkEnd end;
    try (RowSource source =
        new RowSource(
            input.rows(start.header().columns()), start.earlier(), start.failed(), run.clock())) {
      BulkRun driver =
          new BulkRun(source, tally, preparation.engine(), sender, file, run, listener);
      current[0] = driver;
      running = driver;
      if (stopped) {
        driver.stop();
      }
      BulkEnd.How how = driver.run();
      listener.progress(driver.progress());
      end = EndMessages.of(how, driver.progress(), driver.cause(), account.crm(), results());
    }
    try {
      finish(input, start, file, end);
    } catch (IOException e) {
      return EndMessages.of(BulkEnd.How.DISK, end.progress(), e, account.crm(), results());
    }
    return end;
  }

  private void finish(
      InputFile input, Preparation.StartingPoint start, ResultsFile file, BulkEnd end)
      throws IOException {
    if (end.how() == BulkEnd.How.DISK) {
      return;
    }
    file.stopped(run.clock().instant(), end.how().name());
    if (run.failuresTo() != null) {
      FailuresFile.write(
          run.failuresTo(), input, start.header().columns(), file.failedRows(file.read()));
    }
  }

  private boolean isNew() throws IOException {
    if (given != null) {
      return given.size() == 0;
    }
    return !Files.exists(results()) || Files.size(results()) == 0;
  }

  /** Opens the results, and moves those of an earlier run aside if it is to start over. */
  private Storage open() throws IOException {
    if (given != null) {
      return given;
    }
    Storage storage = FileStorage.open(results());
    if (!restart || storage.size() == 0) {
      return storage;
    }
    try (storage) {
      new ResultsFile(storage, results().toString()).header();
      String time = run.clock().instant().toString().replaceAll("[^0-9TZ]", "");
      Files.move(results(), results().resolveSibling(results().getFileName() + "." + time));
    }
    return FileStorage.open(results());
  }

  /** Collects what differs from the defaults. */
  public static final class Builder {
    private final BulkAccount account;
    private final Path input;
    private final Map<String, String> mapped = new LinkedHashMap<>();
    private final Set<String> ignored = new LinkedHashSet<>();
    private final Set<String> clearedIfEmpty = new LinkedHashSet<>();
    private final Map<String, String> noted = new LinkedHashMap<>();
    private @Nullable String id;
    private boolean clearEmpty;
    private @Nullable String nullText;
    private @Nullable String tagSeparator;
    private Charset encoding = StandardCharsets.UTF_8;
    private @Nullable String delimiter;
    private @Nullable Path results;
    private boolean restart;
    private boolean again;
    private boolean strict;
    private int inFlight = 64;
    private FailureLimit maxFailed = FailureLimit.DEFAULT;
    private @Nullable Duration giveUpAfter;
    private @Nullable Path failuresTo;
    private @Nullable BooleanSupplier renewed;
    private Clock clock = Clock.systemUTC();
    private @Nullable Storage storage;

    private Builder(BulkAccount account, Path input) {
      this.account = account;
      this.input = requireNonNull(input, "input");
    }

    /** Names the column with the contact's id, which is called {@code id} otherwise. */
    public Builder id(String column) {
      this.id = requireNonNull(column, "column");
      return this;
    }

    /**
     * Names the field of a column that has another name.
     *
     * @param field such as {@code email}, {@code JOB_TITLE} or {@code custom.KEY}
     */
    public Builder map(String column, String field) {
      mapped.put(requireNonNull(column, "column"), requireNonNull(field, "field"));
      return this;
    }

    /** Leaves a column out. Other columns that are not fields are refused. */
    public Builder ignore(String column) {
      ignored.add(requireNonNull(column, "column"));
      return this;
    }

    /** Makes every empty cell clear its field; by default an empty cell leaves its field alone. */
    public Builder clearEmpty() {
      clearEmpty = true;
      return this;
    }

    /** Clears these fields where their cell is empty. */
    public Builder clearEmpty(List<String> fields) {
      clearedIfEmpty.addAll(fields);
      return this;
    }

    /** Clears the field of each cell with this text. */
    public Builder nullText(String text) {
      this.nullText = requireNonNull(text, "text");
      return this;
    }

    /** Sets the separator of the tags in a cell. */
    public Builder tagSeparator(String separator) {
      this.tagSeparator = requireNonNull(separator, "separator");
      return this;
    }

    /** Sets the encoding of the file; UTF-8 by default. */
    public Builder encoding(Charset encoding) {
      this.encoding = requireNonNull(encoding, "encoding");
      return this;
    }

    /** Sets the separator of the cells in a CSV file; a comma by default, or a tab in .tsv. */
    public Builder delimiter(String delimiter) {
      this.delimiter = requireNonNull(delimiter, "delimiter");
      return this;
    }

    /** Sets the file of the results; beside the input by default. */
    public Builder results(Path results) {
      this.results = requireNonNull(results, "results");
      return this;
    }

    /** Moves the results of an earlier run aside, and starts over. */
    public Builder restart() {
      this.restart = true;
      return this;
    }

    /**
     * Sends only the rows that failed. A row is left out if a later row of its contact was made,
     * since it would bring back an older value.
     */
    public Builder againFailed() {
      this.again = true;
      return this;
    }

    /** Counts a row as failed if a field has another value at the CRM afterwards. */
    public Builder strict() {
      this.strict = true;
      return this;
    }

    /**
     * Limits how many rows are sent at once; 64 by default.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder inFlight(int inFlight) {
      if (inFlight < 1) {
        throw new IllegalArgumentException("at least 1 row must be in flight, unlike " + inFlight);
      }
      this.inFlight = inFlight;
      return this;
    }

    /** Limits how many rows may fail before the run is stopped. */
    public Builder maxFailed(FailureLimit maxFailed) {
      this.maxFailed = requireNonNull(maxFailed, "maxFailed");
      return this;
    }

    /** Ends the run if no row could be sent for this time; by default it keeps waiting. */
    public Builder giveUpAfter(Duration patience) {
      this.giveUpAfter = requireNonNull(patience, "patience");
      return this;
    }

    /**
     * Writes the rows that failed to a file at the end, as they are in the input, with the reasons.
     */
    public Builder failuresTo(Path file) {
      this.failuresTo = requireNonNull(file, "file");
      return this;
    }

    /**
     * Waits for a new credential when the CRM refuses the current one; by default the run stops.
     *
     * @param renewed returns whether there is a new credential; called every second while the run
     *     waits
     */
    public Builder waitForCredential(BooleanSupplier renewed) {
      this.renewed = requireNonNull(renewed, "renewed");
      return this;
    }

    /**
     * Notes a setting that changes the meaning of a row, such as the region of phone numbers. A
     * later run needs the same settings to resume this one.
     */
    public Builder note(String name, String value) {
      noted.put(requireNonNull(name, "name"), requireNonNull(value, "value"));
      return this;
    }

    public Bulk build() {
      return new Bulk(this);
    }

    /** Lets tests lose written data. */
    Builder storage(Storage storage) {
      this.storage = storage;
      return this;
    }

    /** Shortens the waits in tests. */
    Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }
  }
}
