/** What kind of character stands in a text. */

const han = /\p{Script=Han}/u
const fullWidth = /[\uFF01-\uFF5E]/g

/** Tell whether any Chinese character (汉字) stands in the text; punctuation is not one. */
export function hasCjk(text: string): boolean {
  return han.test(text)
}

/** Write full-width forms (全角) as ASCII: `１２％` becomes `12%`. Every other character, `。` and `℃` too, stays. */
export function foldFullWidth(text: string): string {
  return text.replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
}
