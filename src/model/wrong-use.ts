/** The program was asked for what it cannot do as asked (exit code 2): an unknown name, options that do not go together. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse'
}
