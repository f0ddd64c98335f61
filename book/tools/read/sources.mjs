// Reads the C++ sources: those that the book weaves, and the tests.
import fs from 'node:fs';
import path from 'node:path';
import { findCommands } from './commands.mjs';
import { findSnippets, isMarker } from './snippets.mjs';

// Returns Map path → { path, file, text, commands, lines, snippets } of common/ and chapters/.
// file is the path too, under the name that pages and exercises have for it.
export function readSources(root, faults) {
  const files = [...listFiles(root, 'chapters'), ...listFiles(root, 'common')];
  return new Map(files.filter(isWoven).map(file => [file, readSource(root, file, faults)]));
}

// The folders whose tests the pages link to.
export const TEST_FOLDERS = ['tests/common', 'tests/chapters', 'tests/support'];

export function readTestSources(root) {
  return TEST_FOLDERS.flatMap(folder => listFiles(root, folder))
    .filter(file => /\.[hc]pp$/.test(file))
    .map(file => ({ path: file, text: fs.readFileSync(path.join(root, file), 'utf8') }));
}

const isWoven = file => /\.[hc]pp$/.test(file) && !file.includes('/exercises/');

function readSource(root, file, faults) {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  const lines = text.replace(/\n$/, '').split('\n');
  return {
    path: file, file, text, lines,
    commands: findCommands(text),
    snippets: findSnippets(file, lines, faults),
  };
}

// All files below a folder, as sorted paths relative to the root.
export function listFiles(root, folder) {
  const here = path.join(root, folder);
  if (!fs.existsSync(here)) return [];
  return fs.readdirSync(here, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const name = `${folder}/${entry.name}`;
      return entry.isDirectory() ? listFiles(root, name) : [name];
    });
}

// The path that a page names, nn/rng.hpp or 01_rng_seeding/main.cpp, from the root.
export const fullPath = name => (name.startsWith('nn/') ? `common/${name}` : `chapters/${name}`);

const FRAME = [
  /^#include\b/,
  /^#pragma once$/,
  /^(inline )?namespace( [\w:]+)? \{$/,
  /^\}\s+\/\/ namespace\b/,
  /^(public|private|protected):$/,
];

// What a line is to the weaver: blank, marker, doc, comment, frame or code.
export function kindOf(line) {
  const text = line.trim();
  if (text === '') return 'blank';
  if (isMarker(line)) return 'marker';
  if (/^\/\/\/(?!\/)/.test(text)) return 'doc';
  if (text.startsWith('//')) return 'comment';
  return FRAME.some(pattern => pattern.test(text)) ? 'frame' : 'code';
}

export const isCode = kind => kind === 'code' || kind === 'frame';
