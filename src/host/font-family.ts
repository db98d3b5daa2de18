/** The family name that Typst gives a font: name ID 1 without the words that only say its style. */

const separators = [' ', '-', '_']

const modifiers = ['extra', 'ext', 'ex', 'x', 'semi', 'sem', 'sm', 'demi', 'dem', 'ultra']

/** In Typst's order: the first that fits is taken. */
const styles = [
  ...['normal', 'italic', 'oblique', 'slanted', 'thin', 'th', 'hairline', 'light', 'lt', 'regular', 'medium', 'med'],
  ...['md', 'bold', 'bd', 'demi', 'extb', 'black', 'blk', 'bk', 'heavy', 'narrow', 'condensed', 'cond', 'cn', 'cd'],
  ...['compressed', 'expanded', 'exp']
]

/**
 * @param name - name ID 1 as the file gives it: `Noto Serif CJK SC Black`.
 * @returns `Noto Serif CJK SC`; `Source Han Sans CN` loses its CN too, which Typst takes for “condensed”.
 */
export function typstFamily(name: string): string {
  const family = name.trim().replace(/^\.+/, '')
  // ASCII only, so that positions stay the same.
  let kept = family.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

  for (let shorter = trimStyle(kept); shorter.length < kept.length; shorter = trimStyle(kept)) {
    kept = shorter
  }
  return family.slice(0, kept.length)
}

/** One round: styles run together, the separator before them, and a modifier that stands apart. */
function trimStyle(name: string): string {
  const bare = strip(name, styles, true)
  if (bare === name) {
    return name
  }
  const apart = strip(bare, separators)
  const trimmed = apart === bare ? name : apart
  const unmodified = strip(apart, modifiers)
  const separate = strip(unmodified, separators)
  return unmodified !== apart && separate !== unmodified ? separate : trimmed
}

function strip(text: string, suffixes: readonly string[], repeated = false): string {
  const suffix = suffixes.find((candidate) => text.endsWith(candidate))
  if (suffix === undefined) {
    return text
  }
  const rest = text.slice(0, -suffix.length)
  return repeated ? strip(rest, suffixes, true) : rest
}
