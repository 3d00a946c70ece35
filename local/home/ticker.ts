/** Runs something at every whole minute of the clock, one run at a time. */
import { MINUTE, millis } from "../../shared/domain/time.ts";
import { type Clock } from "../../shared/ports/clock.ts";

export class Ticker {
  readonly #run: (minute: number) => Promise<void>;
  readonly #clock: Clock;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  /** `run` is told the number of the minute, and must not reject. */
  constructor(clock: Clock, run: (minute: number) => Promise<void>) {
    this.#clock = clock;
    this.#run = run;
  }

  /** Also runs at once: what came due while nobody was here is late already. */
  start(): void {
    void this.tick();
    this.#wait();
  }

  #now(): number {
    return millis(this.#clock.now());
  }

  tick(): Promise<void> {
    this.#running ??= this.#run(Math.round(this.#now() / MINUTE)).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  #wait(): void {
    this.#timer = setTimeout(
      () => {
        void this.tick();
        this.#wait();
      },
      MINUTE - (this.#now() % MINUTE),
    ).unref();
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#running;
  }
}
