import type { Observation } from "../../services/executor/core/qemu.ts";

/**
 * The two QEMU processes of one migration, as far as their states and the hand-over go. What QEMU decides by itself is
 * a step that somebody else chooses: the steps that are impossible in a state do nothing.
 */

type Status = Observation["status"];

interface Side {
  alive: boolean;
  running: boolean;
  status: Status;
  runState: string;
}

export interface PairListener {
  sourceStatus(): void;
  sourceStopped(): void;
  sourceGone(): void;
  incomingStatus(): void;
  incomingResumed(): void;
  incomingGone(): void;
}

export interface PairVariant {
  /** False: the source calls a pre-copy completed before the destination has loaded it, as without a return path. */
  readonly waitsForDestination: boolean;
  /** False: after a failed pre-copy QEMU leaves the VM stopped at the source. */
  readonly runsAgain: boolean;
}

const ongoing = (name: string): Status => ({ kind: "ongoing", name });
const postCopyActive: Status = { kind: "post_copy", name: "postcopy-active" };
const postCopyPaused: Status = { kind: "post_copy_paused" };
const postCopyRecovering: Status = { kind: "post_copy_recovering", name: "postcopy-recover" };

function isPostCopy({ kind }: Status): boolean {
  return kind === "post_copy" || kind === "post_copy_recovering";
}

export class QemuPair {
  readonly source: Side = { alive: true, running: true, status: { kind: "none" }, runState: "running" };
  readonly incoming: Side & { ran: boolean; held: boolean } = {
    alive: true,
    running: false,
    ran: false,
    held: false,
    status: ongoing("setup"),
    runState: "inmigrate",
  };
  postCopyAsked = false;
  /** The way between the hosts; a stream notices only when somebody breaks it. */
  isLinked = true;
  #handedOver = false;
  #isCut = false;
  readonly #listener: PairListener;
  readonly #variant: PairVariant;

  constructor(listener: PairListener, variant: PairVariant) {
    this.#listener = listener;
    this.#variant = variant;
  }

  migrate(): void {
    if (this.source.alive && this.source.status.kind === "none") this.#source(ongoing("setup"));
  }

  askPostCopy(): void {
    this.postCopyAsked = true;
  }

  /** `cont` at the source. */
  rerun(): void {
    if (!this.source.alive) return;
    this.source.running = true;
    this.source.runState = "running";
  }

