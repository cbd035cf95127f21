package io.contactbridge.internal.sending;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the updates of one contact in the order in which they were asked for. Each update knows the
 * one that follows it, so updates of different contacts share no lock. A queue that is empty is
 * forgotten.
 */
final class ContactQueues {
  private final ConcurrentMap<String, Turn> last = new ConcurrentHashMap<>();

  /**
   * Joins the queue of a contact.
   *
   * @param waiter is run when the turn comes, unless it has come already; must not block
   */
  Turn join(String contact, Runnable waiter) {
    Turn turn = new Turn(contact, waiter);
    Turn before = last.put(contact, turn);
    if (before == null || !before.isFollowedBy(turn)) {
      turn.come = true;
    }
    return turn;
  }

  /** Lets the next update begin, unless this one's turn has not come yet: then it is skipped. */
  void leave(Turn turn) {
    if (!turn.leave()) {
      return;
    }
    Turn ended = turn;
    while (true) {
      last.remove(ended.contact, ended);
      Turn next = ended.end();
      if (next == null) {
        return;
      }
      if (next.come()) {
        next.waiter.run();
        return;
      }
      ended = next;
    }
  }

  /** Returns how many contacts have a queue. */
  int size() {
    return last.size();
  }

  /** The place of one update in the queue of its contact. */
  static final class Turn {
    private final String contact;
    private final Runnable waiter;
    private @Nullable Turn next;
    private volatile boolean come;
    private boolean left;
    private boolean ended;

    private Turn(String contact, Runnable waiter) {
      this.contact = contact;
      this.waiter = waiter;
    }

    /** Returns whether all earlier updates of the contact have ended. */
    boolean hasCome() {
      return come;
    }

    private synchronized boolean isFollowedBy(Turn turn) {
      if (!ended) {
        next = turn;
      }
      return !ended;
    }

    /** Returns whether it is for the caller to let the next one begin. */
    private synchronized boolean leave() {
      boolean first = !left;
      left = true;
      return first && come;
    }

    /** Returns whether the update still wants its turn. */
    private synchronized boolean come() {
      come = true;
      return !left;
    }

    private synchronized @Nullable Turn end() {
      ended = true;
      Turn follower = next;
      // Else a future that is kept would keep all later updates of the contact.
      next = null;
      return follower;
    }
  }
}
