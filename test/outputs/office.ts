/** LibreOffice as the reader of Word files, with the fonts that the PDF was set in. */

import {copyFile, mkdir, writeFile} from 'node:fs/promises'
import {basename, extname, join} from 'node:path'
import {execa} from 'execa'
import type {FontSet} from '../../src/model/artifact.js'
import {fontRoles, type Sheet} from '../../src/model/sheet.js'

/**
 * Convert Word files to PDF.
 *
 * Every office font that the files name is there under that very name, as a copy of the face that the PDF's role took:
 * fontconfig is told so while it scans, and sees no other fonts. Nothing is left to LibreOffice's own replacement.
 *
 * @param folder - an empty one; the PDFs are put there under the names of their Word files.
 */
export async function openInOffice(
  files: readonly string[],
  {
    fonts,
    officeFonts,
    folder
  }: {readonly fonts: FontSet; readonly officeFonts: Sheet['officeFonts']; readonly folder: string}
): Promise<string[]> {
  const config = await fontsUnderOfficeNames(fonts, officeFonts, folder)
  await execa(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      ...files
    ],
    {env: {FONTCONFIG_FILE: config, SAL_USE_VCLPLUGIN: 'svp'}}
  )
  return files.map((file) => join(folder, `${basename(file, extname(file))}.pdf`))
}

async function fontsUnderOfficeNames(
  fonts: FontSet,
  officeFonts: Sheet['officeFonts'],
  folder: string
): Promise<string> {
  const dir = join(folder, 'fonts')
  await mkdir(dir, {recursive: true})
  const rules: string[] = []
  for (const role of fontRoles) {
    const {files, weight} = fonts[role]
    for (const [index, file] of files.entries()) {
      const copy = join(dir, `${role}-${index}${extname(file)}`)
      await copyFile(file, copy)
      rules.push(renamed(copy, officeFonts[role], files.length === 1 ? weight : null))
    }
  }

  const config = join(folder, 'fonts.conf')
  const lines = [
    '<?xml version="1.0"?>',
    '<fontconfig>',
    `<dir>${dir}</dir>`,
    `<cachedir>${folder}/font-cache</cachedir>`
  ]
  await writeFile(config, [...lines, ...rules, boldByOutline, '</fontconfig>', ''].join('\n'))
  return config
}

/** LibreOffice takes two faces that share a family inside their files for one, unless their weights differ. */
function renamed(file: string, family: string, weight: number | null): string {
  const name = edit('family', `<string>${family}</string>`) + edit('fullname', `<string>${family}</string>`)
  const own = weight === null ? '' : edit('weight', `<const>${weight >= 600 ? 'bold' : 'regular'}</const>`)
  return `<match target="scan"><test name="file"><string>${file}</string></test>${name}${own}</match>`
}

/** Bold of a family that has none is drawn, as Word and the PDF do it. */
const boldByOutline = [
  '<match target="font">',
  '<test name="weight" compare="less_eq"><const>medium</const></test>',
  '<test target="pattern" name="weight" compare="more_eq"><const>bold</const></test>',
  edit('embolden', '<bool>true</bool>'),
  edit('weight', '<const>bold</const>'),
  '</match>'
].join('')

function edit(property: string, value: string): string {
  return `<edit name="${property}" mode="assign">${value}</edit>`
}
