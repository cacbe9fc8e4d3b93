import type { Presets, SingleBar } from "cli-progress";

/** Where progress is shown: a terminal redraws one line, anything else gets a line now and then. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  /** How much of how many is done; an unknown total is 0. */
  update(done: number, total: number): void;
  phase(name: string): void;
  stop(): void;
}

export interface ProgressOptions {
  readonly what: string;
  readonly unit: string;
  readonly typical: string;
  readonly everyMilliseconds?: number;
  readonly now?: () => number;
}

export async function startProgress(
  options: ProgressOptions,
  output: ProgressOutput = process.stderr,
): Promise<Progress> {
  return output.isTTY
    ? bar(options, output as NodeJS.WriteStream, await import("cli-progress"))
    : lines(options, output);
}

function lines(options: ProgressOptions, output: ProgressOutput): Progress {
  const now = options.now ?? Date.now;
  const started = now();
  let state = "";
  let phase = "";
  const print = (): void => {
    const parts = [phase, state, `${formatDuration(now() - started)} so far, usually ${options.typical}`].filter(
      Boolean,
    );
    output.write(`  ${options.what}: ${parts.join(", ")}\n`);
  };
  const timer = setInterval(print, options.everyMilliseconds ?? 10_000);
  return {
    update: (done, total) => (state = total > 0 ? `${done} of ${total} ${options.unit}` : `${done} ${options.unit}`),
    phase(name) {
      phase = name;
      state = "";
      print();
    },
    stop: () => clearInterval(timer),
  };
}

function bar(
  options: ProgressOptions,
  stream: NodeJS.WriteStream,
  library: { SingleBar: typeof SingleBar; Presets: typeof Presets },
): Progress {
  const started = Date.now();
  const single = new library.SingleBar(
    {
      stream,
      format: `  {phase} {bar} {counted}  {elapsed}, usually ${options.typical}`,
      hideCursor: true,
      clearOnComplete: true,
    },
    library.Presets.shades_classic,
  );
  let phase = options.what;
  const payload = (counted: string) => ({ phase, counted, elapsed: formatDuration(Date.now() - started) });
  let last: [number, number] = [0, 0];
  const show = (): void => {
    const [done, total] = last;
    single.setTotal(Math.max(total, 1));
    single.update(
      total > 0 ? done : 0,
      payload(total > 0 ? `${done}/${total} ${options.unit}` : `${done} ${options.unit}`),
    );
  };
  single.start(1, 0, payload(""));
  const timer = setInterval(show, 1000);
  return {
    update(done, total) {
      last = [done, total];
    },
    phase(name) {
      phase = name;
      last = [0, 0];
      show();
    },
    stop() {
      clearInterval(timer);
      single.stop();
    },
  };
}

/** `42 s`, `3 min 5 s`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (milliseconds < 9_950) {
    return `${(milliseconds / 1000).toFixed(1)} s`;
  }
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
