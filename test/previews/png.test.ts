import {expect, test} from 'vitest'
import {difference, readPicture} from './picture.js'
import {type Pixels, writePng} from './png.js'

/** Opaque pixels, given as greys or as red, green, blue. */
function pixels(width: number, colours: readonly (number | readonly [number, number, number])[]): Pixels {
  const bytes = colours.flatMap((colour) => [...(typeof colour === 'number' ? [colour, colour, colour] : colour), 255])
  return {width, height: colours.length / width, rgba: Uint8ClampedArray.from(bytes)}
}

test('few colours come back as they were', async () => {
  const page = pixels(2, [0, 255, [230, 0, 16], 255, 132, 0])
  expect(await readPicture(writePng(page))).toEqual(page)
})

test('of more than 256 colours, the rare ones come back nearly', async () => {
  const many = Array.from(
    {length: 400},
    (_, index) => [(index * 7) % 256, (index * 13) % 256, (index * 29) % 256] as const
  )
  const page = pixels(20, many)
  const back = await readPicture(writePng(page))
  expect(difference(page, back)).toBe(0)
  expect(writePng(page)).toEqual(writePng(page))
})

test('what the eye sees is counted, by the share of pixels', () => {
  const white = pixels(2, [255, 255, 255, 255])
  expect(difference(white, pixels(2, [255, 240, 255, 255]))).toBe(0)
  expect(difference(white, pixels(2, [255, 0, 255, 255]))).toBe(0.25)
  expect(difference(white, pixels(4, [255, 255, 255, 255]))).toBe(1)
})
