/** What a command sees of the process: handed in, so that tests can stand in for it. */

export interface Terminal {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Results go here. */
  out(text: string): void
  /** Findings and progress go here, so that results can be piped. */
  err(text: string): void
  /** Whether `err` is a terminal on which a line can be drawn over. */
  readonly interactive: boolean
  readonly colors: boolean
  /** Puts a question and gives the answer; absent where nobody can be asked. */
  ask?(question: string): Promise<string>
}

/** Exit codes. Source: the commands' contract. */
export const exitCodes = {fine: 0, contentHasErrors: 1, wrongUse: 2, machineFailed: 3} as const
