package io.contactbridge.cli;

import io.contactbridge.review.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the pages for the people who decide whether the specifications are right. */
@Command(
    name = "review",
    description = "Write pages about the specifications and what changed in them.",
    customSynopsis = "contactbridge review [--since <revision>] [--out <folder>] [--check]",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The pages were written, or every change that may break is approved",
      "1:With --check: a change that breaks or may break is not approved",
      "2:Wrong usage, or something could not be read, compared or written",
      "70:An internal error of this command"
    },
    footerHeading = "%n", // An empty one would be the one of all commands.
    footer = "")
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class ReviewCommand implements Callable<Integer> {
  private static final int NOT_APPROVED = 1;
  private static final int NOT_COMPARED = 2;

  private final Terminal terminal;
  @Spec private CommandSpec spec;

  @Option(
      names = "--since",
      paramLabel = "REVISION",
      description = "Also show what changed since this branch, tag, commit or day (2026-11-21)")
  private @Nullable String since;

  @Option(names = "--out", paramLabel = "FOLDER", description = "The folder to write the pages to")
  private @Nullable Path out;

  @Option(
      names = "--check",
      description =
          "Exit with 1 if a change that breaks or may break callers has no approval in specs/decisions.yaml; needs --since")
  private boolean check;

  @Option(names = "--markdown", description = "Print a summary in Markdown, such as for a comment")
  private boolean markdown;

  @Option(
      names = "--specs",
      paramLabel = "FOLDER",
      description =
          "The folder of the specifications; by default specs if that folder exists, else those built into this command")
  private @Nullable Path specs;

  ReviewCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (out == null && !check && !markdown) {
      throw usage("review needs --out with the folder to write to, --check or --markdown");
    }
    if (check && since == null) {
      throw usage("--check needs --since with the revision to compare with");
    }
    if (since != null && since.isBlank()) {
      throw usage("--since is empty; it needs a branch, a tag, a commit or a day");
    }
    if (out != null && out.toString().isEmpty()) {
      throw usage("--out is empty; it needs the folder to write to");
    }
    Review review = review();
    if (out != null) {
      write(review, out);
    }
    if (markdown) {
      terminal.out().print(review.summary());
    }
    review.problems().forEach(problem -> complain(Terminal.plain(problem)));
    if (!review.problems().isEmpty()) {
      return NOT_COMPARED;
    }
    return check ? check(review) : 0;
  }

  private int check(Review review) {
    review.unused().forEach(entry -> complain("specs/decisions.yaml: " + Terminal.plain(entry)));
    List<String> unapproved = review.unapproved();
    if (unapproved.isEmpty()) {
      return 0;
    }
    complain("specs/decisions.yaml has no approval of");
    unapproved.forEach(change -> terminal.err().println("  " + Terminal.plain(change)));
    return NOT_APPROVED;
  }

  private Review review() {
    Review.Builder review = Review.builder();
    Path folder = folder();
    if (folder == null && since != null) {
      throw usage("--since needs the folder of the specifications; --specs says where it is");
    }
    if (folder != null) {
      review.folder(folder);
    }
    if (since != null) {
      review.since(since);
    }
    return review.build();
  }

  private @Nullable Path folder() {
    Path usual = Path.of("specs");
    return specs != null ? specs : Files.isDirectory(usual) ? usual : null;
  }

  private void write(Review review, Path folder) {
    try {
      review.write(folder);
    } catch (IOException e) {
      throw new CommandException(
          ErrorKind.CANNOT_CHECK,
          "the pages cannot be written to " + Terminal.plain(folder.toString()));
    }
    if (!markdown) {
      terminal.out().println(Terminal.plain(folder.resolve("index.html").toString()));
    }
  }

  private void complain(String text) {
    terminal.err().println("contactbridge: " + text);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
