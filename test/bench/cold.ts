/** One issue built by a process of its own, beside pandoc and LibreOffice on the same text. */

import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type MeasuredRun, runJianbao, runProgram} from './process.js'
import {atLeast, atMost, formatTable, medianOf, megabytes, seconds, spreadOf, times} from './table.js'
import {makeWorkspace, writeIssueToBuild} from './workspace.js'

const runs = 9
const rivalRuns = 5

export async function benchCold(say: (text: string) => void): Promise<void> {
  const {folder, remove} = await makeWorkspace()
  try {
    const {name, articles, characters} = await writeIssueToBuild(folder)
    const build = (formats: string) =>
      runJianbao(['build', name, '--force', '--formats', formats, '--workspace', folder])
    // The first run fills the disk cache and the memory of the system's fonts, and writes the Markdown.
    await build('docx,pdf,md')
    const outputs = join(folder, 'out', 'bench', '2024', '001')
    const {pages}: {pages: number} = JSON.parse(await readFile(join(outputs, 'manifest.json'), 'utf8'))
    say(`1. Cold build of one issue to DOCX + PDF, whole processes (disk cache warm)
   ${pages} pages, ${articles} articles, ${characters} Chinese characters, a list each, a table, a picture, a footnote\n\n`)

    const rivals = await openRivals(outputs)
    const ours: MeasuredRun[] = []
    const theirs: {pandoc: number; office: number}[] = []
    for (let run = 0; run < runs; run++) {
      ours.push(await build('docx,pdf'))
      // In turn, so that a busy moment of the machine meets both.
      if (rivals.convert && run < rivalRuns) theirs.push(await rivals.convert())
    }
    await rivals.close()
    say(formatTable(['', 'runs', 'min', 'median', 'max', 'user+sys', 'aim', ''], rowsOf(ours, theirs, rivals.missing)))
    say('\n')
  } finally {
    await remove()
  }
}

function rowsOf(
  ours: readonly MeasuredRun[],
  theirs: readonly {pandoc: number; office: number}[],
  missing: readonly string[]
): string[][] {
  const ourMs = ours.map(({wallMs}) => wallMs)
  const median = medianOf(ourMs)
  const peak = Math.max(...ours.map(({peakMb}) => peakMb))
  const cpu = seconds(medianOf(ours.map(({cpuMs}) => cpuMs)))
  const rows = [
    ['jianbao build', ...spreadCells(ourMs), cpu, ...atMost(median, 600, '0.60 s')],
    ['  peak memory', '', '', '', megabytes(peak), '', ...atMost(peak, 400, '400 MB')]
  ]
  if (theirs.length === 0) return [...rows, [`pandoc + LibreOffice: not installed (${missing.join(', ')})`]]
  const both = theirs.map(({pandoc, office}) => pandoc + office)
  const ratio = medianOf(both) / median
  return [
    ...rows,
    ['pandoc md -> docx', ...spreadCells(theirs.map(({pandoc}) => pandoc))],
    ['LibreOffice docx -> pdf', ...spreadCells(theirs.map(({office}) => office))],
    ['pandoc + LibreOffice', ...spreadCells(both)],
    ['jianbao is faster by', '', '', times(ratio), '', '', ...atLeast(ratio, 3, '3.0x')]
  ]
}

function spreadCells(values: readonly number[]): string[] {
  const {min, median, max} = spreadOf(values)
  return [String(values.length), seconds(min), seconds(median), seconds(max)]
}

interface Rivals {
  readonly convert: (() => Promise<{pandoc: number; office: number}>) | null
  readonly missing: readonly string[]
  close(): Promise<void>
}

/** @param outputs - the issue's folder, which holds its Markdown and pictures. */
async function openRivals(outputs: string): Promise<Rivals> {
  const scratch = await mkdtemp(join(tmpdir(), 'jianbao-bench-rivals-'))
  const close = () => rm(scratch, {recursive: true, force: true})
  const missing: string[] = []
  for (const program of ['pandoc', 'soffice']) {
    if (!(await runProgram(program, ['--version']))) missing.push(program)
  }
  if (missing.length > 0) return {convert: null, missing, close}

  const docx = join(scratch, 'issue.docx')
  // A profile of its own: an office suite that is open stays out of it.
  const office = ['--headless', `-env:UserInstallation=file://${scratch}/profile`, '--convert-to', 'pdf', '--outdir']
  const convert = async () => ({
    pandoc: await succeed('pandoc', [
      join(outputs, 'bench-2024-001.md'),
      '--from=gfm+footnotes',
      `--resource-path=${outputs}`,
      `--output=${docx}`
    ]),
    office: await succeed('soffice', [...office, scratch, docx])
  })
  // The first run makes LibreOffice's profile, which takes it longer.
  await convert()
  return {convert, missing, close}
}

async function succeed(command: string, args: readonly string[]): Promise<number> {
  const run = await runProgram(command, args)
  if (run?.exitCode !== 0) throw new Error(`${command} ended with ${run?.exitCode}`)
  return run.wallMs
}