  connect(): void {
    if (!this.#sourceIs("setup")) return;
    if (!this.incoming.alive) {
      this.#preCopyFails();
      return;
    }
    this.#source(ongoing("active"));
    this.#incoming(ongoing("active"));
  }

  switchToPostCopy(): void {
    if (!this.#sourceIs("active") || !this.postCopyAsked || this.#handedOver) return;
    this.#stopSource();
    this.#source(postCopyActive);
    if (this.incoming.alive) this.#incoming(postCopyActive);
  }

  /** The source has sent everything of a pre-copy. */
  handOver(): void {
    if (!this.#sourceIs("active") || this.#handedOver) return;
    this.#handedOver = true;
    this.#stopSource();
    this.#listener.sourceStatus();
    if (!this.#variant.waitsForDestination) this.#completeSource();
  }

  /** The destination runs the VM. */
  resume(): void {
    const { incoming } = this;
    const preCopied = this.#handedOver && incoming.status.kind === "ongoing";
    const postCopied = incoming.status.kind === "post_copy";
    if (!incoming.alive || incoming.ran || this.#isCut || (!preCopied && !postCopied)) return;
    if (incoming.held) {
      incoming.runState = "paused";
      if (!preCopied) return;
      this.#incoming({ kind: "completed" });
      if (this.source.alive && this.source.status.kind === "ongoing") this.#completeSource();
      return;
    }
    incoming.running = true;
    incoming.ran = true;
    incoming.runState = "running";
    this.#listener.incomingResumed();
    if (preCopied) {
      this.#incoming({ kind: "completed" });
      // Its word to the source and the source's answer to it are one step: what QEMU does when the link is cut in
      // between is QEMU's, and no order of ours.
      if (this.source.alive && this.source.status.kind === "ongoing") this.#completeSource();
    }
  }

  finishPostCopy(): void {
    const { source, incoming } = this;
    if (source.status.kind !== "post_copy" || incoming.status.kind !== "post_copy") return;
    if (!source.alive || !incoming.alive || !incoming.ran || !this.isLinked) return;
    this.#incoming({ kind: "completed" });
    this.#completeSource();
  }

  /** QEMU says completed a moment before its run state does. */
  reachPostMigrate(): void {
    if (this.source.alive && this.source.status.kind === "completed" && !this.source.running) {
      this.source.runState = "postmigrate";
    }
  }

  endIncoming(): void {
    const { source, incoming } = this;
    if (!incoming.alive) return;
    incoming.alive = false;
    incoming.running = false;
    this.#listener.incomingGone();
    if (!source.alive) return;
    if (isPostCopy(source.status)) this.#source(postCopyPaused);
    else if (this.#sourceIs("active")) this.#preCopyFails();
  }

  endSource(): void {
    const { source, incoming } = this;
    if (!source.alive) return;
    source.alive = false;
    source.running = false;
    this.#listener.sourceGone();
    if (isPostCopy(incoming.status)) this.#incoming(postCopyPaused);
    else if (incoming.status.kind === "ongoing" && incoming.status.name === "active" && !this.#handedOver) {
      this.endIncoming();
    }
  }

  /** The connection breaks: the source sees it first. */
  cut(): void {
    if (this.source.alive && this.source.status.kind === "post_copy") this.#source(postCopyPaused);
    if (!this.#sourceIs("active")) return;
    // What the destination has of it is not all: it will end, and until then it is alive.
    this.#isCut = true;
    this.#preCopyFails();
  }

  /** `stop` at the destination. False: the VM runs there already. */
  hold(): boolean {
    if (!this.incoming.alive || this.incoming.ran) return false;
    this.incoming.held = true;
    return true;
  }

  /** `cont` at the destination. */
  runHeld(): void {
    const { incoming } = this;
    if (!incoming.alive || !incoming.held) return;
    incoming.held = false;
    if (incoming.runState !== "paused") return;
    incoming.running = true;
    incoming.ran = true;
    incoming.runState = "running";
    this.#listener.incomingResumed();
  }

  /** `migrate_cancel` at the source: it runs the VM, whatever it has sent. */
  cancel(): void {
    const { source, incoming } = this;
    if (!source.alive || source.status.kind !== "ongoing") return;
    source.running = true;
    source.runState = "running";
    this.#source({ kind: "cancelled" });
    // What has come there may be all of it, and then its process stays.
    if (incoming.status.kind === "ongoing" && !this.#handedOver) this.endIncoming();
  }

  cutLink(): void {
    this.isLinked = false;
  }

  mendLink(): void {
    this.isLinked = true;
  }

  /** `migrate-pause` at the source. */
  pauseStream(): void {
    if (this.source.alive && this.source.status.kind === "post_copy") this.#source(postCopyPaused);
  }

  /** `migrate-pause` and `migrate-recover` at the destination. */
  listenAgain(): boolean {
    const { incoming } = this;
    if (incoming.alive && incoming.status.kind === "post_copy") this.#incoming(postCopyPaused);
    return incoming.alive && incoming.status.kind === "post_copy_paused";
  }

  /** `migrate` with `resume` at the source. */
  resumeStream(): void {
    const { source, incoming } = this;
    if (!source.alive || source.status.kind !== "post_copy_paused" || !incoming.alive || !this.isLinked) return;
    this.#source(postCopyRecovering);
    this.#incoming(postCopyRecovering);
  }

  rejoin(): void {
    const { source, incoming } = this;
    if (source.status.kind !== "post_copy_recovering" || incoming.status.kind !== "post_copy_recovering") return;
    if (!source.alive || !incoming.alive || !this.isLinked) return;
    this.#source(postCopyActive);
    this.#incoming(postCopyActive);
  }

  /** The destination sees that the connection is broken. */
  noticeCut(): void {
    const { source, incoming } = this;
    if (!incoming.alive) return;
    if (incoming.status.kind === "post_copy" && source.status.kind === "post_copy_paused") {
      this.#incoming(postCopyPaused);
    }
    if (source.status.kind === "failed" && incoming.status.kind === "ongoing" && incoming.status.name === "active") {
      this.endIncoming();
    }
  }

  #sourceIs(name: string): boolean {
    const { alive, status } = this.source;
    return alive && status.kind === "ongoing" && status.name === name;
  }

  #stopSource(): void {
    this.source.running = false;
    this.source.runState = "finish-migrate";
    this.#listener.sourceStopped();
  }

  #completeSource(): void {
    this.#source({ kind: "completed" });
  }

  #preCopyFails(): void {
    const again = this.#variant.runsAgain || this.source.running;
    this.source.running = again;
    this.source.runState = again ? "running" : "postmigrate";
    this.#source({ kind: "failed" });
  }

  #source(status: Status): void {
    this.source.status = status;
    this.#listener.sourceStatus();
  }

  #incoming(status: Status): void {
    this.incoming.status = status;
    this.#listener.incomingStatus();
  }
}
