import { describe, expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { isImageName } from '../../../src/publication/images.ts'
import { imageLimits, prepareImage } from '../../../src/publication/prepareImage.ts'
import { picture, type PictureOptions } from '../../support/pictures.ts'

describe('a picture is made ready', () => {
  it.each<[string, PictureOptions, { mimeType: string; width: number; height: number }]>([
    ['a small one as large as it is', {}, { mimeType: 'image/png', width: 40, height: 30 }],
    [
      'a photograph at the width of a page',
      { format: 'jpeg', width: 2160, height: 1000 },
      { mimeType: 'image/jpeg', width: 1080, height: 500 },
    ],
    [
      'a photograph upright',
      { format: 'jpeg', width: 200, height: 100, orientation: 6 },
      { mimeType: 'image/jpeg', width: 100, height: 200 },
    ],
    ['a GIF as PNG', { format: 'gif' }, { mimeType: 'image/png', width: 40, height: 30 }],
    ['a WebP as PNG', { format: 'webp' }, { mimeType: 'image/png', width: 40, height: 30 }],
    [
      'a PNG that stays too large as a photograph',
      { width: 1200, height: 1200, noise: true },
      { mimeType: 'image/jpeg', width: 1080, height: 1080 },
    ],
  ])('%s', async (_, options, expected) => {
    const image = await prepareImage(await picture(options))
    expect(image).toMatchObject(expected)
    expect(image!.data.length).toBeLessThanOrEqual(imageLimits.bytes)
    expect(isImageName(image!.name)).toBe(true)
    expect(image!.name).toContain(createHash('sha256').update(image!.data).digest('hex'))
    expect(await sharp(image!.data).metadata()).toMatchObject({
      width: expected.width,
      height: expected.height,
    })
  })

  it('without what a camera wrote into it', async () => {
    const file = await picture({ format: 'jpeg', orientation: 6 })
    expect(file.includes('camera owner')).toBe(true)
    const { exif, orientation } = await sharp((await prepareImage(file))!.data).metadata()
    expect([exif, orientation]).toEqual([undefined, undefined])
  })

  it('the same each time', async () => {
    const file = await picture({ format: 'jpeg', width: 1500, height: 900, noise: true })
    expect(await prepareImage(file)).toEqual(await prepareImage(file))
  })
})

it.each([
  ['no picture', Buffer.from('picture')],
  [
    'a drawing that is a program',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>'),
  ],
  ['nothing', Buffer.alloc(0)],
])('%s is none', async (_, file) => {
  expect(await prepareImage(file)).toBeUndefined()
})

it('half a picture is none', async () => {
  const file = await picture({ format: 'png', width: 400, height: 400, noise: true })
  expect(await prepareImage(file.subarray(0, file.length / 2))).toBeUndefined()
})
