/** Where the typesetter put things (版面). */

/** A point of the flow by the name that its writer gave it; lengths in pt from the page's upper left corner. */
export interface LayoutMark {
  readonly name: string
  /** From 1. */
  readonly page: number
  readonly xPt: number
  /** Of the baseline, where the point stands in a line. */
  readonly yPt: number
}

/** What is known of an issue's pages once they are set. */
export interface PageLayout {
  readonly pages: number
  /** The page on which each article begins, by `Article.id`. */
  readonly articlePages: ReadonlyMap<string, number>
}
