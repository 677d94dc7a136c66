/** The page of an official document (GB/T 9704): A4, and what is left between its margins. */

/** Twentieths of a point, in which Word measures. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)

export const page = { width: twips(210), height: twips(297) }
export const margins = {
  top: twips(37),
  bottom: twips(35),
  left: twips(28),
  right: twips(26),
  // The page number stands 7 mm under the text.
  footer: twips(23),
  header: twips(15),
}
export const textWidthMm = 210 - 28 - 26
const textHeightMm = 297 - 37 - 35

const pixelsPerMm = 96 / 25.4
/** Pictures are not larger, in pixels: room is left for a line of text. */
export const largestPicture = {
  width: Math.floor(textWidthMm * pixelsPerMm),
  height: Math.floor((textHeightMm - 25) * pixelsPerMm),
}

/** 三号, in half points; and an indent of two characters of that size. */
export const bodySize = 32
export const twoCharacters = { firstLine: 640, firstLineChars: 200 }
/** 29 pt: twenty-two lines a page. */
export const bodyLine = 580
