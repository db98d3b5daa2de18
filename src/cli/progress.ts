/** Progress of long work: a bar on a terminal once it takes longer than a second, nothing where output is piped. */

import type {SingleBar} from 'cli-progress'
import type {Clock} from '../model/host.js'
import type {Terminal} from './terminal.js'

export interface Progress {
  update(done: number, total: number): void
  stop(): void
}

const quietMs = 1000

export async function startProgress(terminal: Terminal, clock: Clock): Promise<Progress> {
  if (!terminal.interactive) return {update: () => undefined, stop: () => undefined}
  const start = clock.now()
  const {Presets, SingleBar} = await import('cli-progress')
  let bar: SingleBar | null = null
  return {
    update: (done, total) => {
      if (!bar && clock.now() - start > quietMs && done < total) {
        bar = new SingleBar(
          {format: '{bar} {value}/{total}', clearOnComplete: true, hideCursor: true},
          Presets.shades_classic
        )
        bar.start(total, done)
      }
      bar?.update(done)
    },
    stop: () => bar?.stop()
  }
}
