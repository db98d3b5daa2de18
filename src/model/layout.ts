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

/** An article as people and programs name it. */
export interface ArticleName {
  /** `Article.id`: the submission's slug. */
  readonly id: string
  /** On one line. */
  readonly title: string
}

/** The last line of a paragraph that has several. */
export interface LastLine {
  /** Null outside of articles. */
  readonly article: ArticleName | null
  /** From 1. */
  readonly page: number
  /** On its page, from 1. */
  readonly line: number
  /** Its words. */
  readonly text: string
}

/** What is known of an issue's pages once they are set. */
export interface PageLayout {
  readonly pages: number
  readonly linesPerPage: number
  /** The page on which each article begins, by `Article.id`. */
  readonly articlePages: ReadonlyMap<string, number>
  /** Where the text ends, before any white was made for the end block's company. */
  readonly textEnd: {
    readonly page: number
    /** Lines of the page that are taken, counted from its top. */
    readonly lines: number
  }
  /** Lines that the end block (版记) takes, 0 where there is none. */
  readonly colophonLines: number
  /** Whole lines that are free between the text and the end block, or the page's foot, on the last page. */
  readonly linesLeft: number
  /** Of every paragraph of several lines: what has to go for one line to be saved. */
  readonly lastLines: readonly LastLine[]
  /** Those that hold one character or nothing but marks. */
  readonly lonely: readonly LastLine[]
}
