/** The part of pandoc-wasm that is used; the package has no types of its own. */
declare module 'pandoc-wasm' {
  export function convert(
    /** As in a defaults file of pandoc. */
    options: Readonly<Record<string, unknown>>,
    stdin: string | null,
    files: Readonly<Record<string, string | Blob>>
  ): Promise<{
    readonly stdout: string
    readonly stderr: string
    readonly warnings: readonly {readonly pretty: string}[]
    readonly files: Readonly<Record<string, string | Blob>>
  }>
}
