/**
 * Draws the toolbar icons (a lens over three bars, the lowest one marked) as PNG files, without any
 * dependency: shapes are tested per sub-pixel and averaged. Run: node scripts/make-icons.mjs
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

const OUT = new URL('../assets/public/icon/', import.meta.url);
const SIZES = [16, 24, 32, 48, 128];
const SUB = 8;
const BLUE = [29, 78, 216];
const WHITE = [255, 255, 255];
const BAR = [96, 145, 245];
const AMBER = [217, 119, 6];

/** Colour at a point of the unit square, or undefined where the icon is transparent. */
function colourAt(x, y) {
  const fromLens = Math.hypot(x - 0.43, y - 0.43);
  if (onHandle(x, y)) return BLUE;
  if (fromLens > 0.4) return undefined;
  if (fromLens > 0.31) return BLUE;
  return barAt(x, y) ?? WHITE;
}

function onHandle(x, y) {
  const along = (x - 0.43 + (y - 0.43)) / Math.SQRT2;
  const across = Math.abs(x - y) / Math.SQRT2;
  return along > 0.38 && along < 0.73 && across < 0.075;
}

function barAt(x, y) {
  if (y > 0.59) return undefined;
  if (x > 0.235 && x < 0.335 && y > 0.36) return BAR;
  if (x > 0.38 && x < 0.48 && y > 0.25) return BAR;
  if (x > 0.525 && x < 0.625 && y > 0.47) return AMBER;
  return undefined;
}

/** RGBA bytes with a filter byte in front of each line, as PNG wants them. */
function paint(size) {
  const lines = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      lines.set(pixel(row, column, size), row * (size * 4 + 1) + 1 + column * 4);
    }
  }
  return lines;
}

function pixel(row, column, size) {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let i = 0; i < SUB * SUB; i++) {
    const x = (column + ((i % SUB) + 0.5) / SUB) / size;
    const y = (row + (Math.floor(i / SUB) + 0.5) / SUB) / size;
    const colour = colourAt(x, y);
    if (!colour) continue;
    covered++;
    for (let c = 0; c < 3; c++) sum[c] += colour[c];
  }
  if (covered === 0) return [0, 0, 0, 0];
  return [...sum.map((s) => Math.round(s / covered)), Math.round((255 * covered) / (SUB * SUB))];
}

const CRC = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) c = CRC[(c ^ byte) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
}

function png(size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(paint(size), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

mkdirSync(OUT, { recursive: true });
for (const size of SIZES) writeFileSync(new URL(`${size}.png`, OUT), png(size));
